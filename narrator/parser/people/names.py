"""Names of people in the text: runs of capitalised words, told apart from other capitals."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from ..page import Paragraph, Token, tokenise
from . import gender, lexicon

_HONORIFIC_ENDINGS = ("-san", "-kun", "-chan", "-sama", "-sensei", "-dono", "-senpai")
_PRONOUN_REACH = 14
_OPENERS = lexicon.SENTENCE_ENDS | lexicon.QUOTE_MARKS | frozenset("—–(*_[-")
_BEFORE_VOCATIVE = lexicon.words(
    """
    dear oh my no yes well o poor and sorry you thanks please okay hello hi hey now here but
    ah so it me too why come
    """
)
_ONLY_PEOPLE = lexicon.words(
    """
    shrugged nodded grinned smiled laughed frowned blinked winced sighed swallowed yawned sniffed
    snorted chuckled giggled scowled smirked stared glared glanced gaped knelt bowed curtsied
    shrugs nods grins smiles laughs frowns blinks winces sighs swallows yawns sniffs snorts
    chuckles giggles scowls smirks stares glares glances bows
    """
)
"""What nobody but a person does: enough for a name that is seen only once."""
_NUMBERED = frozenset(["number", "patient", "subject", "prisoner", "player", "unit", "agent"])
"""What may stand before `Four` in the name of somebody who has none."""
_AFTER_VOCATIVE = frozenset([",", ".", "!", "?", ";", "…", "...", ":", "-", "--", "—", "–"])


class Name(NamedTuple):
    """A name as it is put together: (`mrs`,) and (`Dobbs`,)."""

    titles: tuple[str, ...]
    """Lower case, without the stops and without mere epithets."""
    words: tuple[str, ...]

    @property
    def lows(self) -> tuple[str, ...]:
        """The words in lower case."""
        return tuple(word.lower() for word in self.words)

    @property
    def sex(self) -> str:
        """What the titles tell."""
        return next((sex for title in self.titles if (sex := gender.of_title(title))), "")


class NameRun(NamedTuple):
    """Where a name stands."""

    paragraph: int
    first: int
    last: int
    """One past the last token."""
    name: Name
    spoken: bool
    vocative: bool


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


@dataclass(frozen=True, slots=True)
class Capitals:
    """How often each word of a book stands in small letters, and capitalised inside sentences."""

    small: Counter[str]
    inside: Counter[str]

    def is_shaky(self, name: Name) -> bool:
        """Whether the one word of `name` is only ever seen where any word has a capital."""
        return not name.titles and len(name.words) == 1 and self.inside[name.lows[0]] == 0

    def opens_name(self, token: Token, at_start: bool) -> bool:
        """Whether the capital of `token` can be that of a name."""
        word = token.low
        inside, small = self.inside[word], self.small[word]
        if word in lexicon.FUNCTION_WORDS:
            named = bool(gender.of_given_name(word)) and inside >= 2
            return named and (not at_start or inside > small / 10)
        if not at_start or inside >= 2:
            return inside * 3 > small or (not at_start and (small == 0 or inside * 10 > small))
        if gender.of_given_name(word):
            return inside * 3 >= small
        return small == 0 and (inside > 0 or not word.endswith(("ing", "ed", "ly", "est")))


def count_capitals(paragraphs: Sequence[Paragraph]) -> Capitals:
    """The statistics of a book."""
    small: Counter[str] = Counter()
    inside: Counter[str] = Counter()
    for paragraph in paragraphs:
        for index, token in enumerate(paragraph.tokens):
            if not token.is_word:
                continue
            if not token.is_capital:
                small[token.low] += 1
            elif not at_sentence_start(paragraph, index) and not _is_shouted(token):
                inside[token.low] += 1
    return Capitals(small, inside)


def at_sentence_start(paragraph: Paragraph, index: int) -> bool:
    """Whether a capital at `index` may be there only because a sentence begins."""
    if index == 0:
        return True
    before = paragraph.tokens[index - 1].text
    if before in _OPENERS or before[0] in "-–—":
        if before != "." or index < 2:
            return True
        return not is_abbreviation(paragraph.tokens[index - 2])
    return paragraph.spoken[index] != paragraph.spoken[index - 1]


def is_abbreviation(token: Token) -> bool:
    """Whether a stop after `token` ends no sentence: `Mr`, `J`."""
    short_title = token.low in lexicon.ABBREVIATED_TITLES and token.is_capital
    return short_title or (len(token.text) == 1 and token.is_capital and token.text != "I")


def find_runs(paragraphs: Sequence[Paragraph], capitals: Capitals) -> list[NameRun]:
    """Every run of capitals that could be a name, in order."""
    runs = []
    for number, paragraph in enumerate(paragraphs):
        index = 0
        while index < len(paragraph.tokens):
            run = _run_at(paragraph, number, index, capitals)
            if run is None:
                index += 1
            else:
                runs.append(run)
                index = run.last
    return runs


def _run_at(paragraph: Paragraph, number: int, index: int, capitals: Capitals) -> NameRun | None:
    tokens = paragraph.tokens
    if not _is_name_capital(tokens[index]):
        return None
    taken: list[Token] = []
    at = index
    for at in _extent(paragraph, index, capitals):
        taken.append(tokens[at])
    if not taken:
        return None
    name = _name_of(taken)
    if not name.words:
        return None
    last = at + 1
    spoken = paragraph.spoken[index]
    return NameRun(
        number, index, last, name, spoken, spoken and is_vocative(paragraph, index, last)
    )


def _extent(paragraph: Paragraph, index: int, capitals: Capitals) -> Iterator[int]:
    tokens = paragraph.tokens
    at = index
    while at < len(tokens) and paragraph.spoken[at] == paragraph.spoken[index]:
        token = tokens[at]
        if _is_name_capital(token):
            opening = at_sentence_start(paragraph, at)
            if (
                at > index
                and opening
                and not is_abbreviation(tokens[at - 1])
                and tokens[at - 1].text != "."
            ):
                return
            title = token.low in lexicon.TITLES
            named = at > index and tokens[at - 1].low not in lexicon.TITLES
            if (
                title
                and named
                and tokens[at - 1].text != "."
                and (token.low in lexicon.FEMALE_TITLES | {"mr", "dr"})
                and token.low not in lexicon.TITLES_BEHIND
            ):
                return
            titled = any(t.low in lexicon.TITLES for t in tokens[index:at])
            known = title or titled or capitals.opens_name(token, opening)
            known = known or (at > index and tokens[at - 1].low in _NUMBERED)
            if not known and not _is_word_name(paragraph, at):
                return
        elif not _links(tokens, at):
            return
        yield at
        at += 1


def _is_word_name(paragraph: Paragraph, at: int) -> bool:
    """`Will put his head round the door`: a word that is a name too, doing something."""
    token = paragraph.tokens[at]
    if paragraph.spoken[at] or not gender.of_given_name(token.low):
        return False
    after = paragraph.tokens[at + 1].low if at + 1 < len(paragraph.tokens) else ""
    acts = after in lexicon.SAYING | lexicon.IRREGULAR_PAST or after.endswith("ed")
    return acts and after not in ("was", "were", "had", "did")


def _links(tokens: Sequence[Token], at: int) -> bool:
    """A stop after `Mr` or an initial, or a particle before a capital: `Dr. van der Berg`."""
    if tokens[at].text == "." and not is_abbreviation(tokens[at - 1]):
        return False
    if tokens[at].text != "." and tokens[at].low not in lexicon.PARTICLES:
        return False
    following = at + 1
    while following < len(tokens) and tokens[following].low in lexicon.PARTICLES:
        following += 1
    return following < len(tokens) and _is_name_capital(tokens[following])


def _is_name_capital(token: Token) -> bool:
    if not token.is_word or not token.is_capital or token.text == "I":
        return False
    stem = token.low.replace("’", "'").partition("'")[0]
    return stem == token.low or (stem not in lexicon.FUNCTION_WORDS and token.low[-2:] != "'t")


def _is_shouted(token: Token) -> bool:
    return len(token.text) > 1 and token.text.isupper()


def _name_of(tokens: Sequence[Token]) -> Name:
    titles: list[str] = []
    words: list[str] = []
    for token in tokens:
        if not token.is_word:
            continue
        if token.low in lexicon.TITLES_BEHIND and words:
            titles.append(token.low)
        elif token.low in lexicon.TITLES and not words:
            if token.low not in lexicon.EPITHETS:
                titles.append(lexicon.SPELLED_OUT.get(token.low, token.low))
        elif words and words[-1].lower() in lexicon.PARTICLES and len(words[-1]) > 1:
            words[-1] += f" {_as_written(token)}"
        else:
            words.append(_as_written(token))
    return Name(tuple(titles), tuple(words))


def name_in(text: str) -> Name | None:
    """The name that `text` is, written by itself; None where it has no name in it.

    >>> name_in("Mrs. Dobbs"), name_in("the colonel")
    (Name(titles=('mrs',), words=('Dobbs',)), None)
    """
    tokens = [token for token in tokenise(text) if token.text not in ("'s", "’s")]
    while tokens and tokens[0].low in lexicon.DETERMINERS:
        tokens.pop(0)
    while tokens and not _is_name_capital(tokens[0]):
        tokens.pop(0)
    name = _name_of(tokens)
    return name if name.words and name.words[0][0].isupper() else None


def _as_written(token: Token) -> str:
    word = token.text
    for ending in _HONORIFIC_ENDINGS:
        if token.low.endswith(ending):
            word = word[: -len(ending)]
    if _is_shouted(token) and len(word) > 2:
        return "-".join(piece.capitalize() for piece in word.split("-"))
    return word


def is_vocative(paragraph: Paragraph, first: int, last: int) -> bool:
    """Whether the words at [first, last) of speech call upon somebody."""
    tokens, spoken = paragraph.tokens, paragraph.spoken
    opens = first == 0 or not spoken[first - 1] or not tokens[first - 1].is_word
    before = "" if opens else tokens[first - 1].low
    closes = last >= len(tokens) or not spoken[last] or tokens[last].text in _AFTER_VOCATIVE
    if not closes and tokens[last].text not in lexicon.QUOTE_MARKS:
        return False
    if before == "and" and first > 2 and tokens[first - 2].is_capital and tokens[first - 3].is_word:
        return False  # `the Leeds and District`
    return opens or before in _BEFORE_VOCATIVE


def weigh(
    paragraphs: Sequence[Paragraph], runs: Sequence[NameRun], capitals: Capitals
) -> dict[Name, Evidence]:
    """For every name what speaks for and against its being a person's."""
    found: dict[Name, Evidence] = {}
    for run in runs:
        evidence = found.setdefault(run.name, Evidence())
        paragraph = paragraphs[run.paragraph]
        evidence.count += 1
        evidence.surfaces[_surface(paragraph, run)] += 1
        evidence.vocatives += run.vocative
        evidence.sexes[_next_pronoun(paragraph, run)] += 1
        _weigh_one(paragraph, run, evidence, capitals.is_shaky(run.name))
    return found


