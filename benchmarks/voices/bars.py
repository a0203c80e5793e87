"""What a voice of the catalogue has to reach, and which do not."""

from collections.abc import Mapping
from statistics import median
from typing import NamedTuple

from narrator.engines.hibari.voices import FROM
from narrator.model import Age, Gender, Kind, Voice

MORE_ERRORS = 3.0
"""Percent of the words, over those of `FROM`."""
RATING, MEDIAN_RATING = 2.9, 3.1
APART = 1.5
"""Times as far from any other voice as the less steady of the two is from itself."""


class Figures(NamedTuple):
    """What was measured of a voice."""

    errors: float
    """Words that the recogniser hears wrongly, percent."""
    rating: float
    """1 to 5."""
    own: float
    """Its distance from itself."""
    nearest: str
    """The voice that is nearest to it."""
    apart: float
    """How far that is, as a multiple of the larger of their distances from themselves."""
    womanly: float
    """Above 0 where a woman is heard, below where a man."""


def misses(figures: Mapping[str, Figures], voices: Mapping[str, Voice]) -> list[str]:
    """A line for each bar that is missed; none if all are reached."""
    most = figures[FROM].errors + MORE_ERRORS
    told = []
    for id, each in figures.items():
        if each.errors > most:
            told.append(f"{id}: {each.errors:.1f} % of its words are misheard, over {most:.1f} %")
        if each.rating < RATING:
            told.append(f"{id}: rated {each.rating:.2f}, under {RATING}")
        if each.apart < APART:
            told.append(f"{id}: {each.apart:.2f} times as far from {each.nearest}, under {APART}")
        if _is_grown(voices[id]) and (each.womanly > 0) != (voices[id].gender is Gender.FEMALE):
            told.append(f"{id}: is {voices[id].gender}, but not heard so ({each.womanly:+.3f})")
    middle = median(each.rating for each in figures.values())
    if middle < MEDIAN_RATING:
        told.append(f"the median rating is {middle:.2f}, under {MEDIAN_RATING}")
    return told


def _is_grown(voice: Voice) -> bool:
    """Whether its sex can be heard: that of children and small animals cannot."""
    return voice.kind is not Kind.SMALL_ANIMAL and voice.age is not Age.CHILD
