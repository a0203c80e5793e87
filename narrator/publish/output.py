"""The files a book becomes, and how one of them is made."""

import hashlib
import json
import os
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from threading import Event

from narrator.errors import NarratorError
from narrator.mixing import ChapterLevels, Mixed, encode, mastering, pcm
from narrator.mixing.ffmpeg import file
from narrator.model import SAMPLE_BYTES

from .cover import Cover
from .ffmetadata import ffmetadata
from .interface import BookAudio, Format
from .manifest import unwritable
from .names import chapter_names, safe_name
from .tags import book_tags, chapter_marks, chapter_tags, language_code

PART = ".part"
"""How the name of a file ends that is still being written."""
_SCHEMA = 2
"""Part of every fingerprint: raise it when the same settings come to give another file."""


@dataclass(frozen=True, slots=True)
class Output:
    """A file to be made."""

    name: str
    format: Format
    chapters: tuple[Mixed, ...]
    metadata: str
    """Tags and chapters as ffmpeg reads them."""
    language: str
    """ISO 639-2."""
    cover: Cover | None
    levels: ChapterLevels = field(compare=False)

    @property
    def rate(self) -> int:
        """Hertz of the mix."""
        return self.chapters[0].audio.rate

    @property
    def frames(self) -> int:
        """The length in frames of the mix."""
        return sum(chapter.audio.frames for chapter in self.chapters)

    @property
    def arguments(self) -> tuple[str, ...]:
        """How the sound is made, encoded and packed: ffmpeg's arguments without any path."""
        kind, count = self.format, len(self.chapters)
        picture = ("-map", "2:v", "-c:v", "copy", "-disposition:v:0", "attached_pic")
        labels = ("-metadata:s:v", "title=Cover", "-metadata:s:v", "comment=Cover (front)")
        return (
            *("-map", "0:a", "-map_metadata", "1"),
            *("-map_chapters", "1" if kind.whole_book else "-1"),
            *("-metadata:s:a:0", f"language={self.language}"),
            *((*picture, *labels) if self.cover else ()),
            *(
                "-af",
                mastering(self.format.rate or self.rate, self.format.limit, self.format.makeup),
            ),
            *(*kind.arguments, *kind.for_chapters(count)),
            # No dates and program versions: the same book gives the same bytes.
            *("-fflags", "+bitexact", "-flags:a", "+bitexact"),
        )

    @property
    def fingerprint(self) -> str:
        """Names all that shapes the file (a SHA-256 in hexadecimal)."""
        sound = [chapter.fingerprint for chapter in self.chapters]
        picture = hashlib.sha256(self.cover.data).hexdigest() if self.cover else ""
        facts = [_SCHEMA, sound, self.metadata, picture, self.arguments, self.levels.target]
        return hashlib.sha256(json.dumps(facts).encode()).hexdigest()


def outputs(
    book: BookAudio, formats: tuple[Format, ...], cover: Cover | None
) -> tuple[Output, ...]:
    """Every file of the book in the given formats."""
    levels = ChapterLevels(book.loudness)
    return tuple(each for kind in formats for each in _outputs(book, kind, cover, levels))


def _outputs(
    book: BookAudio, kind: Format, cover: Cover | None, levels: ChapterLevels
) -> Iterator[Output]:
    picture = cover if kind.cover else None
    language = language_code(book.info.language)
    if kind.whole_book:
        tags = book_tags(book) | dict(kind.tags)
        text = ffmetadata(tags, chapter_marks(book), book.chapters[0].audio.rate)
        name = safe_name(book.info.title, suffix=kind.suffix)
        yield Output(name, kind, book.chapters, text, language, picture, levels)
        return
    names = chapter_names((each.audio.title for each in book.chapters), kind.suffix)
    for number, (name, chapter) in enumerate(zip(names, book.chapters, strict=True), 1):
        text = ffmetadata(chapter_tags(book, number) | dict(kind.tags))
        yield Output(name, kind, (chapter,), text, language, picture, levels)


def write(output: Output, folder: Path, stop: Event, done: Callable[[int], None]) -> int:
    """Make the file and return its size in bytes; `done` is told of frames as they are encoded.

    Under its final name it is whole or is not there.

    Raises:
        Stopped: `stop` was set before it was finished.
        NarratorError: a clip is damaged, ffmpeg failed, or the folder cannot be written to.
    """
    part = folder / (output.name + PART)
    try:
        with tempfile.TemporaryDirectory() as scratch:
            metadata = Path(scratch) / "metadata.txt"
            metadata.write_text(output.metadata, encoding="utf-8", newline="\n")
            encode(_command(output, metadata, part), _counted(output, done), stop)
        _flush(part)
        size = part.stat().st_size
        part.replace(folder / output.name)
    except OSError as error:
        raise unwritable(folder, error) from error
    except NarratorError as error:
        raise type(error)(
            error.what, where=error.where or str(folder / output.name), todo=error.todo
        ) from error
    finally:
        part.unlink(missing_ok=True)
    return size


def _command(output: Output, metadata: Path, part: Path) -> tuple[str, ...]:
    sound = ("-f", "s16le", "-ar", str(output.rate), "-ac", "1", "-i", "pipe:0")
    picture = ("-f", output.cover.demuxer, "-i", file(output.cover.path)) if output.cover else ()
    tags = ("-f", "ffmetadata", "-i", file(metadata))
    return (*sound, *tags, *picture, *output.arguments, file(part))


def _counted(output: Output, done: Callable[[int], None]) -> Iterator[bytes]:
    for chapter in output.chapters:
        for piece in pcm(chapter, output.levels.gain(chapter, output.format.limit)):
            yield piece
            done(len(piece) // SAMPLE_BYTES)


def _flush(path: Path) -> None:
    with path.open("rb+") as handle:
        os.fsync(handle.fileno())
