"""Noun phrases for people: `the old man`, `her manager`, `both mice`, `Mother`."""

from collections import Counter
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from ..page import Paragraph, Token, tokenise
from . import gender, lexicon

_OPENING = lexicon.DETERMINERS | frozenset(("both", "all", "some"))
_BARE_GROUPS = frozenset(["everyone", "everybody"])
_BARE_ONES = frozenset(["somebody", "someone"])
_MOST_MODIFIERS = 3
_PLACING = lexicon.words(
    "behind beside across opposite near below above inside outside among against along beyond"
)
"""Words that begin what is added to a noun: `the goblin behind the desk`."""
_NO_MODIFIER = (
    lexicon.SAYING
    | lexicon.HE
    | lexicon.SHE
    | lexicon.THEY
    | frozenset(["of", "who", "and", "or", "that"])
    | _PLACING
)
_NUMBERS = lexicon.words(
    """
    two three four five six seven eight nine ten other elder first second third last
    """
)
_OF_SEVERAL = lexicon.words("two three four five pair them us you trio group others")
"""What `the taller of` may be followed by, a `the` aside."""
_ADDED = frozenset(["with", "in", "at", "on", "by", "behind", "under"])
_MOST_ADDED = 5


class Nominal(NamedTuple):
    """A noun phrase in a paragraph."""

    first: int
    last: int
    """One past its last token."""
    head: str
    key: str
    """What one person is called by: the noun, and for a common noun its adjective."""
    determiner: str
    sex: str


_DEGREES = frozenset(["very", "rather", "quite", "most", "too", "good", "dear"])


_AMONG_KIN = lexicon.COMPARED | {"little", "big", "twin"}
_GENITIVE = ("'s", "’s")
_ARTICLES = frozenset(["the", "a", "an"])
_STYLES = lexicon.ABBREVIATED_TITLES | {"miss", "monsieur", "madame", "mister"}
_NO_PERSON = lexicon.words(
    """
    face back head hand eyes mouth lips heart mind soul body book paper letter note sign radio
    telephone phone words word way moment time day night morning evening door room house thing
    first second third last same latter former question answer reply truth whole
    """
)
"""Nouns that come after a verb of saying but are not who says it."""


def learn_nouns(paragraphs: Sequence[Paragraph]) -> frozenset[str]:
    """Nouns that speak in this book, beyond the lexicon: `squawked the magpie`."""
    found: Counter[str] = Counter()
    for paragraph in paragraphs:
        for part, after in zip(paragraph.parts, paragraph.parts[1:], strict=False):
            if part.is_voiced and not after.is_voiced:
                found.update(_speaking_noun(paragraph.tokens[after.first : after.last]))
    return lexicon.PERSON_NOUNS | frozenset(found)


def _speaking_noun(tokens: Sequence[Token]) -> list[str]:
    words = list(tokens[:8])
    while words and not words[0].is_word:
        words.pop(0)
    if words and words[0].low in _ARTICLES:
        return _before_verb(words)
    if len(words) < 3 or words[0].low not in lexicon.SAYING or words[1].low not in _ARTICLES:
        return []
    for at, token in enumerate(words[2:], start=2):
        if not token.is_word or token.is_capital or token.low in _NO_PERSON | _DEGREES:
            return []
        if at + 1 == len(words) or _ends_phrase(words[at + 1]):
            return [token.low]
    return []


def _before_verb(words: Sequence[Token]) -> list[str]:
    """`the gull observed`: the noun right before the verb of saying."""
    for noun, verb in pairwise(words[1 : _MOST_MODIFIERS + 2]):
        if not noun.is_word or noun.is_capital or noun.low in _NO_PERSON | lexicon.FUNCTION_WORDS:
            return []
        if verb.low in lexicon.SAYING:
            return [] if noun.low.endswith(("ing", "ly", "ed")) else [noun.low]
    return []


