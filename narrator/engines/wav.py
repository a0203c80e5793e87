"""The sound in a WAV as programs and servers write it: any usual width, any number of channels.

Layout: https://www.recordingblogs.com/wiki/wave-file-format. Python's `wave` knows neither floats
nor, in 3.11, `WAVE_FORMAT_EXTENSIBLE`.
"""

import struct
import sys
import warnings
from array import array
from collections.abc import Iterator

from narrator.errors import NarratorError
from narrator.model import SAMPLE_BYTES, Sound

with warnings.catch_warnings():
    warnings.simplefilter("ignore")  # deprecated in Python itself; later audioop-lts has it
    import audioop

_PCM, _FLOAT, _EXTENSIBLE = 1, 3, 0xFFFE
_HEAD, _CHUNK, _FORMAT = 12, struct.Struct("<4sI"), struct.Struct("<HHIIHH")
_TOLD_LATER = 24
"""Where an extensible format tells what its samples are."""


def is_wav(content: bytes) -> bool:
    """Whether it begins as a WAV does."""
    return content[:4] == b"RIFF" and content[8:12] == b"WAVE"


def wav_sound(content: bytes) -> Sound:
    """The first channel of a WAV: engines that write several write the same to all.

    Raises:
        NarratorError: its samples are of a kind that is not understood.
        struct.error, KeyError: it is broken.
    """
    chunks = dict(_chunks(content))
    kind, channels, rate, _, _, bits = _FORMAT.unpack_from(chunks[b"fmt "])
    if kind == _EXTENSIBLE:
        (kind,) = struct.unpack_from("<H", chunks[b"fmt "], _TOLD_LATER)
    frame = channels * bits // 8
    if not frame or not rate:
        raise KeyError("fmt ")
    data = chunks[b"data"]
    samples = _in_16_bits(data[: len(data) // frame * frame], kind, bits)
    return Sound(first_channel(samples, channels), rate)


def first_channel(pcm: bytes, channels: int) -> bytes:
    """That of PCM in 16 bits."""
    if channels == 1:
        return pcm
    samples = array("h", pcm[: len(pcm) // (channels * SAMPLE_BYTES) * channels * SAMPLE_BYTES])
    return samples[::channels].tobytes()


def _chunks(content: bytes) -> Iterator[tuple[bytes, bytes]]:
    """The parts of the file; whoever streams does not know how long the sound will be."""
    place = _HEAD
    while place + _CHUNK.size <= len(content):
        name, length = _CHUNK.unpack_from(content, place)
        place += _CHUNK.size
        is_open = name == b"data" and (length == 0 or place + length > len(content))
        if is_open:
            length = len(content) - place
        yield name, content[place : place + length]
        place += length + length % 2


def _in_16_bits(data: bytes, kind: int, bits: int) -> bytes:
    if (kind, bits) == (_FLOAT, 32):
        return _rounded(data)
    if kind != _PCM or bits not in (16, 24, 32):
        told = f"{bits}-bit" if kind == _PCM else f"compressed (kind {kind}, {bits}-bit)"
        raise NarratorError(f"{told} sound in a WAV, which is not understood")
    return data if bits == 16 else audioop.lin2lin(data, bits // 8, SAMPLE_BYTES)


def _rounded(data: bytes) -> bytes:
    """Samples from -1 to 1 in 16 bits; whatever is louder is held there."""
    floats = array("f", data)
    if sys.byteorder == "big":
        floats.byteswap()
    samples = array("h", (round(min(max(each, -1.0), 1.0) * 32_767) for each in floats))
    if sys.byteorder == "big":
        samples.byteswap()
    return samples.tobytes()
