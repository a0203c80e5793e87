"""Small books to publish: clips and pictures made by the standard library."""

import array
import math
import random
import struct
import sys
import wave
import zlib
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from narrator.mixing import Mixed, TakeInMix, mix
from narrator.model import BookInfo, Clip, Line, LineKind, Pauses, ScriptChapter
from narrator.publish import BookAudio

RATE = 22050


def samples(frames: int) -> bytes:
    """A tone whose loudness rises and falls like syllables do, with a little noise."""
    chance = random.Random(frames)
    sound = array.array(
        "h",
        (
            int(7000 * math.sin(n * 0.06) * (0.55 + 0.45 * math.sin(n * 20 / RATE)))
            + chance.randint(-800, 800)
            for n in range(frames)
        ),
    )
    if sys.byteorder == "big":
        sound.byteswap()
    return sound.tobytes()


@pytest.fixture
def clip(tmp_path: Path) -> Clip:
    """A clip of two sentences, three quarters of a second."""
    path = tmp_path / "clip.wav"
    with wave.open(str(path), "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(RATE)
        file.writeframes(samples(16000))
    return Clip("clip", path, RATE, (10000, 6000))


@pytest.fixture
def make_chapter(clip: Clip) -> Callable[..., Mixed]:
    """A chapter of so many lines; `gain` makes it another sound."""

    def make(title: str, lines: int = 3, gain: float = 0.0, pauses: Pauses | None = None) -> Mixed:
        rows = [Line("Narrator", title, LineKind.HEADING)]
        rows += [Line("Tom", "“Yes,”", LineKind.DIALOGUE)] * (lines - 1)
        takes = {number: TakeInMix(clip, gain) for number in range(lines)}
        return mix(ScriptChapter(title, tuple(rows)), takes, pauses or Pauses(), RATE)

    return make


@pytest.fixture
def make_book(make_chapter: Callable[..., Mixed]) -> Callable[..., BookAudio]:
    """A book of chapters with these titles."""

    def make(titles: Sequence[str] = ("One", "Two"), title: str = "A Book") -> BookAudio:
        return BookAudio(
            BookInfo(title, "Jane Author", "en-GB"),
            tuple(make_chapter(each) for each in titles),
            narrators="Voice A, Voice B (synthetic)",
            date="2026",
            description="What it is about.",
        )

    return make


@pytest.fixture
def png(tmp_path: Path) -> Path:
    """A picture of 16 by 16 dots, named as if it were something else."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        end = struct.pack(">I", zlib.crc32(kind + data))
        return struct.pack(">I", len(data)) + kind + data + end

    rows = b"".join(
        b"\0" + bytes([y * 16, 80, x * 16][n] for x in range(16) for n in range(3))
        for y in range(16)
    )
    path = tmp_path / "50% cover%03d.jpg"
    path.write_bytes(
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", struct.pack(">IIBBBBB", 16, 16, 8, 2, 0, 0, 0))
        + chunk(b"IDAT", zlib.compress(rows))
        + chunk(b"IEND", b"")
    )
    return path
