"""The chime between chapters: a file of any kind, made into a clip."""

import hashlib
import os
import wave
from pathlib import Path

from narrator.errors import NarratorError
from narrator.mixing import TARGET, TakeInMix, convert, measure
from narrator.mixing.ffmpeg import file
from narrator.model import SAMPLE_BYTES, Clip
from narrator.workspace import Workspace

RATE = 22_050
"""Hertz: the rate of most engines."""
LONGEST = 20.0
"""Seconds of it that are heard, faded out at the end."""
_FADE = 2.0
_SOFTER = 2.0
"""Decibels below speech."""
_SCHEMA = 2


def chime(workspace: Workspace, source: Path, rate: int) -> TakeInMix:
    """The sound in the file `source` at `rate` Hertz, levelled.

    Raises:
        NarratorError: it cannot be read, or holds no sound.
        MissingTool: there is no ffmpeg.
    """
    key = _key(source, rate)
    path = workspace.music / f"{key}.wav"
    if not path.is_file():
        _write(path, _decoded(source, rate), rate)
    with wave.open(str(path), "rb") as kept:
        frames = kept.getnframes()
    lufs = measure(path).lufs
    gain = TARGET - _SOFTER - lufs if lufs > -70 else 0.0
    return TakeInMix(Clip(key, path, rate, (frames,)), min(gain, 12.0))


def _key(source: Path, rate: int) -> str:
    try:
        data = source.read_bytes()
    except OSError as error:
        reason = error.strerror or str(error)
        raise NarratorError(f"cannot be read ({reason})", where=str(source)) from error
    return hashlib.sha256(f"music/{_SCHEMA}/{rate}/{LONGEST}/".encode() + data).hexdigest()


def _decoded(source: Path, rate: int) -> bytes:
    fade = f"afade=t=in:d=0.01,atrim=end={LONGEST},asetpts=PTS-STARTPTS"
    shape = ("-f", "s16le", "-ac", "1", "-ar", str(rate), "pipe:1")
    try:
        sound = convert(("-i", file(source), "-map", "0:a:0", "-af", fade, *shape), b"")
    except NarratorError as error:
        todo = "give a sound file that ffmpeg reads"
        raise NarratorError("holds no sound", where=str(source), todo=todo) from error
    seconds = len(sound) / SAMPLE_BYTES / rate
    if not sound:
        raise NarratorError("holds no sound", where=str(source), todo="give another file")
    out = min(_FADE, seconds / 4)
    again = ("-f", "s16le", "-ac", "1", "-ar", str(rate), "-i", "pipe:0")
    return convert((*again, "-af", f"afade=t=out:st={seconds - out}:d={out}", *shape), sound)


def _write(path: Path, sound: bytes, rate: int) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    part = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        with wave.open(str(part), "wb") as file:
            file.setparams((1, SAMPLE_BYTES, rate, 0, "NONE", ""))
            file.writeframes(sound)
        part.replace(path)
    finally:
        part.unlink(missing_ok=True)
