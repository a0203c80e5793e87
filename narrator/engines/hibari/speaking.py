"""Text to sound: read, spoken breath by breath, and joined."""

from collections.abc import Iterator

import numpy as np

from narrator.model import Sound

from .model import Model
from .reading import Reader
from .shape import Shape
from .synthesis import RATE, Floats, Frames, sound_of
from .timing import at_speed, pace_for

BREATH, BETWEEN = 0.15, 0.4
"""Seconds of silence where breath is taken within a sentence, and between two."""
_EDGE = 4
"""Frames kept of the silence at the ends of a breath: as many as one sound reaches."""
_HEARD = 6.0
"""Nepers below the loudest at which a frame counts as silent: 52 dB."""
_NOTHING = 0.01
"""Seconds that text without words lasts."""


def spoken(text: str, reader: Reader, model: Model, shape: Shape) -> Sound:
    """`text` in the shape of a voice; a moment of silence where it has no words."""
    parts = list(_parts(text, reader, model, shape))
    wave = np.concatenate(parts[:-1]) if parts else np.zeros(round(_NOTHING * RATE), np.float32)
    return Sound((wave * 32_767).astype("<i2").tobytes(), RATE)


def _parts(text: str, reader: Reader, model: Model, shape: Shape) -> Iterator[Floats]:
    """What is heard, and the silence behind each piece of it."""
    for breath in reader.read(text):
        wave = _said(breath.phonemes, model, shape)
        if wave is not None:
            yield wave
            pause = BETWEEN if breath.ends_sentence else BREATH
            yield np.zeros(round(pause * RATE), np.float32)


def _said(phonemes: str, model: Model, shape: Shape) -> Floats | None:
    """What is said in one breath. Its frames are large, and gone before the next are made."""
    pace = pace_for(shape.speed)
    frames = model.frames(phonemes, pace.asked)
    if frames is None:
        return None
    frames = at_speed(_without_silence(frames), pace, shape.speed)
    return sound_of(frames, shape)


def _without_silence(frames: Frames) -> Frames:
    """`frames` without the silence with which the model begins and ends."""
    hummed = np.where(frames.pitch > 0, frames.harmonic, frames.noise)
    levels = np.maximum(np.maximum(hummed, frames.noise), frames.rest)[5:400].max(axis=0)
    heard = np.flatnonzero(levels > levels.max() - _HEARD)
    part = slice(max(heard[0] - _EDGE, 0), heard[-1] + _EDGE + 1)
    return Frames(*(each[..., part] for each in frames))
