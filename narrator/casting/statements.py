"""Plain statements of a narration about what somebody is, or how they speak.

Only what can hardly mean anything else counts: `Hamish, a Scotsman`, `the robot Zed said`, `a
giant called Grob`, `Nora was Irish`, `he came from Glasgow` beside what he says, an accent that is
spoken of. A comparison (`like a giant`, `a giant of a man`) says nothing.
"""

import re
from collections.abc import Iterator, Sequence

from narrator.model import Kind

from .accents import ACCENTS
from .kinds import KIND_OF

Meaning = Kind | str
"""A kind of being, or the tag of an accent."""

_NOUNS: dict[str, Meaning] = {
    **KIND_OF,
    **{noun: accent.tag for accent in ACCENTS for noun in accent.nouns},
}
_ADJECTIVES = {word: accent.tag for accent in ACCENTS for word in accent.adjectives}
_PLACES = {place: accent.tag for accent in ACCENTS for place in accent.places}
_FOLK = """
    man woman girl boy lad lass child kid youth fellow gentleman lady lord laird earl duke duchess
    soldier sailor doctor captain sergeant officer nurse priest minister student cousin friend maid
    servant housekeeper cook gardener detective inspector reporter journalist lawyer singer actor
    actress engineer farmer fisherman trader merchant tourist
""".split()  # noqa: SIM905 - a list of fifty strings is harder to read
_SOUNDS = "(?:accent|brogue|lilt|burr|drawl|twang|vowels)"
_VERBS = "said|asked|replied|answered|cried|called|shouted|whispered|murmured|laughed|and"
_MOCKED = re.compile(
    r"\b(?:without|no|not|lost|mock\w*|fake|false|feigned|imitat\w+|mimick\w+|put(?:ting)? on)\b"
)


def _any(words: Sequence[str]) -> str:
    return "(?:" + "|".join(sorted(map(re.escape, words), key=len, reverse=True)) + ")"


def _initial(words: Sequence[str]) -> str:
    """Demonyms have a capital; without one `english` may be a verb and `scotch` a drink."""
    return _any([word.capitalize() for word in words])


_KINDS = _any([*KIND_OF, *(noun.capitalize() for noun in KIND_OF)])
_DEMONYMS = _initial([noun for accent in ACCENTS for noun in accent.nouns])
_NOUN = rf"(?P<cue>{_KINDS}|{_DEMONYMS})"
_ADJECTIVE = rf"(?P<cue>{_initial(list(_ADJECTIVES))})"
_PLACE = rf"(?P<cue>{_any(list(_PLACES))})"
_CUE = re.compile(
    rf"\b(?:{_KINDS}|{_DEMONYMS}|{_initial(list(_ADJECTIVES))}|{_any(list(_PLACES))})\b"
)
_MORE = r"(?: (?!not\b|of\b|and\b|or\b)[\w’'-]+){0,3}?"
_END = rf"\b(?=[,.;:!?)—]|$| (?:who|with|from|in|by|at|but|{_VERBS})\b)(?!,? of\b)"
_PERSON = rf"{_any(_FOLK)}"
_SENTENCE = re.compile(r"[^.!?;]+[.!?;]?")


class Statements:
    """The patterns of statements about people with certain names."""

    def __init__(self, names: Sequence[str]) -> None:
        """`names`: as the book writes them; those without a capital are left out."""
        proper = [name for name in names if name[:1].isupper()]
        who = rf"(?<![\w’'-])(?P<who>{_any(proper)})" if proper else r"(?P<who>(?!))"
        ends = rf"(?=[,.;:!?’']|$| (?:{_VERBS})\b)(?!, and\b)"
        acts = r"(?= (?!(?:had|has|was|were|and|or)\b)[a-z])"
        called = r"(?:,? (?:who was |that was )?(?:named|called|by the name of))"
        is_a = rf"{who}(?:,(?: who (?:was|is))? an?| (?:was|is) (?:an?|the)){_MORE}"
        self._patterns = [
            re.compile(pattern)
            for pattern in (
                rf"{is_a} {_NOUN}{_END}",
                rf"{is_a} {_ADJECTIVE} {_PERSON}{_END}",
                rf"\b(?:[Tt]he|[Aa]n?|[Tt]hat){_MORE} {_NOUN},? {who}{ends}",
                rf"\b(?:[Tt]he|[Aa]n?|[Tt]hat){_MORE} {_NOUN}{called} {who}\b",
                rf"\b(?:[Tt]he|[Aa]n?|[Tt]hat){_MORE} {_ADJECTIVE} {_PERSON},? {who}{ends}",
                rf"\b(?:[Tt]he|[Aa]n?|[Tt]hat){_MORE} {_ADJECTIVE} {_PERSON}{called} {who}\b",
                rf"{who}(?:, who)? (?:was|is)(?: \w+ly)? {_ADJECTIVE}{_END}",
                rf"^[“\"]?(?:The|An?){_MORE} {_NOUN} {who}{acts}",
                rf"{who}(?:,? who)? (?:was|is|came|comes|hailed|hails)(?: \w+ly)? from {_PLACE}\b",
                rf"{who}[’']s?{_MORE} {_ADJECTIVE}(?: \w+)? {_SOUNDS}\b",
            )
        ]
        self._name = re.compile(who)
        self._beside = [
            re.compile(rf"\b(?:[Hh]e|[Ss]he) (?:was|came|hailed) from {_PLACE}\b"),
            re.compile(
                rf"\b(?:in|with) (?:an?|his|her|their|the|that){_MORE} {_ADJECTIVE}"
                rf"(?: \w+)? {_SOUNDS}\b"
            ),
        ]

    def in_text(self, text: str, beside: str | None) -> Iterator[tuple[str, Meaning, str]]:
        """Of each statement in `text` whose name it has, what it says, and in which words.

        `beside` is who speaks right before or behind the text in the same paragraph.
        """
        if not _CUE.search(text):
            return
        for sentence in (found[0].strip() for found in _SENTENCE.finditer(text)):
            if not _CUE.search(sentence):
                continue
            for pattern in self._patterns:
                for found in pattern.finditer(sentence):
                    yield found["who"], _meaning(found["cue"]), found[0]
            yield from self._spoken_so(sentence, beside)

    def _spoken_so(self, sentence: str, beside: str | None) -> Iterator[tuple[str, Meaning, str]]:
        """Statements about whoever speaks beside `sentence`, or the only one it names."""
        inside = {found["who"] for found in self._name.finditer(sentence)}
        who = beside or (inside.pop() if len(inside) == 1 else None)
        for pattern in self._beside:
            found = pattern.search(sentence)
            if who and found and not _MOCKED.search(sentence[: found.end()]):
                yield who, _meaning(found["cue"]), found[0]


def _meaning(cue: str) -> Meaning:
    if cue in _PLACES:
        return _PLACES[cue]
    low = cue.casefold()
    return _NOUNS.get(low) or _ADJECTIVES[low]
