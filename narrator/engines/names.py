"""A voice that is not there: which may have been meant, by what it is like and how it is spelt."""

import re
from collections.abc import Iterable, Sequence
from difflib import SequenceMatcher

from narrator.errors import MissingTool
from narrator.model import Age, Gender, Kind, Voice

_ALIKE = 0.78
"""How much of two words must be the same for one to be a slip for the other."""
_SPELT = 0.7
"""How much of a whole name must be the same where no word of it says what it is like."""
_SHOWN = 3

_SAYS: dict[str, tuple[str, ...]] = {
    "old": ("elderly", "aged", "senior", "ancient", "elder"),
    "old woman": ("grandma", "granny", "grandmother", "crone", "aunty"),
    "old man": ("grandpa", "grandad", "granddad", "grandfather", "gramps"),
    "woman": ("female", "lady", "mother", "mum", "mom", "mrs", "ms", "she", "wife", "queen"),
    "man": ("male", "gentleman", "father", "dad", "mr", "he", "guy", "husband", "king"),
    "young": ("youth", "youthful", "teen", "teenager", "teenage"),
    "child": ("kid", "children", "infant", "baby", "toddler"),
    "boy": ("son", "lad"),
    "girl": ("daughter", "lass"),
    "scots": ("scottish", "scotland", "scotch"),
    "english": ("british", "england", "britain", "uk", "gb"),
    "american": ("america", "usa", "us"),
    "york": ("ny", "nyc", "newyork"),
    "deep": ("low", "bass"),
    "high": ("squeaky", "shrill"),
    "animal": ("monster", "creature"),
    "robot": ("machine", "android", "computer"),
}
"""Other words that a person may use for what voices are said to be."""
_MEANING = {word: said.split() for said, words in _SAYS.items() for word in words}


def no_such_voice(engine: str, voice: str, there: Iterable[Voice], prefix: str = "") -> MissingTool:
    """The error for a voice that `engine` does not have; `prefix` goes before what is suggested."""
    near = [f"{prefix}{id}" for id in nearest_voices(voice.removeprefix(prefix), tuple(there))]
    hint = f"did you mean {' or '.join(near)}?" if near else ""
    listed = f"run: narrator voices --engine {engine}"
    return MissingTool(f"{engine} has no voice {voice!r}", todo=hint or listed)


def nearest_voices(wanted: str, voices: Sequence[Voice]) -> list[str]:
    """The ids of up to three of `voices` that `wanted` may stand for, the likeliest first.

    What `wanted` says of sex, age, accent and sound counts first, then how it is spelt.
    """
    asked = [_meant(word) for word in _words(wanted)]
    scored = []
    for place, voice in enumerate(voices):
        said = frozenset(_said(voice))
        spelt = SequenceMatcher(None, wanted.casefold(), voice.id.casefold()).ratio()
        fits = sum(_fit(ways, said) for ways in asked) / len(asked) if asked else 0.0
        being = _being(voice)
        if being and not any(_fit(ways, being) for ways in asked):
            continue
        if fits >= 0.5 or spelt >= _SPELT:
            # Of two that fit alike, the one that says less else of itself.
            scored.append((-round(fits, 2), -round(spelt, 1), len(said), place, voice.id))
    best = sorted(scored)[:_SHOWN]
    return [id for fits, *_, id in best if fits <= best[0][0] + 0.4]


def _words(text: str) -> list[str]:
    return re.findall(r"[^\W\d_]+", text.casefold())


def _meant(word: str) -> tuple[tuple[str, ...], ...]:
    """The ways to understand a word: as it is, or as those that it stands for."""
    ways: list[tuple[str, ...]] = [(word,)]
    if word in _MEANING:
        ways.append(tuple(_MEANING[word]))
    return tuple(ways)


def _fit(ways: tuple[tuple[str, ...], ...], said: frozenset[str]) -> float:
    """How well a voice that is all of `said` answers to a word, from 0 to 1."""
    return max(sum(_best(word, said) for word in way) / len(way) for way in ways)


def _best(word: str, said: frozenset[str]) -> float:
    if word in said:
        return 1.0
    alike = max((SequenceMatcher(None, word, each).ratio() for each in said), default=0.0)
    return alike * 0.9 if alike >= _ALIKE and len(word) > 3 else 0.0


def _being(voice: Voice) -> frozenset[str]:
    """The words for what a voice is that is no person's."""
    if voice.kind is Kind.PERSON:
        return frozenset()
    kind = _words(voice.kind.value)[-1]
    return frozenset({kind, *_words(voice.id)} - {"man", "woman", "girl", "boy", "she"})


def _said(voice: Voice) -> Iterable[str]:
    """All that a voice is said to be, in single words."""
    yield from _words(voice.id)
    yield from _words(voice.description)
    if voice.language.startswith("en-US"):
        yield "american"
    if voice.kind is not Kind.PERSON:
        yield from _words(voice.kind.value)
    is_child = voice.age is Age.CHILD
    if voice.age is not Age.UNKNOWN:
        yield voice.age.value
    if voice.gender is Gender.FEMALE:
        yield "girl" if is_child else "woman"
    if voice.gender is Gender.MALE:
        yield "boy" if is_child else "man"
