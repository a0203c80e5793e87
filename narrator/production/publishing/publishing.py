"""The last stage: the takes of a book become the files that people listen to."""

from dataclasses import dataclass, replace
from pathlib import Path
from types import TracebackType
from typing import Self

from narrator.companions import (
    COMPANIONS,
    Edition,
    chapter_loudness,
    feed_address,
    publish_companions,
    shelve,
    sound_format,
)
from narrator.errors import NarratorError
from narrator.mixing import STANDARD, Profile, TakeInMix, mix
from narrator.mixing import find as find_ffmpeg
from narrator.model import Cast, Pauses, Script
from narrator.publish import (
    BookAudio,
    Press,
    Published,
    find_format,
    format_names,
    left_over,
    read_cover,
    refuse_too_many,
)
from narrator.publish import Progress as Encoded
from narrator.workspace import Workspace, kept_cover

from ..arranging import chime, placed
from ..progress import Listener, Progress, Warned
from ..recording import Takes
from ..scripting import AS_FOUND, Details, Scripted, original_epub


@dataclass(frozen=True, slots=True)
class Publication:
    """How a book is to be published."""

    formats: tuple[str, ...]
    """Kinds of sound files, and of what can lie beside them."""
    cover: Path | None = None
    pauses: float = 1.0
    """By which the pauses of the book's tables are multiplied."""
    profile: Profile = STANDARD
    room_tone: bool = False
    """Whether silence is filled with a noise that is hardly heard."""
    stereo: bool = False
    """Whether the characters are placed from left to right."""
    chime: Path | None = None
    """A sound file that is heard between chapters."""
    details: Details = AS_FOUND
    library: Path | None = None
    """A folder of audiobooks by author and series into which the book is put, too."""
    feed: str = ""
    """The web address the book's folder will have, for a podcast feed; empty for none."""

    @property
    def sounds(self) -> tuple[str, ...]:
        """The kinds of sound files to be made, that of the player's chapters among them."""
        asked = tuple(name for name in self._names if name not in COMPANIONS)
        # The read-along book holds the chapters as MP3, which every reading system knows.
        needed = "mp3" if self.companions else sound_format(asked).name
        return asked if needed in asked else (*asked, needed)

    @property
    def companions(self) -> tuple[str, ...]:
        """What is to lie beside the sound files, apart from what always does."""
        return tuple(name for name in COMPANIONS if name in self._names)

    @property
    def _names(self) -> tuple[str, ...]:
        return tuple(name.strip().lower() for name in self.formats)

    @property
    def remarks(self) -> tuple[str, ...]:
        """What a person should know who asked for this."""
        if self.profile.mp3_only and "mp3" not in self._names:
            return (
                f"the profile {self.profile.name} asks for an MP3 a chapter, and --format names "
                f"{', '.join(self._names)}: add mp3",
            )
        return ()

    def check_script(self, script: Script) -> None:
        """Refuse formats that cannot hold a book, before hours are spent on recording.

        Raises:
            NarratorError: it has more chapters than one of them can tell.
        """
        refuse_too_many(map(find_format, self.sounds), len(script.chapters))

    def check(self) -> None:
        """Refuse what cannot be published before hours are spent on recording.

        Raises:
            NarratorError: an unknown format, a feed without an address, or a year that is none.
        """
        known = (*format_names(), *COMPANIONS)
        for name in self._names:
            if name not in known:
                raise NarratorError(f"there is no format {name!r}", todo=f"use {', '.join(known)}")
        self.details.check()
        if self.feed:
            feed_address(self.feed)


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


class Publisher:
    """A book on its way into its folder: each chapter is mixed and encoded once it is recorded.

    Used as a context: however it is left, nobody goes on encoding, and what is done is kept.
    """

    def __init__(
        self,
        workspace: Workspace,
        scripted: Scripted,
        cast: Cast,
        publication: Publication,
        pauses: Pauses,
        *,
        jobs: int,
        listen: Listener,
    ) -> None:
        """Get ready.

        Raises:
            NarratorError: an unknown format, a bad cover, a folder that cannot be written to.
            MissingTool: there is no ffmpeg; better told now than after hours of recording.
        """
        find_ffmpeg()
        self._workspace = workspace
        self._scripted = scripted
        self._cast = cast
        self._publication = publication
        self._pauses = pauses
        self._jobs = jobs
        self._listen = listen
        self._place = placed(cast) if publication.stereo else _in_the_middle
        self._music: TakeInMix | None = None
        self._folder = workspace.published(scripted.book)
        self._cover = publication.cover or kept_cover(workspace.script(scripted.book))
        info, chapters = scripted.script.info, scripted.script.chapters
        outline = BookAudio(
            info=info,
            chapters=tuple(mix(replace(each, rows=()), {}, pauses, 22_050) for each in chapters),
            cover=self._cover,
            profile=publication.profile,
            room_tone=publication.room_tone,
            stereo=publication.stereo,
            date=info.date,
            description=info.description,
            # Not the voices by name: a new minor character must not change every file's tags.
            narrators=f"synthetic voices ({cast.engine})",
        )
        self._press = Press(outline, self._folder, publication.sounds, jobs=jobs)

    def __enter__(self) -> Self:
        self._press.__enter__()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        at: TracebackType | None,
    ) -> None:
        self._press.__exit__(kind, error, at)

    def add(self, chapter: int, takes: Takes, rate: int) -> None:
        """Mix and encode the chapter of that index, at `rate` Hertz, while others are recorded.

        Raises:
            NarratorError: a chapter before it could not be encoded.
            MissingTool: there is no ffmpeg.
        """
        rows, asked = self._scripted.script.chapters[chapter], self._publication
        if asked.chime and not self._music:
            self._music = chime(self._workspace, asked.chime, rate)
        opening = self._music if chapter else None
        mixed = mix(rows, takes, self._pauses, rate, place=self._place, opening=opening)
        self._press.add(chapter + 1, mixed)

    def finish(self) -> Shelf:
        """The book's files, once all chapters are there; what is as it should be is left alone.

        Raises:
            NarratorError: a full disk, a damaged clip; what is done is kept.
        """

        def progress(encoded: Encoded) -> None:
            self._listen(Progress("encoding", encoded.done, encoded.total))

        files = self._press.finish(progress)
        sounds = tuple(sorted(files, key=lambda file: file.path))
        publication, book = self._publication, self._scripted.book
        source = _source(self._workspace, book, self._listen) if publication.companions else None
        edition = Edition(
            audio=self._press.book,
            script=self._scripted.script,
            cast=self._cast,
            sound=sound_format(publication.sounds),
            folder=self._folder,
            cover=read_cover(self._cover) if self._cover else None,
            edited=self._scripted.edited,
            source=source,
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
            shelved = tuple(shelve(edition, sounds, publication.sounds, publication.library))
        made = (file.path for file in (*sounds, *companions))
        return Shelf(sounds, companions, shelved, left_over(self._folder, made))


def _in_the_middle(_: str) -> float:
    return 0.0


def _source(workspace: Workspace, book: str, listen: Listener) -> Path | None:
    """The EPUB whose pages the read-along book is to have."""
    path, lost = original_epub(workspace, book)
    if lost:
        listen(Warned(f"{lost}, so the read-along book has plain pages instead of its own"))
    return path
