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

_AGED = {
    (Age.CHILD, Age.ADULT): Manner(1.03, 4.0),
    (Age.CHILD, Age.YOUNG): Manner(1.0, 2.5),
    (Age.OLD, Age.ADULT): Manner(0.91, -1.5),
    (Age.OLD, Age.YOUNG): Manner(0.89, -2.0),
}
"""What makes a voice of one age, the second, sound more like the first."""

WRONG_GENDER = 100
UNCERTAIN_GENDER = 10
WRONG_KIND = 100
"""A robot's voice for a person, or for a ghost."""
NO_KIND = 8
"""A person's voice for a giant: worse than to share a giant's, varied."""
MIDDLE_HZ = 155.0
"""Between the medians of men's and women's voices: neither."""

CHILD_HZ = 230.0
"""What a child's voice should reach, raised or not."""
TOO_LOW = 20.0
"""An octave that a child's voice is below that."""
MAN_AS_BOY = 20
"""A man's voice for a boy where a woman's could be raised."""

_AGES = (Age.CHILD, Age.YOUNG, Age.ADULT, Age.OLD)
_AGE_COSTS = {
    (Age.YOUNG, Age.ADULT): 1,
    (Age.ADULT, Age.OLD): 8,
    (Age.CHILD, Age.YOUNG): 10,
    (Age.YOUNG, Age.OLD): 10,
    (Age.CHILD, Age.ADULT): 30,
    (Age.CHILD, Age.OLD): 50,
}


def misfit(character: Character, voice: Voice) -> float:
    """How badly `voice` suits `character`; 0 is a perfect fit."""
    if character.age is Age.CHILD and voice.age is not Age.CHILD:
        gender = _raised_cost(character.gender, voice)
    else:
        gender = _gender_cost(character.gender, voice.gender)
    return gender + _age_cost(character.age, voice.age) + _kind_cost(character.kind, voice.kind)


def aged(character: Character, voice: Voice) -> Manner:
    """The manner in which `voice` is nearest to the age of `character`: as it is, if it has it."""
    return _AGED.get((character.age, voice.age), Manner())


def varied(manner: Manner, variant: Manner) -> Manner:
    """`variant` of a voice that is used in `manner` anyway."""
    return Manner(round(manner.rate * variant.rate, 3), manner.pitch + variant.pitch)


def variant_of(manner: Manner, used: Manner) -> Manner:
    """The variant that makes `used` of `manner`."""
    return Manner(round(used.rate / manner.rate, 3), used.pitch - manner.pitch)


def _raised_cost(character: Gender, voice: Voice) -> float:
    """Of a grown person's voice for a child: women play boys, too, and the higher the better."""
    if character is Gender.MALE and voice.gender is Gender.MALE:
        gender = MAN_AS_BOY
    else:
        gender = _gender_cost(Gender.FEMALE, voice.gender)
    up = _AGED.get((Age.CHILD, voice.age), Manner()).pitch / 12
    low = math.log2(CHILD_HZ / voice.pitch_hz) - up if voice.pitch_hz else 0.0
    return gender + TOO_LOW * max(low, 0.0)


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
