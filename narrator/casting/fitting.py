"""How well a voice fits a character."""

import math

from narrator.model import Age, Character, Gender, Kind, Manner, Voice

VARIANTS = tuple(
    Manner(rate, pitch)
    for rate in (1.0, 0.92, 1.09)
    for pitch in (0.0, 2.0, -2.0, 3.0, -3.0)
    if (rate, pitch) != (1.0, 0.0)
)
"""What makes another voice of one that is taken, the least strange first."""

WRONG_GENDER = 100
UNCERTAIN_GENDER = 10
WRONG_KIND = 100
"""A robot's voice for a person, or for a ghost."""
NO_KIND = 8
"""A person's voice for a giant: worse than to share a giant's, varied."""
MIDDLE_HZ = 155.0
"""Between the medians of men's and women's voices: neither."""

_AGES = (Age.CHILD, Age.YOUNG, Age.ADULT, Age.OLD)
_AGE_COSTS = {
    (Age.YOUNG, Age.ADULT): 1,
    (Age.ADULT, Age.OLD): 8,
    (Age.CHILD, Age.YOUNG): 10,
    (Age.YOUNG, Age.OLD): 10,
    (Age.CHILD, Age.ADULT): 30,
    (Age.CHILD, Age.OLD): 50,
}


def misfit(character: Character, voice: Voice) -> int:
    """How badly `voice` suits `character`; 0 is a perfect fit."""
    return (
        _gender_cost(character.gender, voice.gender)
        + _age_cost(character.age, voice.age)
        + _kind_cost(character.kind, voice.kind)
    )


def _kind_cost(character: Kind, voice: Kind) -> int:
    if character is voice:
        return 0
    return NO_KIND if voice is Kind.PERSON else WRONG_KIND


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
