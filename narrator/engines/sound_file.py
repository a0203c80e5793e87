"""A sound file that an engine wrote: WAV or AIFF, told apart by their bytes, not their names."""

import struct
import sys
from array import array
from pathlib import Path

from narrator.errors import NarratorError
from narrator.model import SAMPLE_BYTES, Sound

from .wav import first_channel, is_wav, wav_sound

_BITS = SAMPLE_BYTES * 8


def read_sound(path: Path) -> Sound:
    """The sound in `path`, as mono.

    Raises:
        NarratorError: the file is missing, empty, or of a kind that is not understood.
    """
    try:
        content = path.read_bytes()
    except FileNotFoundError as error:
        raise NarratorError("the engine wrote no file") from error
    try:
        sound = _sound(content)
    except (struct.error, KeyError, ValueError) as error:
        raise NarratorError(f"the engine wrote a broken sound file: {error}") from error
    if not sound.frames:
        raise NarratorError("the engine wrote a file without sound")
    return sound


def _sound(content: bytes) -> Sound:
    if is_wav(content):
        return wav_sound(content)
    if content[:4] == b"FORM" and content[8:12] in (b"AIFF", b"AIFC"):
        return _aiff(content)
    raise NarratorError("the engine wrote no WAV or AIFF file")


def _aiff(content: bytes) -> Sound:
    """Uncompressed AIFF, or AIFF-C with its bytes in either order.

    Layout: Apple, "Audio Interchange File Format", version 1.3, and the AIFF-C draft.
    """
    chunks = dict(_aiff_chunks(content))
    channels, frames, bits = struct.unpack_from(">hIh", chunks[b"COMM"])
    _check_bits(bits)
    compression = chunks[b"COMM"][18:22] or b"NONE"
    if compression not in (b"NONE", b"twos", b"sowt"):
        raise NarratorError(f"the engine wrote a compressed AIFF file ({compression!r})")
    (skipped,) = struct.unpack_from(">I", chunks[b"SSND"])
    samples = array("h", chunks[b"SSND"][8 + skipped :][: frames * channels * SAMPLE_BYTES])
    if (compression == b"sowt") != (sys.byteorder == "little"):
        samples.byteswap()
    return Sound(first_channel(_little(samples), channels), _extended(chunks[b"COMM"][8:18]))


def _aiff_chunks(content: bytes) -> list[tuple[bytes, bytes]]:
    chunks, place = [], 12
    while place + 8 <= len(content):
        name, length = struct.unpack_from(">4sI", content, place)
        chunks.append((name, content[place + 8 : place + 8 + length]))
        place += 8 + length + length % 2
    return chunks


def _extended(raw: bytes) -> int:
    """An 80-bit floating-point number (IEEE 754 double extended) that is whole and positive."""
    exponent, mantissa = struct.unpack(">HQ", raw)
    return int(mantissa) >> (16383 + 63 - int(exponent))


def _check_bits(bits: int) -> None:
    if bits != _BITS:
        raise NarratorError(f"the engine wrote {bits}-bit sound; only {_BITS} bits are understood")


def _little(samples: "array[int]") -> bytes:
    if sys.byteorder == "big":
        samples = array("h", samples)
        samples.byteswap()
    return samples.tobytes()
