"""The files a book becomes, and how one of them is made."""

import hashlib
import json
import os
import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path

from narrator.errors import NarratorError
from narrator.files.temporary import temporary_room
from narrator.mixing import (
    ChapterLevels,
    Mixed,
    Profile,
    Stop,
    Stopped,
    encode,
    mastering,
    pcm,
    room_tone,
)
from narrator.mixing.ffmpeg import file, find, is_older_than
from narrator.model import SAMPLE_BYTES

from .aac import AAC, BLOCK, RATE, beginning, blocks, lengths
from .cover import PICTURE_TAG, Cover, picture_block
from .ffmetadata import ffmetadata
from .interface import BookAudio, Format
from .manifest import unwritable
from .mp4 import fill
from .names import chapter_name, chapter_names, safe_name
from .tags import book_tags, chapter_marks, chapter_tags, language_code

PIECES = ".pieces"
"""The folder, in that of the book, with its encoded chapters."""
PART = ".part"
"""How the name of a file ends that is still being written."""
_SCHEMA = 6
"""Part of every fingerprint: raise it when the same settings come to give another file."""


@dataclass(frozen=True, slots=True)
class Output:
    """A file to be made."""

    name: str
    """In the book's folder, or in a folder of that."""
    format: Format
    chapters: tuple[Mixed, ...]
    metadata: str
    """Tags and chapters as ffmpeg reads them."""
    language: str
    """ISO 639-2."""
    cover: Cover | None
    levels: ChapterLevels = field(compare=False)
    room_tone: bool = False
    stereo: bool = False
    pieces: tuple["Output", ...] = ()
    """The encoded chapters that it is joined from; none if it is encoded itself."""

    @property
    def label(self) -> str:
        """What to call it in front of people, who do not know of pieces."""
        title = self.chapters[0].audio.title
        return title if self.format is AAC and title else self.name

    @property
    def rate(self) -> int:
        """Hertz of the mix."""
        return self.chapters[0].audio.rate

    @property
    def frames(self) -> int:
        """How much there is to encode, in frames of the mix."""
        return 0 if self.pieces else sum(chapter.audio.frames for chapter in self.chapters)

    @property
    def seconds(self) -> float:
        """How long it plays."""
        if self.pieces:
            return sum(map(blocks, self.chapters)) * BLOCK / RATE
        return self.frames / self.rate

    @property
    def arguments(self) -> tuple[str, ...]:
        """How the sound is made, encoded and packed: ffmpeg's arguments without any path."""
        kind, count = self.format, len(self.chapters)
        picture = ("-map", "2:v", "-c:v", "copy", "-disposition:v:0", "attached_pic")
        labels = ("-metadata:s:v", "title=Cover", "-metadata:s:v", "comment=Cover (front)")
        return (
            *self._sound,
            *("-map_metadata", "1"),
            *("-map_chapters", "1" if kind.whole_book else "-1"),
            *("-metadata:s:a:0", f"language={self.language}"),
            *((*picture, *labels) if self.cover else ()),
            *(*kind.arguments, *kind.for_chapters(count)),
            *(("-b:a", f"{self._bit_rate(kind.bit_rate)}k") if kind.bit_rate else ()),
            *(("-ac", "2") if self.stereo and not self.pieces else ()),
            # No dates and program versions: the same book gives the same bytes.
            *("-fflags", "+bitexact", "-flags:a", "+bitexact"),
        )

    def _bit_rate(self, mono: int) -> int:
        """kbit/s: what both ears share costs once."""
        return mono * 4 // 3 if self.stereo else mono

    @property
    def _sound(self) -> tuple[str, ...]:
        """What lies between the stream that comes in and the encoder."""
        if self.pieces:
            return ("-map", "0:a", "-c:a", "copy")
        kind = self.format
        rate = kind.rate or self.rate
        filters = mastering(rate, kind.limit, kind.makeup)
        fill = f",{kind.filled(self.chapters[0])}" if kind.filled else ""
        if not self.room_tone:
            return ("-map", "0:a", "-af", filters + fill)
        graph = f"[0:a]{filters}{room_tone(rate)}{fill}[out]"
        return ("-filter_complex", graph, "-map", "[out]")

    @property
    def fingerprint(self) -> str:
        """Names all that shapes the file (a SHA-256 in hexadecimal)."""
        sound = [piece.name for piece in self.pieces]
        sound = sound or [chapter.fingerprint for chapter in self.chapters]
        picture = hashlib.sha256(self.cover.data).hexdigest() if self.cover else ""
        facts = [_SCHEMA, sound, self.metadata, picture, self.arguments, self.levels.target]
        return hashlib.sha256(json.dumps(facts).encode()).hexdigest()


