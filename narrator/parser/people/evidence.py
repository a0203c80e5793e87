"""What speaks for and against a name's being a person's."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from narrator.languages import Pack

from ..page import Paragraph, Token
from . import gender
from .capitals import Capitals
from .names import Name
from .runs import NameRun

_PRONOUN_REACH = 14


@dataclass(slots=True)
class Evidence:
    """What speaks for a name being a person's."""

    count: int = 0
    strong: int = 0
    """Title, given name, verb of saying beside it, direct address."""
    weak: int = 0
    against: int = 0
    vocatives: int = 0
    sexes: Counter[str] = field(default_factory=Counter)
    """Votes of the pronouns that follow."""
    surfaces: Counter[str] = field(default_factory=Counter)

    @property
    def is_person(self) -> bool:
        """The verdict."""
        if self.strong:
            return self.against <= 2 * self.strong + self.weak
        return self.weak - self.against > 0.15 * self.count


def weigh(
    pack: Pack, paragraphs: Sequence[Paragraph], runs: Sequence[NameRun], capitals: Capitals
) -> dict[Name, Evidence]:
    """For every name what speaks for and against its being a person's."""
    found: dict[Name, Evidence] = {}
    for run in runs:
        evidence = found.setdefault(run.name, Evidence())
        paragraph = paragraphs[run.paragraph]
        evidence.count += 1
        evidence.surfaces[_surface(pack, paragraph, run)] += 1
        evidence.vocatives += run.vocative
        evidence.sexes[_own_verb(pack, paragraph, run) or _next_pronoun(pack, paragraph, run)] += 1
        before = paragraph.tokens[run.first - 1].low if run.first else ""
        evidence.sexes[gender.of_article(pack, before)] += 1
        _weigh_one(pack, paragraph, run, evidence, capitals)
    return found


def _own_verb(pack: Pack, paragraph: Paragraph, run: NameRun) -> str:
    """The sex that the verb beside a name tells: `Вера вышла`, `сказала Вера`."""
    if run.spoken or run.oblique or not pack.grammar.womens_verbs:
        return ""
    behind = [token.low for token in paragraph.tokens[run.last : run.last + 1]]
    before = [token.low for token in paragraph.tokens[max(0, run.first - 1) : run.first]]
    return next((sex for word in behind + before if (sex := gender.of_verb(pack, word))), "")


def _next_pronoun(pack: Pack, paragraph: Paragraph, run: NameRun) -> str:
    """The sex of the first pronoun soon after a name, if no other capital comes between."""
    for at in range(run.last, min(run.last + _PRONOUN_REACH, len(paragraph.tokens))):
        token = paragraph.tokens[at]
        formal = paragraph.spoken[at] and token.low in pack.pronouns.formal
        if not formal and (sex := gender.of_pronoun(pack, token.low)):
            return sex
        if token.is_word and token.is_capital and token.low not in pack.grammar.function_words:
            break
    return ""


def _surface(pack: Pack, paragraph: Paragraph, run: NameRun) -> str:
    if run.oblique:
        return " ".join(run.name.words)
    tokens = paragraph.tokens[run.first : run.last]
    while tokens[0].low in pack.vocatives.endearing and len(tokens) > 1:
        tokens = tokens[1:]
    surface = " ".join(paragraph.text[tokens[0].start : tokens[-1].end].split())
    return surface.title() if surface.isupper() and len(surface) > 3 else surface


