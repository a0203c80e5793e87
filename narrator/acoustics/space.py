"""The space in which voices lie: what is far apart in it is seldom taken for the same.

Most of its axes are those along which a speaker encoder tells people apart (fitted by
`training/likeness.py`); some are pitch and mean cepstrum, scaled by how much one voice varies in
them.
"""

import json
import math
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from .timbre import figures

DATA = "likeness.json"
Vector = Sequence[float]


@dataclass(frozen=True, slots=True)
class Space:
    """What was learnt."""

    centres: tuple[tuple[float, ...], ...]
    """The middles of the kinds of sounds."""
    pitch: tuple[float, ...]
    """How far a semitone moves a voice along each axis."""
    rows: tuple[tuple[float, ...], ...]
    """For each axis what the other figures of a voice count: the range of its pitch, its timbre."""
    offset: tuple[float, ...]
    """Where the mean of all voices lies."""
    woman: tuple[tuple[int, float], ...]
    """What figures count for a woman, by their place."""
    constant: float


def placed(bands: Sequence[Vector], pitch: float, range_: float) -> tuple[tuple[float, ...], float]:
    """Where a voice lies but for its pitch, and the log odds that it is a woman's.

    `pitch` and its `range_` are in semitones; `bands` are of all frames with speech in them.
    """
    space = _space()
    if not bands:
        return (0.0,) * len(space.rows), 0.0
    others = [range_, *figures(bands, space.centres)]
    place = tuple(
        math.fsum(a * b for a, b in zip(row, others, strict=True)) - offset
        for row, offset in zip(space.rows, space.offset, strict=True)
    )
    known = [pitch, *others]
    return place, space.constant + math.fsum(known[at] * factor for at, factor in space.woman)


def position(features: Vector) -> tuple[float, ...]:
    """Where a voice lies whose features are its pitch in semitones and its place but for that.

    Below a distance of 1 lie 95 of 100 pairs of halves of the fixed text that one voice spoke; two
    voices that are 1.5 apart are seldom taken for each other.
    """
    pitch, *place = features
    return tuple(at + pitch * step for at, step in zip(place, _space().pitch, strict=True))


def distance(one: Vector, other: Vector) -> float:
    """How far apart two vectors of features are."""
    return math.dist(position(one), position(other))


@cache
def _space() -> Space:
    data = json.loads(files(__package__).joinpath(DATA).read_text(encoding="utf-8"))
    woman = data["woman"]
    return Space(
        tuple(map(tuple, data["centres"])),
        tuple(row[0] for row in data["rows"]),
        tuple(tuple(row[1:]) for row in data["rows"]),
        tuple(data["offset"]),
        tuple(zip(woman["used"], woman["factors"], strict=True)),
        float(woman["constant"]),
    )