def plan(book: BookAudio, kinds: Sequence[Format], cover: Cover | None, stop: Stop) -> "Plan":
    """What files a book is to become; `stop` ends what levels its chapters."""
    asked = tuple(_under(book.profile, kind) for kind in kinds)
    tone = book.room_tone or book.profile.room_tone
    levels = ChapterLevels(book.profile.lufs, stereo=book.stereo, stop=stop)
    return Plan(asked, cover, levels, tone, book.stereo)


def _under(profile: Profile, kind: Format) -> Format:
    """The format as the profile asks for it."""
    if kind.suffix != ".mp3" or not profile.bit_rate:
        return kind
    return replace(kind, bit_rate=profile.bit_rate, rate=profile.rate or kind.rate)


@dataclass(frozen=True, slots=True)
class Plan:
    """What files a book is to become."""

    kinds: tuple[Format, ...]
    cover: Cover | None
    levels: ChapterLevels
    room_tone: bool = False
    stereo: bool = False

    def of_chapter(self, book: BookAudio, number: int) -> tuple[Output, ...]:
        """The files of chapter `number`, counted from 1; what one is made of stands before it.

        Of the other chapters only the titles matter.
        """
        chapter, count = book.chapters[number - 1], len(book.chapters)
        found: list[Output] = []
        for kind in self.kinds:
            pieces = (self._piece(chapter),) if kind.joined else ()
            found += [piece for piece in pieces if piece not in found]
            if not kind.whole_book:
                name = chapter_name(number, count, chapter.audio.title, kind.suffix)
                text = ffmetadata(kind.named(chapter_tags(book, number)) | self._tags(kind))
                found.append(self._output(book, name, kind, (chapter,), text, pieces))
        return tuple(found)

    def of_book(self, book: BookAudio) -> tuple[Output, ...]:
        """The files that hold all of it."""
        found = []
        for kind in self.kinds:
            if kind.whole_book:
                pieces = tuple(map(self._piece, book.chapters)) if kind.joined else ()
                marks = chapter_marks(book, lengths(book.chapters) if pieces else None)
                rate = RATE if pieces else book.chapters[0].audio.rate
                tags = kind.named(book_tags(book)) | kind.chapter_tags(marks, rate)
                text = ffmetadata(tags | self._tags(kind), marks, rate)
                name = _book_name(book, kind.suffix)
                found.append(self._output(book, name, kind, book.chapters, text, pieces))
        return tuple(found)

    def _tags(self, kind: Format) -> dict[str, str]:
        """The tags that only `kind` has."""
        picture = {PICTURE_TAG: picture_block(self.cover)} if self.cover and kind.cover_tag else {}
        return dict(kind.tags) | picture

    def _output(
        self,
        book: BookAudio,
        name: str,
        kind: Format,
        chapters: tuple[Mixed, ...],
        metadata: str,
        pieces: tuple[Output, ...],
    ) -> Output:
        picture = self.cover if kind.cover else None
        language = language_code(book.info.language)
        sound = (self.levels, self.room_tone, self.stereo)
        return Output(name, kind, chapters, metadata, language, picture, *sound, pieces)

    def _piece(self, chapter: Mixed) -> Output:
        """A chapter encoded to be joined: without tags, and called after its sound alone, so that
        no other title, number or cover makes it anew."""
        sound = (self.levels, self.room_tone, self.stereo)
        piece = Output("", AAC, (chapter,), ffmetadata({}), "und", None, *sound)
        return replace(piece, name=f"{PIECES}/{piece.fingerprint[:32]}{AAC.suffix}")


