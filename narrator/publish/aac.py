"""AAC: chapters encoded one by one, side by side, that are joined afterwards as they are.

An encoder of AAC (ISO/IEC 14496-3) turns blocks of 1024 samples into packets, each of which
overlaps the one before: to hear the first block a player needs a packet of silence in front. So N
blocks make N + 1 packets. If the last block of a chapter is silent, its last packet holds nothing,
and the first packet of the next chapter takes its place: what is joined so is, sample for sample,
what each chapter was by itself, and begins exactly where the blocks before it end.
"""

import math
from array import array
from collections.abc import Iterable
from pathlib import Path

from narrator.errors import NarratorError
from narrator.mixing import Mixed, Silence

from .interface import Format

RATE = 22050
"""Samples a second: as many as most voices have. More would cost time and hold nothing."""
BLOCK = 1024
"""Samples of a packet, and of the silence that a player skips before the first."""
_SILENT = 0.05
"""Seconds of silence at the end of a chapter: a block of it, and what filters smear into it."""
_FEW = 4
"""Packets."""
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
        # Nearer to what was spoken than ffmpeg's own choice of coder, which takes three times as
        # long and overshoots peaks by 3 dB; shaping noise over time, made for sharp attacks, does
        # not help speech (`benchmarks/coding.py`).
        *("-c:a", "aac", "-aac_coder", "fast", "-aac_tns", "0"),
        *("-f", "adts"),
    ),
    bit_rate=64,
    rate=RATE,
    filled=filled,
    cover=False,
)
"""What M4A and M4B are made of. Nobody asks for it by name."""


def packet_sizes(piece: Path) -> "array[int]":
    """How many bytes each packet of an encoded chapter has, without its header.

    Raises:
        NarratorError: the file is missing or damaged.
    """
    data, at, sizes = _read(piece), 0, array("H")  # a size has 13 bits
    end = len(data) - _HEADER
    while at <= end:
        size = (data[at + 3] & 3) << 11 | data[at + 4] << 3 | data[at + 5] >> 5
        if size < _HEADER or data[at] != 0xFF:
            raise _damaged(piece)
        sizes.append(size - _HEADER)
        at += size
    if at != len(data):
        raise _damaged(piece)
    return sizes


def packets(piece: Path, sizes: Iterable[int]) -> bytes:
    """The first packets of an encoded chapter, of these sizes, without their headers.

    Raises:
        NarratorError: the file is missing or damaged.
    """
    data, at, found = _read(piece), 0, []
    for size in sizes:
        at += _HEADER
        found.append(data[at : at + size])
        at += size
    if at > len(data):
        raise _damaged(piece)
    return b"".join(found)


def beginning(piece: Path) -> bytes:
    """A few packets of an encoded chapter, with their headers: enough to see what they are.

    Raises:
        NarratorError: the file is missing or damaged.
    """
    few = packet_sizes(piece)[:_FEW]
    return _read(piece)[: sum(few) + len(few) * _HEADER]


def _read(piece: Path) -> bytes:
    try:
        return piece.read_bytes()
    except OSError as error:
        raise _damaged(piece) from error


def _damaged(path: Path) -> NarratorError:
    return NarratorError(
        "an encoded chapter is damaged", where=str(path), todo="delete it and run the same again"
    )
