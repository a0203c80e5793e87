"""One gain a voice, found by letting it speak a fixed text.

The text is not the book's: one edited line must not change the level of every other line. What a
meter said is kept beside the clip, since a clip's sound never changes.
"""

from narrator.mixing import level_voice
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

SUFFIX = ".gain-2"
"""Of the file beside a clip; the number goes up when gains come to be found in another way."""


def calibration(engine: str, version: str, voice: str, manner: Manner) -> Utterance:
    """The fixed text as a voice speaks it in a role."""
    utterance = utterance_for(
        CALIBRATION_TEXT, engine=engine, version=version, voice=voice, manner=manner
    )
    if utterance is None:
        raise ValueError("the calibration text has no words")
    return utterance


def gain_of(clip: Clip) -> float:
    """Decibels that bring the voice heard in a calibration clip to the level of speech.

    Raises:
        MissingTool: there is no ffmpeg to measure with.
    """
    kept = clip.path.with_suffix(SUFFIX)
    try:
        return float(kept.read_text(encoding="ascii"))
    except (OSError, ValueError):
        gain = level_voice([clip], clip.rate)
        write_whole(kept, f"{gain}\n")
        return gain