def _book_name(book: BookAudio, suffix: str) -> str:
    """The name of a file of the whole book, which no chapter's file can have as well."""
    name = safe_name(book.info.title, suffix=suffix)
    taken = chapter_names((each.audio.title for each in book.chapters), suffix)
    clashes = name.casefold() in (each.casefold() for each in taken)
    return safe_name(f"Book {book.info.title}", suffix=suffix) if clashes else name


def write(
    output: Output,
    folder: Path,
    stop: Stop,
    done: Callable[[int], None],
    ready: Callable[[Output], None],
    core: int | None = None,
) -> int:
    """Make the file and return its size in bytes; `done` is told of frames as they are encoded.

    Under its final name it is whole or is not there. `ready` waits for one of its pieces. `core`
    is the only processor to encode on, if given.

    Raises:
        Stopped: `stop` was set before it was finished.
        NarratorError: a clip is damaged, ffmpeg failed, or the folder cannot be written to.
    """
    part = folder / (output.name + PART)
    try:
        part.parent.mkdir(exist_ok=True)
        with _written(output.metadata) as metadata:
            if output.pieces:
                _join(output, folder, metadata, stop, ready)
            else:
                encode(_command(output, metadata, part), _counted(output, done), stop, core)
        _flush(part)
        size = part.stat().st_size
        part.replace(folder / output.name)
    except OSError as error:
        raise unwritable(folder, error) from error
    except NarratorError as error:
        raise type(error)(
            error.what, where=error.where or str(folder / output.label), todo=error.todo
        ) from error
    finally:
        part.unlink(missing_ok=True)
    return size


@contextmanager
def _written(metadata: str) -> Iterator[Path]:
    """A temporary file of `metadata`, in a folder of its own."""
    with temporary_room():
        scratch = tempfile.TemporaryDirectory(prefix="narrator-")
    with scratch as folder:
        path = Path(folder, "metadata.txt")
        with temporary_room():
            path.write_text(metadata, encoding="utf-8", newline="\n")
        yield path


def _command(output: Output, metadata: Path, part: Path) -> tuple[str, ...]:
    ears = "2" if output.stereo else "1"
    sound: tuple[str, ...] = ("-f", "s16le", "-ar", str(output.rate), "-ac", ears, "-i", "pipe:0")
    if output.pieces:
        # The first packet is the silence in front; players are told to skip it.
        sound = ("-f", "aac", "-itsoffset", f"{-BLOCK / RATE:.6f}", "-i", "pipe:0")
    picture = ("-f", output.cover.demuxer, "-i", file(output.cover.path)) if output.cover else ()
    tags = ("-f", "ffmetadata", "-i", file(metadata))
    return (*sound, *tags, *picture, *output.arguments, *_clock(output), file(part))


def _clock(output: Output) -> tuple[str, ...]:
    """In what an MP4 counts its chapters: in samples, so that they are exact.

    Left to itself ffmpeg 9 counts in parts of a second so small that a chapter of three minutes
    is too long for it, and leaves out QuickTime's chapters; ffmpeg 4 has no choice but 1 ms.
    """
    if not output.pieces or is_older_than(5, find()):
        return ()
    return ("-movie_timescale", str(RATE))


def _counted(output: Output, done: Callable[[int], None]) -> Iterator[bytes]:
    for chapter in output.chapters:
        gain = output.levels.gain(chapter, output.format.limit)
        for piece in pcm(chapter, gain, stereo=output.stereo):
            yield piece
            done(len(piece) // (SAMPLE_BYTES * (2 if output.stereo else 1)))


def _join(
    output: Output, folder: Path, metadata: Path, stop: Stop, ready: Callable[[Output], None]
) -> None:
    """Make a file of chapters that are encoded already, or will be."""
    paths = [folder / piece.name for piece in output.pieces]

    def wait(number: int) -> None:
        if stop.is_set():
            raise Stopped
        ready(output.pieces[number])

    wait(0)
    part = folder / (output.name + PART)
    head = folder / f"{Path(output.name).stem}.head{Path(output.name).suffix}{PART}"
    try:
        encode(_command(output, metadata, head), [beginning(paths[0])], stop)
        fill(head, paths, part, wait)
    finally:
        head.unlink(missing_ok=True)


def _flush(path: Path) -> None:
    with path.open("rb+") as handle:
        os.fsync(handle.fileno())
