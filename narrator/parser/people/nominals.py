"""Noun phrases for people: `the old man`, `her manager`, `both mice`, `Mother`."""

from collections.abc import Sequence
from functools import cache

from narrator.languages import Pack

from ..page import Paragraph, Token, tokenise
from . import gender
from .names import is_title
from .nominal import BARE, MOST_MODIFIERS, Nominal, is_plain_noun, says_beside
from .picked_out import picked_out


def noun_phrase(pack: Pack, text: str) -> Nominal | None:
    """The noun phrase that `text` is, written by itself: `the old man`, `Mother`, `Doctor`."""
    words = text.lower().split()
    if not words:
        return None
    if words[0] not in pack.grammar.opening:
        if len(words) > 1 or (
            words[0] not in pack.nouns.every and words[0] not in pack.honorifics.every
        ):
            return None
        words = pack.phrases.somebody_known.format(words[0]).split()
    return _nominal_at(pack, tokenise(pack, " ".join(words)), 0, pack.nouns.every | {words[-1]})


def find_nominals(pack: Pack, paragraph: Paragraph, nouns: frozenset[str]) -> list[Nominal]:
    """The noun phrases of `paragraph`, in order."""
    found = []
    beginnings = _beginnings(pack)
    if pack.nouns.alone_endings:
        beginnings |= {noun for noun in nouns if _is_learnt(pack, noun)}
    index = 0
    while index < len(paragraph.tokens):
        may_begin = paragraph.tokens[index].low in beginnings
        nominal = _nominal_at(pack, paragraph.tokens, index, nouns) if may_begin else None
        if nominal is None:
            index += 1
        else:
            found.append(nominal)
            index = nominal.last
    return found


@cache
def _beginnings(pack: Pack) -> frozenset[str]:
    """All words that a noun phrase may begin with: most words of a text are not among them."""
    grammar, nouns = pack.grammar, pack.nouns
    alone = nouns.everybody | nouns.somebody | nouns.kin | pack.honorifics.offices
    alone |= nouns.phrases.keys()
    return alone | grammar.both | pack.pronouns.several | grammar.opening | grammar.genitive


def _nominal_at(
    pack: Pack, tokens: Sequence[Token], index: int, nouns: frozenset[str]
) -> Nominal | None:
    token = tokens[index]
    if token.low in pack.nouns.everybody:
        return Nominal(index, index + 1, "everyone", "everyone", "", gender.GROUP)
    after = tokens[index + 1].low if index + 1 < len(tokens) else ""
    whole = after in pack.grammar.everything or after in pack.grammar.both
    if whole and token.low in pack.pronouns.several:
        key = "everyone" if after in pack.grammar.everything else "both"
        return Nominal(index, index + 2, key, key, "", gender.GROUP)
    if token.low in pack.nouns.somebody:
        return Nominal(index, index + 1, "someone", "someone", "", "")
    if token.low in pack.grammar.both and says_beside(pack, tokens, index, index + 1):
        return Nominal(index, index + 1, "both", "both", "", gender.GROUP)
    if token.low in pack.grammar.opening or (
        token.low in pack.grammar.genitive and index and tokens[index - 1].is_capital
    ):
        return _after_determiner(pack, tokens, index, nouns)
    alone = token.low in pack.nouns.phrases or (token.low in nouns and _is_learnt(pack, token.low))
    if alone and not _is_capital_inside(tokens, index):
        return _alone(pack, tokens, index)
    is_kin = token.low in pack.nouns.kin and token.is_capital
    if (is_kin or _is_office(pack, tokens, index)) and not _is_title_here(pack, tokens, index):
        sex = gender.of_noun(pack, token.low) or gender.of_title(pack, token.low)
        return Nominal(index, index + 1, token.low, token.low, "", sex)
    return None


def _is_learnt(pack: Pack, noun: str) -> bool:
    """Whether a noun that the book taught stands alone in this language."""
    return noun not in pack.nouns.every and noun.endswith(pack.nouns.alone_endings)


def _is_capital_inside(tokens: Sequence[Token], index: int) -> bool:
    """Whether the word has a capital that no sentence gives it: it is part of a name."""
    return tokens[index].is_capital and index > 0 and tokens[index - 1].is_word


def _alone(pack: Pack, tokens: Sequence[Token], index: int) -> Nominal:
    """A noun without a determiner, and the adjective before it: `сказала старая женщина`."""
    first = index - (index > 0 and _describes(pack, tokens[index - 1]))
    return _built(pack, tokens, first - 1, index)._replace(first=first, determiner=BARE)


def _describes(pack: Pack, token: Token) -> bool:
    small = token.low in pack.grammar.function_words or token.low in pack.speech.naming
    ends = token.low.endswith(pack.grammar.adjectives)
    return ends and not small and not token.low.endswith(pack.grammar.past_endings)