def _next_pronoun(paragraph: Paragraph, run: NameRun) -> str:
    """The sex of the first pronoun soon after a name, if no other capital comes between."""
    for token in paragraph.tokens[run.last : run.last + _PRONOUN_REACH]:
        if sex := gender.of_pronoun(token.low):
            return sex
        if token.is_word and token.is_capital and token.low not in lexicon.FUNCTION_WORDS:
            break
    return ""


def _surface(paragraph: Paragraph, run: NameRun) -> str:
    tokens = paragraph.tokens[run.first : run.last]
    while tokens[0].low in ("dear", "poor") and len(tokens) > 1:
        tokens = tokens[1:]
    surface = " ".join(paragraph.text[tokens[0].start : tokens[-1].end].split())
    return surface.title() if surface.isupper() and len(surface) > 3 else surface


def _weigh_one(paragraph: Paragraph, run: NameRun, evidence: Evidence, shaky: bool) -> None:
    tokens = paragraph.tokens
    before = tokens[run.first - 1].low if run.first else ""
    after = tokens[run.last].low if run.last < len(tokens) else ""
    is_known = bool(run.name.titles or gender.of_given_name(run.name.lows[0]))
    if _is_place(run.name) and not is_known:
        evidence.against += 2
    elif is_known or _is_made_known(paragraph, run):
        evidence.strong += 1
    elif shaky:
        evidence.weak += not run.spoken and (
            after in _ONLY_PEOPLE or (evidence.count > 1 and _acts(after))
        )
    elif run.vocative:
        evidence.strong += after in (",", "?", "!") or evidence.vocatives > 1
        evidence.weak += 1
    elif before in lexicon.PLACE_PREPOSITIONS:
        evidence.against += before in ("in", "at")
    elif before == "the":
        evidence.against += 1
    elif _acts(after) or (before == "and" and run.first > 1 and tokens[run.first - 2].is_capital):
        evidence.weak += 1


