"""The last stage: the takes of a book become the files that people listen to."""

from dataclasses import dataclass
from pathlib import Path

from narrator.mixing import STANDARD, Profile, mix
from narrator.model import Cast, Pauses, Script
from narrator.publish import (
    COMPANIONS,
    BookAudio,
    Edition,
    Published,
    chapter_levels,
    feed_address,
    find_format,
    publish,
    publish_companions,
    read_cover,
    refuse_too_many,
    shelve,
    sound_format,
)
from narrator.publish import Progress as Encoded
from narrator.workspace import Workspace, kept_cover

from .details import AS_FOUND, Details
from .music import chime
from .placing import placed
from .progress import Listener, Progress, Warned
from .recording import Recording
from .scripting import Scripted, original_epub


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
        for name in self.sounds:
            find_format(name)
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


def publish_recording(
    workspace: Workspace,
    scripted: Scripted,
    cast: Cast,
    recording: Recording,
    publication: Publication,
    pauses: Pauses,
    *,
    jobs: int,
    listen: Listener,
) -> Shelf:
    """Mix and encode a book into its folder; files that are as they should be are left alone.

    Raises:
        NarratorError: an unknown format, a bad cover, a full disk; what is done is kept.
        MissingTool: there is no ffmpeg.
    """
    script, folder = scripted.script, workspace.published(scripted.book)
    cover = publication.cover or kept_cover(workspace.script(scripted.book))
    music = chime(workspace, publication.chime, recording.rate) if publication.chime else None
    place = placed(cast) if publication.stereo else _in_the_middle
    audio = BookAudio(
        info=script.info,
        chapters=tuple(
            mix(chapter, takes, pauses, recording.rate, place=place, opening=music if n else None)
            for n, (chapter, takes) in enumerate(
                zip(script.chapters, recording.chapters, strict=True)
            )
        ),
        cover=cover,
        profile=publication.profile,
        room_tone=publication.room_tone,
        stereo=publication.stereo,
        date=script.info.date,
        description=script.info.description,
        # Not the voices by name: a new minor character must not change the tags of every chapter.
        narrators=f"synthetic voices ({cast.engine})",
    )

    def progress(encoded: Encoded) -> None:
        listen(Progress("encoding", encoded.done, encoded.total))

    files = publish(audio, folder, publication.sounds, jobs=jobs, progress=progress)
    sounds = tuple(sorted(files, key=lambda file: file.path))
    edition = Edition(
        audio=audio,
        script=script,
        cast=cast,
        sound=sound_format(publication.sounds),
        folder=folder,
        cover=read_cover(cover) if cover else None,
        edited=scripted.edited,
        source=_source(workspace, scripted.book, listen) if publication.companions else None,
    )

    def warn(remark: str) -> None:
        listen(Warned(remark))

    def measured(done: int, total: int) -> None:
        listen(Progress("measuring", done, total))

    levels = chapter_levels(edition, jobs=jobs, progress=measured)
    companions = tuple(
        publish_companions(edition, levels, publication.companions, publication.feed, warn)
    )
    shelved: tuple[Published, ...] = ()
    if publication.library:
        shelved = tuple(shelve(edition, sounds, publication.sounds, publication.library))
    return Shelf(sounds, companions, shelved)


def _in_the_middle(_: str) -> float:
    return 0.0


def _source(workspace: Workspace, book: str, listen: Listener) -> Path | None:
    """The EPUB whose pages the read-along book is to have."""
    path, lost = original_epub(workspace, book)
    if lost:
        listen(Warned(f"{lost}, so the read-along book has plain pages instead of its own"))
    return path
