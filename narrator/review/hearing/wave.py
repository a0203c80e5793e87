"""A mix as a WAV file that is never on a disk: any part of it is made when it is asked for."""

import struct
from collections.abc import Iterator
from dataclasses import dataclass

from narrator.mixing import Mixed, pcm
from narrator.model import SAMPLE_BYTES

_HEAD = struct.Struct("<4sI4s4sIHHIIHH4sI")
_GAIN = 9.0
"""Decibels: three less than what the mix is softer than meant, so that loud voices do not clip."""


@dataclass(frozen=True, slots=True)
class Wave:
    """The file."""

    mixed: Mixed

    @property
    def size(self) -> int:
        """Its length in bytes."""
        return _HEAD.size + self._data

    @property
    def _data(self) -> int:
        return self.mixed.audio.frames * SAMPLE_BYTES

    def part(self, start: int, end: int) -> Iterator[bytes]:
        """The bytes from `start` to before `end`.

        Raises:
            NarratorError: a clip is gone.
        """
        if start < _HEAD.size:
            yield self._head()[start:end]
        at = _HEAD.size
        for segment in self.mixed.segments:
            size = segment.frames * SAMPLE_BYTES
            if at + size > start and at < end:
                yield from self._cut(pcm(self.mixed, _GAIN, [segment]), at, start, end)
            at += size

    def _cut(self, pieces: Iterator[bytes], at: int, start: int, end: int) -> Iterator[bytes]:
        for piece in pieces:
            yield piece[max(start - at, 0) : max(end - at, 0)]
            at += len(piece)

    def _head(self) -> bytes:
        rate = self.mixed.audio.rate
        return _HEAD.pack(
            *(b"RIFF", self.size - 8, b"WAVE", b"fmt ", 16, 1, 1, rate),
            *(rate * SAMPLE_BYTES, SAMPLE_BYTES, SAMPLE_BYTES * 8, b"data", self._data),
        )
