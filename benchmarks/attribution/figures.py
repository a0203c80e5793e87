"""The figures of the table, and how far chance may have moved them."""

import random
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from .scoring import Tally

RESAMPLES = 2000
SEED = 20130


@dataclass(frozen=True, slots=True)
class Figure:
    """A column of the table."""

    name: str
    of: Callable[[Tally], float]
    digits: int = 1
    has_interval: bool = True


def share(part: str, whole: str) -> Callable[[Tally], float]:
    """`part` per cent of `whole`."""
    return lambda tally: _per_cent(tally[part], tally[whole])


def balance(right: str) -> Callable[[Tally], float]:
    """F: twice what is right among all that was found and all there is."""
    return lambda tally: _per_cent(2 * tally[right], tally["all"] + tally["found"])


def _per_cent(part: float, whole: float) -> float:
    return 100 * part / whole if whole else float("nan")


def _speed(tally: Tally) -> float:
    return 100 * tally["milliseconds"] / tally["words"] if tally["words"] else float("nan")


def _plain(name: str) -> Figure:
    return Figure(name, lambda tally: tally[name], 0, has_interval=False)


_TYPES = tuple(
    Figure(name, share(f"{name} right", name)) for name in ("Explicit", "Anaphoric", "Implicit")
)
_VOICES = (
    Figure("Voice", share("voice right", "all")),
    Figure("Sex", share("known sex", "known")),
    Figure("Gender", share("gendered right", "gendered")),
)
_SPEED = Figure("s/100k", _speed, has_interval=False)

FIGURES = {
    "a": (
        _plain("all"),
        Figure("All", share("all right", "all")),
        *_TYPES,
        Figure("NonExp", share("not explicit right", "not explicit")),
        Figure("NoMinor", share("no minor right", "no minor")),
        Figure("Row", share("quotations right", "quotations")),
        Figure("Chars", share("characters right", "characters")),
        *_VOICES,
        _SPEED,
    ),
    "b": (
        _plain("all"),
        _plain("found"),
        Figure("detP", share("matched", "found")),
        Figure("detR", share("matched", "all")),
        Figure("detF", balance("matched")),
        Figure("e2eR", share("all right", "all")),
        Figure("e2eF", balance("all right")),
        *_TYPES,
        Figure("Chars", share("characters right", "characters")),
        *_VOICES,
        _SPEED,
    ),
}
"""The columns for each protocol."""

LEGEND = {
    "All": "segments with the right speaker, of 100",
    "Explicit": "of those, the speaker's name is in the tag",
    "Anaphoric": "a pronoun or noun in the tag",
    "Implicit": "no tag",
    "NonExp": "Anaphoric and Implicit together",
    "NoMinor": "all but the lines of minor characters",
    "Row": "whole quotations instead of segments",
    "detP": "quotes found that are quotes",
    "detR": "quotes that were found",
    "detF": "their harmonic mean",
    "e2eR": "segments found and given to the right speaker",
    "e2eF": "harmonic mean of that and the same share of the quotes found",
    "Chars": "characters of text instead of segments",
    "Voice": "under the best one-to-one pairing of voices and people, names aside",
    "Sex": "the right speaker, or one of the same gender",
    "Gender": "the voice has the person's gender, whoever it is taken for",
    "s/100k": "seconds of one core for 100,000 words",
}


def total(tallies: Sequence[Tally]) -> Tally:
    """All novels together, every segment counting the same."""
    together: Tally = Counter()
    for tally in tallies:
        together.update(tally)
    return together


def intervals(
    tallies: Sequence[Tally], figures: Sequence[Figure]
) -> list[tuple[float, float] | None]:
    """For each figure the 95 % interval of a bootstrap over novels; None where it has none.

    Novels differ more than segments of one novel do, so novels are drawn, not segments.
    """
    dice = random.Random(SEED)  # noqa: S311 (nothing secret is drawn)
    drawn = [total(dice.choices(tallies, k=len(tallies))) for _ in range(RESAMPLES)]
    return [
        _middle(sorted(figure.of(tally) for tally in drawn)) if figure.has_interval else None
        for figure in figures
    ]


def _middle(values: Sequence[float]) -> tuple[float, float]:
    edge = round(0.025 * len(values))
    return values[edge], values[-1 - edge]
