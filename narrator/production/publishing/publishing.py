"""The last stage: the takes of a book become the files that people listen to."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from types import TracebackType
from typing import Self

from narrator.companions import (
    Edition,
    OtherMix,
    chapter_loudness,
    publish_companions,
    shelve,
    sound_format,
)
from narrator.languages import titles_for
from narrator.mixing import Mixed, TakeInMix, mix
from narrator.mixing import find as find_ffmpeg
from narrator.publish import BookAudio, Press, Published, left_over, read_cover
from narrator.publish import Progress as Encoded
from narrator.workspace import Workspace

from ..arranging import Arrangement, Mix, chime, placed
from ..progress import Listener, Progress, Warned
from ..recording import Takes
from ..scripting import original_epub
from .covers import cover_of
from .publication import Publication

_NO_AUTHOR = (
    'nobody is known to have written it, so its shelf is called "Unknown author"; '
    "say it once with --author NAME"
)


@dataclass(frozen=True, slots=True)
class Shelf:
    """Everything that lies in a book's folder."""

    sounds: tuple[Published, ...]
    companions: tuple[Published, ...]
    """The player first of all."""
    shelved: tuple[Published, ...] = ()
    """The same book in a library."""
    left: tuple[Path, ...] = ()
    """Files of earlier runs in formats that are not asked for any more."""
    beside: tuple[Published, ...] = ()
    """The sound files of a second mix."""


class Publisher:
    """A book on its way into its folder: each chapter is mixed and encoded once it is recorded.

    Used as a context: however it is left, nobody goes on encoding, and what is done is kept.
    """

    def __init__(
        self,
        workspace: Workspace,
        book: str,
        arranged: Arrangement,
        publication: Publication,
        *,
        edited: bool = False,
        jobs: int,
        listen: Listener,
    ) -> None:
        """Get ready; `edited`: a person changed the script after it was parsed.

        Raises:
            NarratorError: an unknown format, a bad cover, a folder that cannot be written to.
            MissingTool: there is no ffmpeg; better told now than after hours of recording.
        """
        find_ffmpeg()
        self._workspace = workspace
        self._name = book
        self._arranged = arranged
        self._publication = publication
        self._edited = edited
        self._jobs = jobs
        self._listen = listen
        self._place = placed(arranged.cast) if publication.stereo else _in_the_middle
        self._music: TakeInMix | None = None
        self._folder = workspace.published(book)
        self._cover = cover_of(workspace, book, arranged.script, arranged.cast, publication.cover)
        info, chapters = arranged.script.info, arranged.script.chapters
        titles = titles_for(info.language)
        outline = BookAudio(
            info=info,
            chapters=tuple(
                mix(replace(each, rows=()), {}, arranged.pauses, 22_050) for each in chapters
            ),
            cover=self._cover,
            profile=publication.profile,
            room_tone=publication.room_tone,
            stereo=publication.stereo,
            date=info.date,
            description=info.description,
            # Not the voices by name: a new minor character must not change every file's tags.
            narrators=titles.narrators.format(engine=arranged.cast.engine),
        )
        self._press = Press(outline, self._folder, publication.sounds, jobs=jobs)
        self._beside = _beside(arranged, outline, self._folder, publication.sounds, jobs)

    def __enter__(self) -> Self:
        self._press.__enter__()
        if self._beside:
            self._beside.__enter__()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        at: TracebackType | None,
    ) -> None:
        for press in filter(None, (self._press, self._beside)):
            press.__exit__(kind, error, at)

    def add(self, chapter: int, takes: Takes, rate: int) -> None:
        """Mix and encode the chapter of that index, at `rate` Hertz, while others are recorded.

        Raises:
            NarratorError: a chapter before it could not be encoded.
            MissingTool: there is no ffmpeg.
        """
        self._press.add(chapter + 1, self._mixed(chapter, takes, rate, self._place))

    def add_beside(self, chapter: int, takes: Takes, rate: int) -> None:
        """The same for a chapter of the second mix."""
        if self._beside:
            self._beside.add(chapter + 1, self._mixed(chapter, takes, rate, _in_the_middle))

    def _mixed(self, chapter: int, takes: Takes, rate: int, place: Callable[[str], float]) -> Mixed:
        rows, asked = self._arranged.script.chapters[chapter], self._publication
        if asked.chime and not self._music:
            self._music = chime(self._workspace, asked.chime, rate)
        opening = self._music if chapter else None
        return mix(rows, takes, self._arranged.pauses, rate, place=place, opening=opening)

    def finish(self) -> Shelf:
        """The book's files, once all chapters are there; what is as it should be is left alone.

        Raises:
            NarratorError: a full disk, a damaged clip; what is done is kept.
        """

        def progress(encoded: Encoded) -> None:
            self._listen(Progress("encoding", encoded.done, encoded.total))

        sounds = _sorted(self._press.finish(progress))
        beside = _sorted(self._beside.finish(progress)) if self._beside else ()
        publication = self._publication
        source = self._source() if publication.companions else None
        edition = Edition(
            audio=self._press.book,
            script=self._arranged.script,
            cast=self._arranged.cast,
            sound=sound_format(publication.sounds),
            folder=self._folder,
            cover=read_cover(self._cover),
            edited=self._edited,
            source=source,
            mix=self._arranged.mix if self._beside else "",
            other=self._other(),
        )

        def warn(remark: str) -> None:
            self._listen(Warned(remark))

        def measured(done: int, total: int) -> None:
            self._listen(Progress("measuring", done, total))

        loudness = chapter_loudness(edition, self._press.levels, jobs=self._jobs, progress=measured)
        companions = tuple(
            publish_companions(edition, loudness, publication.companions, publication.feed, warn)
        )
        shelved: tuple[Published, ...] = ()
        if publication.library:
            if not edition.audio.info.author:
                warn(_NO_AUTHOR)
            shelved = tuple(shelve(edition, sounds, publication.sounds, publication.library))
        made = [file.path for file in (*sounds, *beside, *companions)]
        folders = (self._folder, *(self._folder / each for each in Mix))
        left = (path for folder in folders for path in left_over(folder, made))
        return Shelf(sounds, companions, shelved, tuple(left), beside)

    def _other(self) -> OtherMix | None:
        beside = self._arranged.beside
        return OtherMix(beside.mix, self._beside.book) if beside and self._beside else None

    def _source(self) -> Path | None:
        """The EPUB whose pages the read-along book is to have."""
        path, lost = original_epub(self._workspace, self._name)
        if lost:
            told = f"{lost}, so the read-along book has plain pages instead of its own"
            self._listen(Warned(told))
        return path


def _beside(
    arranged: Arrangement, outline: BookAudio, folder: Path, sounds: Sequence[str], jobs: int
) -> Press | None:
    """What makes the files of a second mix, in a folder of its own in that of the book."""
    if arranged.beside is None:
        return None
    titles = titles_for(outline.info.language)
    readers = titles.narrators.format(engine=arranged.beside.cast.engine)
    outline = replace(outline, narrators=readers)
    return Press(outline, folder / arranged.beside.mix, sounds, jobs=jobs)


def _sorted(files: Iterable[Published]) -> tuple[Published, ...]:
    return tuple(sorted(files, key=lambda file: file.path))


def _in_the_middle(_: str) -> float:
    return 0.0
