"""One gain a voice, found by letting it speak a fixed text.

The text is not the book's: one edited line must not change the level of every other line. What a
meter said is kept beside the clip, since a clip's sound never changes.
"""

import math
from collections.abc import Sequence

from narrator.mixing import level_voices
from narrator.model import Clip, Manner
from narrator.studio import Utterance, utterance_for
from narrator.workspace import write_whole

CALIBRATION_TEXT = """
The morning was grey, and nobody in the house had slept. She put the kettle on, sat down by the
window, and waited for the post. Why should it come today? It had not come on Monday, nor on
Tuesday, nor on any day since the bridge was closed. Then somebody laughed outside, three quick
steps crossed the yard, and the whole room seemed to wake up at once. Open the door, they said.
Hurry! He thought about it for a moment, shook his head, and very slowly began to smile.
"""
"""About half a minute of plain narration, questions and exclamations."""

SUFFIX = ".gain-3"
"""Of the file beside a clip; the number goes up when gains come to be found in another way."""


def calibration(engine: str, version: str, voice: str, manner: Manner) -> Utterance:
    """The fixed text as a voice speaks it in a role."""
    utterance = utterance_for(
        CALIBRATION_TEXT, engine=engine, version=version, voice=voice, manner=manner
    )
    if utterance is None:
        raise ValueError("the calibration text has no words")
    return utterance


def gains_of(clips: Sequence[Clip]) -> dict[str, float]:
    """Decibels that bring the voice in each calibration clip to the level of speech, by its key.

    Raises:
        MissingTool: there is no ffmpeg to measure with.
    """
    gains = {clip.key: gain for clip in clips if (gain := _kept(clip)) is not None}
    new = [clip for clip in clips if clip.key not in gains]
    for clip, gain in zip(new, level_voices(new), strict=True):
        gains[clip.key] = gain
        write_whole(clip.path.with_suffix(SUFFIX), f"{gain}\n")
    return gains


def _kept(clip: Clip) -> float | None:
    """The gain that was found in an earlier run."""
    try:
        gain = float(clip.path.with_suffix(SUFFIX).read_text(encoding="ascii"))
    except (OSError, ValueError):
        return None
    return gain if math.isfinite(gain) else None