def _ends_phrase(after: Token) -> bool:
    """Whether the word before `after` was the noun."""
    closing = after.low in lexicon.FUNCTION_WORDS | _PLACING or after.low.endswith(("ing", "ly"))
    return not after.is_word or closing


def noun_phrase(text: str) -> Nominal | None:
    """The noun phrase that `text` is, written by itself: `the old man`, `Mother`, `Doctor`."""
    words = text.lower().split()
    if not words:
        return None
    if words[0] not in _OPENING:
        if len(words) > 1 or words[0] not in lexicon.PERSON_NOUNS | lexicon.TITLES:
            return None
        words = ["the", *words]
    return _nominal_at(tokenise(" ".join(words)), 0, lexicon.PERSON_NOUNS | {words[-1]})


def find_nominals(paragraph: Paragraph, nouns: frozenset[str]) -> list[Nominal]:
    """The noun phrases of `paragraph`, in order."""
    found = []
    index = 0
    while index < len(paragraph.tokens):
        nominal = _nominal_at(paragraph.tokens, index, nouns)
        if nominal is None:
            index += 1
        else:
            found.append(nominal)
            index = nominal.last
    return found


def _nominal_at(tokens: Sequence[Token], index: int, nouns: frozenset[str]) -> Nominal | None:
    token = tokens[index]
    if token.low in _BARE_GROUPS:
        return Nominal(index, index + 1, "everyone", "everyone", "", gender.GROUP)
    after = tokens[index + 1].low if index + 1 < len(tokens) else ""
    if token.low == "they" and after in ("all", "both"):
        key = "everyone" if after == "all" else "both"
        return Nominal(index, index + 2, key, key, "", gender.GROUP)
    if token.low in _BARE_ONES:
        return Nominal(index, index + 1, "someone", "someone", "", "")
    if token.low == "both" and _says(tokens, index, index + 1):
        return Nominal(index, index + 1, "both", "both", "", gender.GROUP)
    if token.low in _OPENING or (token.low in _GENITIVE and index and tokens[index - 1].is_capital):
        return _after_determiner(tokens, index, nouns)
    is_kin = token.low in lexicon.KIN_NOUNS and token.is_capital
    if (is_kin or _is_office(tokens, index)) and not _is_title_here(tokens, index):
        sex = gender.of_noun(token.low) or gender.of_title(token.low)
        return Nominal(index, index + 1, token.low, token.low, "", sex)
    return None


def _says(tokens: Sequence[Token], first: int, last: int) -> bool:
    """Whether a verb of saying stands right before or behind the words at [first, last)."""
    beside = [*tokens[max(0, first - 1) : first], *tokens[last : last + 1]]
    return any(token.low in lexicon.SAYING for token in beside)


def _is_office(tokens: Sequence[Token], index: int) -> bool:
    """`Chef put her knife down`: a rank or trade with a capital instead of a name."""
    token = tokens[index]
    if not token.is_capital or token.low not in lexicon.OFFICES:
        return False
    before = tokens[index - 1].low if index else ""
    return before not in lexicon.DETERMINERS and not (index and tokens[index - 1].is_capital)


def _is_title_here(tokens: Sequence[Token], index: int) -> bool:
    after = tokens[index + 1] if index + 1 < len(tokens) else None
    return after is not None and after.is_word and after.is_capital and after.text != "I"


def _after_determiner(tokens: Sequence[Token], index: int, nouns: frozenset[str]) -> Nominal | None:
    picked = _picked_out(tokens, index)
    if picked:
        return picked
    at = index + 1
    while at < len(tokens) and at <= index + 1 + _MOST_MODIFIERS:
        token = tokens[at]
        if not token.is_word or (token.low in _NO_MODIFIER and token.low not in nouns):
            return None
        if _is_head(tokens, at, nouns):
            learnt = token.low not in lexicon.PERSON_NOUNS | lexicon.TITLES
            if learnt and tokens[index].low in lexicon.POSSESSIVES:
                return None
            owned = at + 2 < len(tokens) and tokens[at + 1].low in ("'s", "’s")
            return _of_owner(tokens, index, at, nouns) if owned else _built(tokens, index, at)
        if token.is_capital or (
            token.low in lexicon.FUNCTION_WORDS and token.low not in _NUMBERS | _DEGREES
        ):
            return None
        at += 1
    return None


