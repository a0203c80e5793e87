"""The file a clip is kept in: a WAV, its sound packed, whose cue points mark where sentences begin.

Layout: https://www.recordingblogs.com/wiki/wave-file-format ("RIFF", "fmt ", "fact", "cue ",
"data"), with a checksum ("sum ") of all that follows it. Sound that cannot be packed is plain PCM,
as all of it once was; those older files have no checksum.
"""

import struct
import zlib
from collections.abc import Mapping, Sequence
from itertools import accumulate, pairwise

from narrator.model import SAMPLE_BYTES, Sound

from . import packing

_PCM, _PACKED = 1, 0x4E44
"""Kinds of sound in a WAV; the second is nobody's but ours."""
_MONO = 1
_HEADER = struct.Struct("<4sI4s")
_CHUNK = struct.Struct("<4sI")
_FORMAT = struct.Struct("<HHIIHH")
_COUNT = struct.Struct("<I")
_CUE = struct.Struct("<II4sIII")

_Chunks = Mapping[bytes, memoryview]


def packed(rate: int, sentences: Sequence[bytes]) -> bytes:
    """The whole file for `sentences` of PCM at `rate` Hertz."""
    pcm = b"".join(sentences)
    frames = [len(sentence) // SAMPLE_BYTES for sentence in sentences]
    starts = list(accumulate(frames, initial=0))[:-1]
    small = packing.packed(pcm)
    kind, data = (_PCM, pcm) if small is None or len(small) >= len(pcm) else (_PACKED, small)
    rest = b"".join(
        (
            _chunk(b"fmt ", _FORMAT.pack(*_format(kind, rate))),
            _chunk(b"fact", _COUNT.pack(sum(frames))),
            _chunk(b"cue ", _COUNT.pack(len(starts)) + b"".join(map(_cue, starts))),
            _chunk(b"data", data),
        )
    )
    body = _chunk(b"sum ", _COUNT.pack(zlib.crc32(rest))) + rest
    return _HEADER.pack(b"RIFF", len(b"WAVE") + len(body), b"WAVE") + body


def measured(content: bytes) -> tuple[int, tuple[int, ...]] | None:
    """The rate and the frames of each sentence of a whole file.

    None when it is no file of ours, or is not as it was written.
    """
    try:
        chunks = _chunks(content)
        kind, _, rate, *_ = form = _FORMAT.unpack(chunks[b"fmt "])
        starts = list(_starts(chunks[b"cue "]))
        data = chunks[b"data"]
        frames = _frames(chunks) if kind == _PACKED else len(data) // SAMPLE_BYTES
    except (struct.error, KeyError):
        return None
    bounds = [*starts, frames]
    is_odd = kind == _PCM and len(data) % SAMPLE_BYTES
    if is_odd or form != _format(kind, rate) or not starts or starts[0] or bounds != sorted(bounds):
        return None
    return rate, tuple(end - start for start, end in pairwise(bounds))


def sound(content: bytes) -> Sound | None:
    """The sound of a whole file: of a clip, or of any other WAV of 16-bit mono PCM.

    None when it is no such file, or is not as it was written.
    """
    try:
        chunks = _chunks(content)
        kind, _, rate, *_ = form = _FORMAT.unpack(chunks[b"fmt "][: _FORMAT.size])
        data = bytes(chunks[b"data"])
        if form != _format(kind, rate):
            return None
        return Sound(packing.unpacked(data) if kind == _PACKED else data, rate)
    except (struct.error, KeyError, ValueError):
        return None


def _format(kind: int, rate: int) -> tuple[int, ...]:
    if kind not in (_PCM, _PACKED):
        return ()
    return (kind, _MONO, rate, rate * SAMPLE_BYTES, SAMPLE_BYTES, SAMPLE_BYTES * 8)


def _chunk(name: bytes, content: bytes) -> bytes:
    return _CHUNK.pack(name, len(content)) + content


def _cue(start: int) -> bytes:
    return _CUE.pack(start, start, b"data", 0, 0, start)


def _chunks(content: bytes) -> _Chunks:
    """The parts of the file by name.

    Raises:
        KeyError, struct.error: it is cut short, or not as its checksum says.
    """
    view = memoryview(content)
    riff, length, wave = _HEADER.unpack_from(content)
    if (riff, wave) != (b"RIFF", b"WAVE") or length + _CHUNK.size != len(content):
        raise KeyError("RIFF")
    found: dict[bytes, memoryview] = {}
    at = _HEADER.size
    while at < len(content):
        name, length = _CHUNK.unpack_from(content, at)
        at += _CHUNK.size
        if at + length > len(content):
            raise KeyError(name)
        found[name] = view[at : at + length]
        at += length
        if name == b"sum " and zlib.crc32(view[at:]) != _COUNT.unpack(found[name])[0]:
            raise KeyError(name)
    return found


def _frames(chunks: _Chunks) -> int:
    """How many frames the packed sound has."""
    (frames,) = _COUNT.unpack(chunks[b"fact"])
    return int(frames)


def _starts(cues: memoryview) -> Sequence[int]:
    (count,) = _COUNT.unpack_from(cues)
    places = range(_COUNT.size, _COUNT.size + count * _CUE.size, _CUE.size)
    return [_CUE.unpack_from(cues, place)[-1] for place in places]
