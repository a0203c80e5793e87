"""How well a voice fits a character, and how far apart two voices are."""

import math
from functools import cache

from narrator.model import Age, Character, Gender, Manner, Voice

VARIANTS = tuple(
    Manner(rate, pitch)
    for rate in (1.0, 0.92, 1.09)
    for pitch in (0.0, 2.0, -2.0, 3.0, -3.0)
    if (rate, pitch) != (1.0, 0.0)
)
"""What makes another voice of one that is taken, the least strange first."""

WRONG_GENDER = 100
UNCERTAIN_GENDER = 2
REUSE = 5
"""The cost of each role that has the voice already: an adult rather shares the voice of an adult,
varied, than speaks as a child, but rather takes a free old voice than shares."""

MIDDLE_HZ = 155.0
"""Between the medians of men's and women's voices: neither."""

_AGES = (Age.CHILD, Age.YOUNG, Age.ADULT, Age.OLD)
_AGE_COSTS = {
    (Age.YOUNG, Age.ADULT): 1,
    (Age.ADULT, Age.OLD): 3,
    (Age.CHILD, Age.YOUNG): 4,
    (Age.YOUNG, Age.OLD): 4,
    (Age.CHILD, Age.ADULT): 8,
    (Age.CHILD, Age.OLD): 12,
}
_FAR_APART = 6.0
"""Semitones: two voices farther apart than this are as easily told apart as can be."""


def misfit(character: Character, voice: Voice) -> int:
    """How badly `voice` suits `character`; 0 is a perfect fit."""
    return _gender_cost(character.gender, voice.gender) + _age_cost(character.age, voice.age)


def _gender_cost(character: Gender, voice: Gender) -> int:
    if character in (voice, Gender.UNKNOWN):
        return 0
    if character is Gender.NEUTRAL:
        return 1
    return UNCERTAIN_GENDER if voice in (Gender.NEUTRAL, Gender.UNKNOWN) else WRONG_GENDER


def _age_cost(character: Age, voice: Age) -> int:
    if voice is Age.UNKNOWN:
        return 0
    if character is Age.UNKNOWN:
        return 0 if voice in (Age.YOUNG, Age.ADULT) else _age_cost(Age.ADULT, voice)
    younger, older = sorted((character, voice), key=_AGES.index)
    return _AGE_COSTS.get((younger, older), 0)


def off_middle(voice: Voice) -> float:
    """Octaves between the voice and one that is neither a man's nor a woman's."""
    return abs(math.log2(voice.pitch_hz / MIDDLE_HZ)) if voice.pitch_hz else 1.0


def apart(one: Voice, manner: Manner, other: Voice, others: Manner) -> float:
    """How easily the two are told apart, as far as pitch and description say: 0 to 7.

    The accent does not count: what tells voices apart is their pitch and timbre.
    """
    words, theirs = _words(one), _words(other)
    unlike = 1 - len(words & theirs) / len(words | theirs)
    return min(_semitones(one, manner, other, others), _FAR_APART) + unlike


def _semitones(one: Voice, manner: Manner, other: Voice, others: Manner) -> float:
    shift = manner.pitch - others.pitch
    if one.pitch_hz and other.pitch_hz:
        return abs(12 * math.log2(one.pitch_hz / other.pitch_hz) + shift)
    return abs(shift) if one.id == other.id else _FAR_APART / 2


@cache
def _words(voice: Voice) -> frozenset[str]:
    text = f"{voice.id} {voice.description}".casefold()
    spaced = "".join(sign if sign.isalnum() else " " for sign in text)
    return frozenset((voice.id, *spaced.split()))
