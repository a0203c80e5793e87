"""Recordings of a person's own, in place of lines: made ready once, and kept as clips."""

import hashlib
import sys
from array import array
from collections.abc import Callable
from pathlib import Path

from narrator.errors import NarratorError
from narrator.files import read_file
from narrator.mixing import convert
from narrator.model import Line, Manner, Sound, Span
from narrator.studio import Store, Utterance, trimmed
from narrator.workspace import Workspace

_RATE = 44_100
_PEAK, _MOST = 0x7FFF * 0.7, 100.0
"""The loudest sample of a recording made ready, and by what factor it is made louder at most."""
_SCHEMA = "brought-1"
"""Part of every key: its number goes up when recordings come to be made ready in another way."""
_ENGINE = "brought"
_AS = ("-vn", "-ac", "1", "-ar", str(_RATE), "-f", "s16le", "-")

Brought = Callable[[Line], Utterance]
"""The utterance that is the recording which a line names; its clip is in the store."""


def brought_to(workspace: Workspace, book: str, store: Store) -> Brought:
    """What brings the recordings that lines of `book` name into `store`.

    Raises (when called):
        NarratorError: a recording is not there, or holds no sound.
        MissingTool: there is no ffmpeg.
    """
    folder = workspace.recordings(book)

    def bring(line: Line) -> Utterance:
        return _brought(folder / Path(line.recording).name, line, store)

    return bring


def _brought(path: Path, line: Line, store: Store) -> Utterance:
    try:
        content = read_file(path)
    except OSError as error:
        raise NarratorError(
            f"the recording of a line is not there: {line.text[:60]!r}",
            where=str(path),
            todo="put it there, or take `recording` out of the brackets of the line",
        ) from error
    key = hashlib.sha256(f"{_SCHEMA}/".encode() + content).hexdigest()
    if not store.find(key):
        store.save(key, [ready(content, where=str(path))])
    whole = Span(0, len(line.text))
    return Utterance(key, _ENGINE, "", Manner(), (line.text,), (whole,))


def ready(content: bytes, *, where: str = "") -> Sound:
    """What is heard in a sound file of any format: mono, centred, without silence at its ends.

    Raises:
        NarratorError: there is no sound in it.
        MissingTool: there is no ffmpeg.
    """
    try:
        pcm = convert(("-i", "pipe:0", *_AS), content)
    except NarratorError as error:
        what = f"this is no sound file that can be read ({error.what})"
        raise NarratorError(what, where=where, todo="give a WAV") from error
    if not any(pcm):
        raise NarratorError("there is no sound in this recording", where=where, todo="record again")
    return trimmed(Sound(_raised(pcm), _RATE))


def _raised(pcm: bytes) -> bytes:
    """`pcm` as loud as it can be: what a microphone gives may be softer than any voice."""
    samples = array("h", pcm)
    if sys.byteorder == "big":
        samples.byteswap()
    factor = min(_PEAK / max(map(abs, samples)), _MOST)
    raised = array("h", (round(sample * factor) for sample in samples))
    if sys.byteorder == "big":
        raised.byteswap()
    return raised.tobytes()


def is_brought(utterance: Utterance) -> bool:
    """Whether an utterance is a recording of a person's own."""
    return utterance.engine == _ENGINE
