"""AAC: chapters encoded one by one, side by side, that are joined afterwards as they are.

An encoder of AAC (ISO/IEC 14496-3) turns blocks of 1024 samples into packets, each of which
overlaps the one before: to hear the first block a player needs a packet of silence in front. So N
blocks make N + 1 packets. If the last block of a chapter is silent, its last packet holds nothing,
and the first packet of the next chapter takes its place: what is joined so is, sample for sample,
what each chapter was by itself, and begins exactly where the blocks before it end.
"""

import math
from collections.abc import Iterable, Iterator
from pathlib import Path

from narrator.errors import NarratorError
from narrator.mixing import Mixed, Silence

from .interface import Format

RATE = 44100
"""Samples a second."""
BLOCK = 1024
"""Samples of a packet, and of the silence that a player skips before the first."""
_SILENT = 0.05
"""Seconds of silence at the end of a chapter: a block of it, and what filters smear into it."""
_HEADER = 7
"""Bytes of what stands before each packet (ADTS, ISO/IEC 13818-7, 6.2)."""


def blocks(mixed: Mixed) -> int:
    """How many blocks a chapter fills: all of its sound, and silence at the end."""
    last = mixed.segments[-1] if mixed.segments else None
    silence = last.frames if isinstance(last, Silence) else 0
    frames = mixed.audio.frames + max(math.ceil(_SILENT * mixed.audio.rate) - silence, 0)
    return math.ceil(frames * RATE / (mixed.audio.rate * BLOCK))


def lengths(chapters: Iterable[Mixed]) -> list[int]:
    """How many samples each chapter lasts once they are joined."""
    return [blocks(chapter) * BLOCK for chapter in chapters]


def filled(mixed: Mixed) -> str:
    """The ffmpeg filters that make a chapter's sound, at the encoder's rate, fill its blocks."""
    samples = blocks(mixed) * BLOCK
    return f"apad=whole_len={samples},atrim=end_sample={samples}"


AAC = Format(
    name="aac",
    suffix=".aac",
    arguments=(
        # The other coder of ffmpeg overshoots peaks by 3 dB, and takes three times as long.
        *("-c:a", "aac", "-aac_coder", "fast"),
        *("-f", "adts"),
    ),
    bit_rate=64,
    rate=RATE,
    filled=filled,
    cover=False,
)
"""What M4A and M4B are made of. Nobody asks for it by name."""


def joined(pieces: Iterable[Path]) -> Iterator[bytes]:
    """The packets of the chapters in `pieces` without those that hold nothing.

    Raises:
        NarratorError: a file is missing or damaged.
    """
    last = b""
    for path in pieces:
        try:
            packets = path.read_bytes()
        except OSError as error:
            raise _damaged(path) from error
        end = _last_packet(packets, path)
        yield packets[:end]
        last = packets[end:]
    yield last


def _last_packet(packets: bytes, path: Path) -> int:
    """Where the last packet begins."""
    at = last = 0
    while at < len(packets):
        head = packets[at : at + _HEADER]
        size = (head[3] & 3) << 11 | head[4] << 3 | head[5] >> 5 if len(head) == _HEADER else 0
        if size < _HEADER or head[0] != 0xFF or at + size > len(packets):
            raise _damaged(path)
        last, at = at, at + size
    return last


def _damaged(path: Path) -> NarratorError:
    return NarratorError(
        "an encoded chapter is damaged", where=str(path), todo="delete it and run the same again"
    )
