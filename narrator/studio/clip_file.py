"""The file a clip is kept in: a plain WAV whose cue points mark where its sentences begin.

Layout: https://www.recordingblogs.com/wiki/wave-file-format ("RIFF", "fmt ", "cue ", "data").
"""

import struct
from collections.abc import Iterator, Sequence
from itertools import accumulate, pairwise
from typing import BinaryIO

from narrator.model import SAMPLE_BYTES

_PCM, _MONO = 1, 1
_HEADER = struct.Struct("<4sI4s")
_CHUNK = struct.Struct("<4sI")
_FORMAT = struct.Struct("<HHIIHH")
_COUNT = struct.Struct("<I")
_CUE = struct.Struct("<II4sIII")


def packed(rate: int, sentences: Sequence[bytes]) -> bytes:
    """The whole file for `sentences` of PCM at `rate` Hertz."""
    data = b"".join(sentences)
    frames = [len(pcm) // SAMPLE_BYTES for pcm in sentences]
    starts = list(accumulate(frames, initial=0))[:-1]
    chunks = (
        (b"fmt ", _FORMAT.pack(*_format(rate))),
        (b"cue ", _COUNT.pack(len(starts)) + b"".join(map(_cue, range(len(starts)), starts))),
        (b"data", data),
    )
    body = b"".join(_CHUNK.pack(name, len(content)) + content for name, content in chunks)
    return _HEADER.pack(b"RIFF", 4 + len(body), b"WAVE") + body


def measured(file: BinaryIO, size: int) -> tuple[int, tuple[int, ...]] | None:
    """The rate and the frames of each sentence of an open file of `size` bytes.

    None when it is no whole file of ours. Reads the head only, not the sound.
    """
    try:
        riff, length, wave = _HEADER.unpack(file.read(_HEADER.size))
        if (riff, wave) != (b"RIFF", b"WAVE") or length + _CHUNK.size != size:
            return None
        head = dict(_head(file))
        form = _FORMAT.unpack(head[b"fmt "])
        starts = list(_starts(head[b"cue "]))
        (data,) = _COUNT.unpack(head[b"data"])
    except (struct.error, KeyError):
        return None
    bounds = [*starts, data // SAMPLE_BYTES]
    whole = file.tell() + data == size and data % SAMPLE_BYTES == 0
    if not whole or form != _format(form[2]) or not starts or starts[0] or bounds != sorted(bounds):
        return None
    return form[2], tuple(end - start for start, end in pairwise(bounds))


def _format(rate: int) -> tuple[int, ...]:
    return (_PCM, _MONO, rate, rate * SAMPLE_BYTES, SAMPLE_BYTES, SAMPLE_BYTES * 8)


def _cue(number: int, start: int) -> bytes:
    return _CUE.pack(number, start, b"data", 0, 0, start)


def _head(file: BinaryIO) -> Iterator[tuple[bytes, bytes]]:
    """The chunks before the sound, and for the sound its length."""
    while True:
        name, length = _CHUNK.unpack(file.read(_CHUNK.size))
        if name == b"data":
            yield name, _COUNT.pack(length)
            return
        yield name, file.read(length)


def _starts(cues: bytes) -> Iterator[int]:
    (count,) = _COUNT.unpack_from(cues)
    for place in range(count):
        yield _CUE.unpack_from(cues, _COUNT.size + place * _CUE.size)[-1]
