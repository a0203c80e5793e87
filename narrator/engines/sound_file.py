"""A sound file that an engine wrote: WAV or AIFF, told apart by their bytes, not their names."""

import struct
import sys
import wave
from array import array
from pathlib import Path

from narrator.errors import NarratorError
from narrator.model import SAMPLE_BYTES, Sound

_BITS = SAMPLE_BYTES * 8


def read_sound(path: Path) -> Sound:
    """The sound in `path`, as mono.

    Raises:
        NarratorError: the file is missing, empty, of another kind, or not of 16 bits.
    """
    try:
        with path.open("rb") as file:
            head = file.read(12)
        if head[:4] == b"RIFF" and head[8:] == b"WAVE":
            sound = _wav(path)
        elif head[:4] == b"FORM" and head[8:] in (b"AIFF", b"AIFC"):
            sound = _aiff(path.read_bytes())
        else:
            raise NarratorError("the engine wrote no WAV or AIFF file")
    except FileNotFoundError as error:
        raise NarratorError("the engine wrote no file") from error
    except (wave.Error, EOFError, struct.error, KeyError) as error:
        raise NarratorError(f"the engine wrote a broken sound file: {error}") from error
    if not sound.frames:
        raise NarratorError("the engine wrote a file without sound")
    return sound


def _wav(path: Path) -> Sound:
    with wave.open(str(path), "rb") as file:
        _check_bits(file.getsampwidth() * 8)
        pcm = file.readframes(file.getnframes())
        return Sound(_mono(pcm, file.getnchannels()), file.getframerate())


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
    return Sound(_mono(_little(samples), channels), _extended(chunks[b"COMM"][8:18]))


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


def _mono(pcm: bytes, channels: int) -> bytes:
    """The first channel: engines that write several write the same to all."""
    if channels == 1:
        return pcm
    samples = array("h", pcm[: len(pcm) // (channels * SAMPLE_BYTES) * channels * SAMPLE_BYTES])
    return samples[::channels].tobytes()


def _little(samples: "array[int]") -> bytes:
    if sys.byteorder == "big":
        samples = array("h", samples)
        samples.byteswap()
    return samples.tobytes()