def _picked_out(tokens: Sequence[Token], first: int) -> Nominal | None:
    """`the larger of the two`, `the one with the beard`, `said the first`, `the rest of them`."""
    if tokens[first].low != "the" or first + 1 >= len(tokens):
        return None
    word = tokens[first + 1].low
    last = first + 2
    if tokens[last : last + 1] and tokens[last].low == "of":
        several = last + 2 if [t.low for t in tokens[last + 1 : last + 2]] == ["the"] else last + 1
        if tokens[several : several + 1] and tokens[several].low in _OF_SEVERAL:
            last = several + 1
    if word == "rest" and _says(tokens, first, last):
        return Nominal(first, last, "others", "others", "the", gender.GROUP)
    if word in lexicon.COMPARED - {"other"} and (last > first + 2 or _says(tokens, first, last)):
        after = tokens[last] if last < len(tokens) else None
        if not (after and _is_plain_noun(after)):
            return Nominal(first, last, "one", f"{word} one", "the", "")
    if word == "one" and tokens[last : last + 1] and tokens[last].low in _ADDED:
        end = last + 1
        while end < min(len(tokens), last + _MOST_ADDED) and (
            tokens[end].low in lexicon.DETERMINERS or _is_plain_noun(tokens[end])
        ):
            end += 1
        if end > last + 1:
            return Nominal(first, end, "one", f"{tokens[end - 1].low} one", "the", "")
    return None


def _of_owner(
    tokens: Sequence[Token], first: int, owner: int, nouns: frozenset[str]
) -> Nominal | None:
    """`the baker's widow`; an owner of what is no person is nobody here, unless it is a name."""
    if tokens[owner + 2].low == "name":
        return _built(tokens, first, owner)
    if tokens[owner + 2].low == "voice" and tokens[first].low not in ("a", "an"):
        return _built(tokens, first, owner)._replace(last=owner + 3)
    for at in range(owner + 2, min(owner + 4, len(tokens))):
        if _is_head(tokens, at, nouns):
            return _built(tokens, first, at)
    return None


def _is_head(tokens: Sequence[Token], at: int, nouns: frozenset[str]) -> bool:
    token = tokens[at]
    after = tokens[at + 1] if at + 1 < len(tokens) else None
    if token.is_capital:
        is_rank = token.low in lexicon.TITLES and token.low not in lexicon.EPITHETS | _STYLES
        return is_rank and not (after and after.is_word and after.is_capital)
    if token.low not in nouns:
        return False
    if token.low in ("one", "other", "others", "all", "both"):
        return after is None or (after.low not in nouns and not _is_plain_noun(after))
    return after is None or after.low not in nouns or after.low in lexicon.SAYING


def _is_plain_noun(token: Token) -> bool:
    return (
        token.is_word
        and token.low not in lexicon.FUNCTION_WORDS | lexicon.SAYING
        and not token.low.endswith(("ed", "ly"))
    )


def _built(tokens: Sequence[Token], first: int, at: int) -> Nominal:
    head = tokens[at].low
    modifier = tokens[at - 1].low if at - 1 > first else ""
    generic = head in lexicon.GENERIC_NOUNS
    telling = (generic and head != "voice") or modifier in _AMONG_KIN
    key = f"{modifier} {head}" if modifier and telling else head
    determiner = tokens[first].low
    sex = gender.of_noun(head) or ("N" if determiner in ("both", "all") else "")
    return Nominal(first, at + 1, head, key, determiner, sex)