def _weigh_one(
    pack: Pack, paragraph: Paragraph, run: NameRun, evidence: Evidence, capitals: Capitals
) -> None:
    shaky, worded = capitals.is_shaky(run.name), run.name.lows[0] in capitals.worded
    tokens = paragraph.tokens
    before = tokens[run.first - 1].low if run.first else ""
    after = tokens[run.last].low if run.last < len(tokens) else ""
    is_known = bool(run.name.titles or gender.of_given_name(pack, run.name.lows[0]))
    placed = before in pack.grammar.place_prepositions and after not in pack.grammar.genitive
    where = placed or before in pack.grammar.places
    if not is_known and _is_noun(pack, tokens, run.first):
        evidence.against += 1
    elif _is_place(pack, run.name) and (where or not is_known):
        evidence.against += 2
    elif placed and len(run.name.words) > 1 and not run.name.titles:
        evidence.against += before in pack.grammar.inside_places
    elif is_known or worded or _is_made_known(pack, paragraph, run):
        evidence.strong += 1
    elif shaky:
        evidence.weak += not (run.spoken or _has_subject(pack, tokens, run.last)) and (
            after in pack.grammar.only_people or (evidence.count > 1 and _acts(pack, after))
        )
    elif run.vocative:
        evidence.strong += after in (",", "?", "!") or evidence.vocatives > 1
        evidence.weak += 1
    elif placed:
        evidence.against += before in pack.grammar.inside_places
    elif before in pack.grammar.definite:
        evidence.against += 1
    elif _acts(pack, after) or (
        before in pack.grammar.conjunctions and run.first > 1 and tokens[run.first - 2].is_capital
    ):
        evidence.weak += 1


def _has_subject(pack: Pack, tokens: Sequence[Token], verb: int) -> bool:
    """Whether the verb at `verb` has a pronoun for its subject: `Lange schwieg sie.`"""
    behind = tokens[verb + 1 : verb + 2]
    return any(token.low in pack.pronouns.subjects - pack.pronouns.it for token in behind)


def _is_noun(pack: Pack, tokens: Sequence[Token], at: int) -> bool:
    """Whether the capital at `at` is that of any noun, behind an article: `die alte Mühle`."""
    if not pack.nouns.capitals:
        return False
    before = tokens[max(0, at - 2) : at]
    if before and before[-1].low in pack.grammar.determiners:
        return True
    described = len(before) > 1 and before[-1].is_word and not before[-1].is_capital
    return described and before[0].low in pack.grammar.determiners


def _is_place(pack: Pack, name: Name) -> bool:
    ends = {name.lows[0], name.lows[-1]}
    return len(name.words) > 1 and bool(ends & pack.grammar.place_nouns)


def _is_made_known(pack: Pack, paragraph: Paragraph, run: NameRun) -> bool:
    """Whether an initial, an apposition or a verb of saying shows a person."""
    if paragraph.tokens[run.last - 1].low.endswith(pack.names.polite_endings):
        return True
    if _has_initial(run.name) or _is_explained(pack, paragraph.tokens, run.last):
        return True
    three = tuple(token.low for token in paragraph.tokens[max(0, run.first - 3) : run.first])
    named = three[1:2] and three[-2] in pack.nouns.name and three[-1] in pack.grammar.is_or_has
    if named or three[-2:] in pack.phrases.called_by:
        return True
    words = [token.low for token in paragraph.tokens[max(0, run.first - 2) : run.first]]
    leaning = pack.grammar.definite | pack.grammar.clitics
    before = words[0] if set(words[-1:]) & leaning else (words[-1] if words else "")
    after = paragraph.tokens[run.last].low if run.last < len(paragraph.tokens) else ""
    return not run.spoken and (before in pack.speech.naming or after in pack.speech.naming)


def _acts(pack: Pack, after: str) -> bool:
    """Whether the word after a name makes it the doer or the owner of something."""
    return (
        after in pack.grammar.acting
        or after in pack.grammar.past
        or (after.endswith(pack.grammar.past_endings) and len(after) > 3)
    )


def _has_initial(name: Name) -> bool:
    return len(name.words) > 1 and any(len(word) == 1 for word in name.words)


def _is_explained(pack: Pack, tokens: Sequence[Token], at: int) -> bool:
    """Whether an apposition with a noun for a person follows: `Sallow, the old gardener`."""
    words = [token.low for token in tokens[at : at + 5]]
    opened = words[:1] == [","] and words[1:2] != [] and words[1] in pack.grammar.determiners
    return opened and any(word in pack.nouns.every for word in words[2:])
