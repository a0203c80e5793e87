"""How far apart two voices sound: their figures, whitened by how much one voice varies.

A voice's own sentences differ from one another. Figures are first turned and scaled so that these
differences are alike in all directions (Mahalanobis, 1936); what is far in the outcome is far
beyond what one voice does by itself.
"""

import json
import math
from collections.abc import Sequence
from functools import cache
from importlib.resources import files

Vector = Sequence[float]
Triangle = tuple[tuple[float, ...], ...]
"""A lower triangular matrix, row by row."""

DATA = "spread.json"


def position(features: Vector) -> tuple[float, ...]:
    """Where a voice lies in a space whose unit is the same-voice spread.

    Below 1 lie 95 of 100 pairs of sentences that one voice spoke; two voices that are 1.5 apart
    are seldom taken for each other.
    """
    triangle, spread = _shipped()
    return tuple(value / spread for value in whitened(triangle, features))


def distance(one: Vector, other: Vector) -> float:
    """How far apart two vectors of features are, in units of the same-voice spread."""
    return math.dist(position(one), position(other))


def whitened(triangle: Triangle, vector: Vector) -> list[float]:
    """`vector` where a covariance, given by its Cholesky factor, is one."""
    solved: list[float] = []
    for row, value in zip(triangle, vector, strict=True):
        done = sum(factor * known for factor, known in zip(row, solved, strict=False))
        solved.append((value - done) / row[len(solved)])
    return solved


def spread_of(voices: Sequence[Sequence[Vector]]) -> tuple[Triangle, float]:
    """The Cholesky factor of the covariance within voices, and the 95th percentile of the
    distances between sentences of one voice.

    `voices` holds for each voice the features of each of its sentences.
    """
    triangle = _cholesky(_within(voices))
    distances = sorted(
        math.dist(whitened(triangle, one), whitened(triangle, other))
        for sentences in voices
        for at, one in enumerate(sentences)
        for other in sentences[:at]
    )
    return triangle, distances[round(0.95 * (len(distances) - 1))]


def _within(voices: Sequence[Sequence[Vector]]) -> list[list[float]]:
    """The covariance of sentences around the mean of their voice."""
    rows: list[list[float]] = []
    for sentences in voices:
        means = [math.fsum(column) / len(sentences) for column in zip(*sentences, strict=True)]
        rows += [[v - m for v, m in zip(row, means, strict=True)] for row in sentences]
    free = len(rows) - len(voices)
    size = range(len(rows[0]))
    return [[math.fsum(row[i] * row[j] for row in rows) / free for j in size] for i in size]


def _cholesky(matrix: Sequence[Vector]) -> Triangle:
    rows: list[tuple[float, ...]] = []
    for i, source in enumerate(matrix):
        row: list[float] = []
        for j in range(i + 1):
            known = row if j == i else rows[j]
            rest = source[j] - sum(a * b for a, b in zip(row, known[:j], strict=True))
            row.append(math.sqrt(rest) if i == j else rest / rows[j][j])
        rows.append(tuple(row))
    return tuple(rows)


@cache
def _shipped() -> tuple[Triangle, float]:
    """What `benchmarks/engines/spread.py` measured of the espeak catalogue."""
    data = json.loads(files(__package__).joinpath(DATA).read_text(encoding="utf-8"))
    return tuple(tuple(row) for row in data["cholesky"]), float(data["same_voice_p95"])
