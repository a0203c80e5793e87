"""What a format is. To add one: a file here with a `Format`, and its name in `registry`.

1. Say what the file is called after (`suffix`), and whether it holds a chapter or the whole book.
2. Give ffmpeg's codec and container arguments; they are part of every file's fingerprint.
3. Run the tests: the contract in `tests/publish` publishes a book in every registered format.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from narrator.mixing import LIMIT, STANDARD, Mixed, Profile
from narrator.model import BookInfo

from .ffmetadata import Mark


@dataclass(frozen=True, slots=True)
class BookAudio:
    """A book ready to be published."""

    info: BookInfo
    chapters: tuple[Mixed, ...]
    cover: Path | None = None
    """A JPEG or PNG picture."""
    narrators: str = ""
    """Who reads, as players show it."""
    date: str = ""
    """The year or day of publication, `2026` or `2026-11-22`; empty if not known."""
    description: str = ""
    profile: Profile = STANDARD
    """What the sound is to be like."""
    room_tone: bool = False
    """Whether silence is filled with a noise that is hardly heard."""
    stereo: bool = False
    """Whether there is a sound for each ear."""


def _no_more(chapters: int) -> tuple[str, ...]:
    return ()


def _as_they_are(tags: dict[str, str]) -> dict[str, str]:
    return tags


def _nowhere(marks: Sequence[Mark], rate: int) -> dict[str, str]:
    return {}


@dataclass(frozen=True, slots=True)
class Format:
    """A kind of file people listen to."""

    name: str
    """What `--format` says to choose it."""
    suffix: str
    """How the file's name ends, with the dot."""
    arguments: tuple[str, ...]
    """ffmpeg's output arguments: codec, quality, container."""
    bit_rate: int | None = None
    """kbit/s; None where there is none to choose."""
    whole_book: bool = False
    """One file with a chapter table; otherwise a file for each chapter."""
    joined: bool = False
    """Made of chapters that were encoded before (see `aac`): they are packed, not encoded."""
    filled: Callable[[Mixed], str] | None = None
    """The last filters for the sound of a chapter."""
    rate: int | None = None
    """Hertz; None keeps the rate of the mix."""
    limit: float = LIMIT
    """dBFS at which samples are held: lower for an encoder that overshoots more."""
    makeup: float = 0.0
    """Decibels that the encoder takes off everything; they are given back."""
    cover: bool = True
    """Whether the container holds a picture."""
    cover_tag: bool = False
    """Whether the picture is one of the tags, as in Ogg."""
    for_chapters: Callable[[int], tuple[str, ...]] = _no_more
    """Further arguments for so many chapters."""
    most_chapters: int | None = None
    """How many chapters a file of the whole book can have."""
    tags: tuple[tuple[str, str], ...] = ()
    """Tags that only this format has."""
    named: Callable[[dict[str, str]], dict[str, str]] = _as_they_are
    """The tags by the names this format has for them."""
    chapter_tags: Callable[[Sequence[Mark], int], dict[str, str]] = _nowhere
    """Tags that tell the chapters, with their places in frames of so many Hertz."""


@dataclass(frozen=True, slots=True)
class Published:
    """A file that is now as it should be."""

    path: Path
    written: bool
    """False when it was so already, and was left alone."""
    seconds: float
    """How long it plays."""


@dataclass(frozen=True, slots=True)
class Progress:
    """How far the encoding is, over all files that need it."""

    done: int
    """Frames encoded."""
    total: int
    """Frames to encode in this run."""
