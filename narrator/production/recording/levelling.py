"""One gain a voice, found by letting it speak a fixed text.

The text is not the book's: one edited line must not change the level of every other line. What a
meter said is kept beside the clip, since a clip's sound never changes.
"""

import math
from collections.abc import Sequence
from functools import cache

from narrator.engines import engine_and_voice, engine_class
from narrator.files import Damaged, read_text
from narrator.mixing import level_voices
from narrator.model import Clip, Role
from narrator.studio import Sentences, Store, Utterance, said_for, utterance_of
from narrator.text import Diction
from narrator.workspace import write_whole

CALIBRATION_TEXT = (
    "She put the kettle on, and waited for the post. Why should it come today? "
    "Open the door, they said!"
)
"""Some six seconds: narration, a question and a call. Of the voices of espeak none has a gain that
is 0.6 dB from what half a minute of speech gives it."""

SUFFIX = ".gain-3"
"""Of the file beside a clip; the number goes up when gains come to be found in another way."""


def calibration_of(engine: str, role: Role) -> Utterance:
    """The fixed text as `role` speaks it in a cast for `engine`.

    Raises:
        MissingTool: the engine, or what the voice needs, is not there.
    """
    name, voice = engine_and_voice(engine, role.voice)
    version = engine_class(name).version_of(voice)
    utterance = utterance_of(
        _calibration(), engine=name, version=version, voice=voice, manner=role.manner
    )
    if utterance is None:
        raise ValueError("the calibration text has no words")
    return utterance


@cache
def _calibration() -> Sentences:
    return said_for(CALIBRATION_TEXT, Diction())


def has_spoken(store: Store, engine: str, role: Role) -> bool:
    """Whether the voice of `role` has spoken the fixed text before, as its engine is now."""
    return store.find(calibration_of(engine, role).key) is not None


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
        gain = float(read_text(clip.path.with_suffix(SUFFIX)))
    except (OSError, Damaged, ValueError):
        return None
    return gain if math.isfinite(gain) else None