def _is_place(name: Name) -> bool:
    ends = {name.lows[0], name.lows[-1]}
    return len(name.words) > 1 and bool(ends & lexicon.PLACE_NOUNS)


def _is_made_known(paragraph: Paragraph, run: NameRun) -> bool:
    """Whether an initial, an apposition or a verb of saying shows a person."""
    if _has_initial(run.name) or _is_explained(paragraph.tokens, run.last):
        return True
    words = [token.low for token in paragraph.tokens[max(0, run.first - 2) : run.first]]
    before = words[0] if words[-1:] == ["the"] else (words[-1] if words else "")
    after = paragraph.tokens[run.last].low if run.last < len(paragraph.tokens) else ""
    return not run.spoken and (before in lexicon.SAYING or after in lexicon.SAYING)


def _acts(after: str) -> bool:
    """Whether the word after a name makes it the doer or the owner of something."""
    return (
        after in ("'s", "’s", "and", "is", "has", "would", "could")
        or after in lexicon.IRREGULAR_PAST
        or (after.endswith("ed") and len(after) > 3)
    )


def _has_initial(name: Name) -> bool:
    return len(name.words) > 1 and any(len(word) == 1 for word in name.words)


def _is_explained(tokens: Sequence[Token], at: int) -> bool:
    """Whether an apposition with a noun for a person follows: `Sallow, the old gardener`."""
    words = [token.low for token in tokens[at : at + 5]]
    opened = words[:1] == [","] and words[1:2] != [] and words[1] in lexicon.DETERMINERS
    return opened and any(word in lexicon.PERSON_NOUNS for word in words[2:])
