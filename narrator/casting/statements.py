"""Plain statements of a narration about what somebody is, or how they speak.

Only what can hardly mean anything else counts: `Hamish, a Scotsman`, `the robot Zed said`, `a
giant called Grob`, `Nora was Irish`, `he came from Glasgow` beside what he says, an accent that is
spoken of. A comparison (`like a giant`, `a giant of a man`) says nothing.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from narrator.languages.casting import Casting
from narrator.model import Kind

from .kinds import kind_of

Meaning = Kind | str
"""A kind of being, or the tag of an accent."""

_PLACE = re.compile(r"(?<!\?P)<(\w+)>")
_SENTENCE = re.compile(r"[^.!?;]+[.!?;]?")


@dataclass(frozen=True, slots=True)
class _Telling:
    """How a language tells what people are."""

    meanings: Mapping[str, Meaning]
    """What each word tells, as it is written in a sentence."""
    any_cue: re.Pattern[str]
    """One of these words: most text has none."""
    mocked: re.Pattern[str]
    patterns: tuple[str, ...]
    """With the places of a name and of words in them."""
    beside: tuple[str, ...]
    """Likewise."""
    words: Mapping[str, str]
    """What any of the words is, by their places."""


@cache
def _telling(words: Casting) -> _Telling:
    beings = {
        written: kind
        for noun, kind in kind_of(words).items()
        for written in (noun, noun.capitalize())
    }
    people = {noun: each.tag for each in words.accents for noun in each.nouns}
    adjectives = {word: each.tag for each in words.accents for word in each.adjectives}
    places = {place: each.tag for each in words.accents for place in each.places}
    nouns = {**beings, **people}
    told = words.statements
    return _Telling(
        {**adjectives, **nouns, **places},
        re.compile(rf"\b{_any([*nouns, *adjectives, *places])}\b"),
        re.compile(told.mocked.source),
        tuple(_whole(each, told.pieces) for each in told.patterns),
        tuple(_whole(each, told.pieces) for each in told.beside),
        {
            "noun": f"(?P<cue>{_any(nouns)})",
            "adjective": f"(?P<cue>{_any(adjectives)})",
            "place": f"(?P<cue>{_any(places)})",
            **{name: each.source for name, each in told.words.items()},
        },
    )


def _any(words: Iterable[str]) -> str:
    return "(?:" + "|".join(sorted(map(re.escape, words), key=len, reverse=True)) + ")"


def _whole(pattern: str, pieces: Mapping[str, str]) -> str:
    """`pattern` with the pieces in it, and those in them."""

    def filled(place: re.Match[str]) -> str:
        return _whole(pieces[place[1]], pieces) if place[1] in pieces else place[0]

    return _PLACE.sub(filled, pattern)


def _filled(pattern: str, words: Mapping[str, str]) -> str:
    """`pattern` with its places filled once: what stands in a name stays as it is."""
    return _PLACE.sub(lambda place: words[place[1]], pattern)


class Statements:
    """The patterns of statements about people with certain names."""

    def __init__(self, names: Sequence[str], words: Casting) -> None:
        """`names`: as the book writes them; those without a capital are left out."""
        self._telling = _telling(words)
        proper = [name for name in names if name[:1].isupper()]
        who = rf"(?<![\w’'-])(?P<who>{_any(proper)})" if proper else r"(?P<who>(?!))"
        filling = {**self._telling.words, "who": who}
        self._patterns = [re.compile(_filled(each, filling)) for each in self._telling.patterns]
        self._name = re.compile(who)
        self._beside = [re.compile(_filled(each, filling)) for each in self._telling.beside]

    def in_text(self, text: str, beside: str | None) -> Iterator[tuple[str, Meaning, str]]:
        """Of each statement in `text` whose name it has, what it says, and in which words.

        `beside` is who speaks right before or behind the text in the same paragraph.
        """
        if not self._telling.any_cue.search(text):
            return
        for sentence in (found[0].strip() for found in _SENTENCE.finditer(text)):
            if not self._telling.any_cue.search(sentence):
                continue
            for pattern in self._patterns:
                for found in pattern.finditer(sentence):
                    yield found["who"], self._telling.meanings[found["cue"]], found[0]
            yield from self._spoken_so(sentence, beside)

    def _spoken_so(self, sentence: str, beside: str | None) -> Iterator[tuple[str, Meaning, str]]:
        """Statements about whoever speaks beside `sentence`, or the only one it names."""
        inside = {found["who"] for found in self._name.finditer(sentence)}
        who = beside or (inside.pop() if len(inside) == 1 else None)
        for pattern in self._beside:
            found = pattern.search(sentence)
            if who and found and not self._telling.mocked.search(sentence[: found.end()]):
                yield who, self._telling.meanings[found["cue"]], found[0]
