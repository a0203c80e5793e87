"""What the judges say of a voice, and how voices compare."""

import json
from collections.abc import Mapping, Sequence
from functools import cached_property
from hashlib import sha256
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np

from narrator.engines import Engine

from .apartness import distance, groups, womanly
from .bars import Figures
from .listening import RATE, heard, joined, sentences
from .rating import Rating
from .recogniser import Recogniser, errors, words
from .speaker import Encoder

KEPT = Path(".venv/judged")
_STRETCH = 27 * RATE
"""Samples that are heard together: the recogniser takes half a minute at a time."""


class Heard(NamedTuple):
    """What the judges say of one voice."""

    errors: float
    """Words heard wrongly, percent."""
    rating: float
    place: Any
    """Where its groups of sentences lie to the speaker encoder: (groups, 256)."""


class Judges:
    """A recogniser, a judge of quality and a speaker encoder."""

    def hear(self, engine: Engine, voice: str) -> Heard:
        """What they say of `voice`, or said before of the same sound."""
        waves = [heard(engine, voice, text) for text in sentences()]
        path = KEPT / f"{sha256(np.concatenate(waves).tobytes()).hexdigest()[:32]}.json"
        if path.is_file():
            errors, rating, place = json.loads(path.read_text(encoding="utf-8"))
            return Heard(errors, rating, np.asarray(place))
        found = Heard(self._wrong(waves), self._rating.rate(joined(waves)), self._place(waves))
        path.parent.mkdir(exist_ok=True)
        kept = [found.errors, found.rating, found.place.tolist()]
        path.write_text(json.dumps(kept), encoding="utf-8")
        return found

    def _wrong(self, waves: Sequence[Any]) -> float:
        """The part of the words that are heard wrongly, percent."""
        wrong = count = 0
        for texts, sound in _stretches(waves):
            said = [word for text in texts for word in words(text)]
            wrong += errors(said, words(self._recogniser.hear(sound)))
            count += len(said)
        return 100 * wrong / count

    def _place(self, waves: list[Any]) -> Any:
        return groups(self._encoder, waves)

    @cached_property
    def _recogniser(self) -> Recogniser:
        return Recogniser()

    @cached_property
    def _rating(self) -> Rating:
        return Rating()

    @cached_property
    def _encoder(self) -> Encoder:
        return Encoder()


def _stretches(waves: Sequence[Any]) -> list[tuple[list[str], Any]]:
    """Sentences that are heard together, and their sound."""
    found: list[tuple[list[str], list[Any]]] = []
    for text, wave in zip(sentences(), waves, strict=True):
        if not found or len(joined([*found[-1][1], wave])) > _STRETCH:
            found.append(([], []))
        found[-1][0].append(text)
        found[-1][1].append(wave)
    return [(texts, joined(parts)) for texts, parts in found]


def compared(voices: Mapping[str, Heard]) -> dict[str, Figures]:
    """The figures of each of `voices`; the nearest is that among them."""
    own = {id: distance(each.place, each.place) for id, each in voices.items()}
    return {id: _figures(id, voices, own) for id in voices}


def _figures(id: str, voices: Mapping[str, Heard], own: Mapping[str, float]) -> Figures:
    one = voices[id]
    apart = {
        each: distance(one.place, other.place) / max(own[id], own[each])
        for each, other in voices.items()
        if each != id
    }
    nearest = min(apart, key=lambda each: apart[each], default="")
    return Figures(
        errors=round(one.errors, 2),
        rating=round(one.rating, 3),
        own=round(own[id], 4),
        nearest=nearest,
        apart=round(apart.get(nearest, 0.0), 3),
        womanly=round(womanly(one.place), 4),
    )