def _is_office(pack: Pack, tokens: Sequence[Token], index: int) -> bool:
    """`Chef put her knife down`: a rank or trade with a capital instead of a name."""
    token = tokens[index]
    if not token.is_capital or token.low not in pack.honorifics.offices:
        return False
    before = tokens[index - 1].low if index else ""
    return before not in pack.grammar.determiners and not (index and tokens[index - 1].is_capital)


def _is_title_here(pack: Pack, tokens: Sequence[Token], index: int) -> bool:
    after = tokens[index + 1] if index + 1 < len(tokens) else None
    return (
        after is not None
        and after.is_word
        and after.is_capital
        and after.low not in pack.pronouns.i
    )


def _after_determiner(
    pack: Pack, tokens: Sequence[Token], index: int, nouns: frozenset[str]
) -> Nominal | None:
    picked = picked_out(pack, tokens, index)
    if picked:
        return picked
    at = index + 1
    while at < len(tokens) and at <= index + 1 + MOST_MODIFIERS:
        token = tokens[at]
        if not token.is_word or (token.low not in nouns and _ends_modifiers(pack, token.low)):
            return None
        if _is_head(pack, tokens, at, nouns):
            learnt = token.low not in pack.nouns.every and token.low not in pack.honorifics.every
            if learnt and tokens[index].low in pack.grammar.possessives:
                return None
            owned = at + 2 < len(tokens) and tokens[at + 1].low in pack.grammar.genitive
            if owned:
                return _of_owner(pack, tokens, index, at, nouns)
            return _built(pack, tokens, index, at)
        if token.is_capital or not _may_modify(pack, token.low):
            return None
        at += 1
    return None


def _ends_modifiers(pack: Pack, word: str) -> bool:
    """Whether no noun of the same phrase stands behind `word`."""
    pronouns, grammar = pack.pronouns, pack.grammar
    return (
        word in pack.speech.naming
        or word in grammar.joining
        or word in grammar.placing
        or word in pronouns.he
        or word in pronouns.she
        or word in pronouns.they
    )


def _may_modify(pack: Pack, word: str) -> bool:
    """Whether `word` may stand between an article and its noun."""
    counts = word in pack.nouns.counting or word in pack.grammar.degrees
    return counts or word not in pack.grammar.function_words


def _of_owner(
    pack: Pack, tokens: Sequence[Token], first: int, owner: int, nouns: frozenset[str]
) -> Nominal | None:
    """`the baker's widow`; an owner of what is no person is nobody here, unless it is a name."""
    if tokens[owner + 2].low in pack.nouns.name:
        return _built(pack, tokens, first, owner)
    if (
        tokens[owner + 2].low in pack.nouns.voice
        and tokens[first].low not in pack.grammar.indefinite
    ):
        return _built(pack, tokens, first, owner)._replace(last=owner + 3)
    for at in range(owner + 2, min(owner + 4, len(tokens))):
        if _is_head(pack, tokens, at, nouns):
            return _built(pack, tokens, first, at)
    return None


def _is_head(pack: Pack, tokens: Sequence[Token], at: int, nouns: frozenset[str]) -> bool:
    token = tokens[at]
    after = tokens[at + 1] if at + 1 < len(tokens) else None
    if pack.nouns.capitals:
        titled = after is not None and after.is_capital and is_title(pack, token)
        return token.is_capital and token.low in nouns and not titled
    if token.is_capital:
        is_rank = token.low in pack.honorifics.standing_alone
        return is_rank and not (after and after.is_word and after.is_capital)
    if token.low not in nouns:
        return False
    if token.low in pack.nouns.standing_alone:
        return after is None or (after.low not in nouns and not is_plain_noun(pack, after))
    return after is None or after.low not in nouns or after.low in pack.speech.naming


def _built(pack: Pack, tokens: Sequence[Token], first: int, at: int) -> Nominal:
    head = pack.nouns.phrases.get(tokens[at].low, tokens[at].low)
    modifier = tokens[at - 1].low if at - 1 > first else ""
    generic = head in pack.nouns.generic and head not in pack.nouns.voice
    telling = generic or modifier in pack.nouns.compared or modifier in pack.kin.told_apart
    key = f"{modifier} {head}" if modifier and telling else head
    determiner = tokens[first].low if first >= 0 else BARE
    sex = gender.of_noun(pack, head) or gender.of_noun_ending(pack, head)
    sex = sex or ("N" if determiner in pack.grammar.whole else "")
    if sex != gender.GROUP:
        sex = gender.of_article(pack, determiner, head) or sex
    return Nominal(first, at + 1, head, key, determiner, sex)
