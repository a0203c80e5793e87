"""Sound, from an engine's answer to a finished chapter.

All PCM is signed 16-bit little-endian mono.
"""

from dataclasses import dataclass
from pathlib import Path

from .script import Line
from .span import Span

SAMPLE_BYTES = 2
"""Bytes in one frame of PCM."""


@dataclass(frozen=True, slots=True)
class Sound:
    """PCM in memory."""

    pcm: bytes
    rate: int
    """Frames a second, Hertz."""

    @property
    def frames(self) -> int:
        """The length in frames."""
        return len(self.pcm) // SAMPLE_BYTES

    @property
    def seconds(self) -> float:
        """The length in seconds."""
        return self.frames / self.rate


@dataclass(frozen=True, slots=True)
class Clip:
    """A recorded line on disk: its sentences one after the other, silence trimmed from each."""

    key: str
    """Names everything that shapes the sound, and nothing else (a SHA-256 in hexadecimal)."""
    path: Path
    rate: int
    """Hertz."""
    sentences: tuple[int, ...]
    """Frames of each sentence; they add up to the clip."""

    @property
    def frames(self) -> int:
        """The length in frames."""
        return sum(self.sentences)


@dataclass(frozen=True, slots=True)
class SentenceCue:
    """When a sentence of a line is heard."""

    start: float
    """Seconds from the start of the chapter."""
    end: float
    span: Span
    """Where the sentence stands in `Line.text`."""


@dataclass(frozen=True, slots=True)
class Cue:
    """When a line is heard in its chapter."""

    start: float
    """Seconds from the start of the chapter."""
    end: float
    line: Line
    sentences: tuple[SentenceCue, ...] = ()
    """What is heard of the line, in order; empty where it has no sound."""


@dataclass(frozen=True, slots=True)
class ChapterAudio:
    """A chapter as it will be heard: its length and cues are known before it is encoded."""

    title: str
    rate: int
    """Hertz."""
    frames: int
    cues: tuple[Cue, ...]

    @property
    def seconds(self) -> float:
        """The length in seconds."""
        return self.frames / self.rate
