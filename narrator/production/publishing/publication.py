"""How a book is to be published, as a person asks for it."""

from dataclasses import dataclass
from pathlib import Path

from narrator.companions import COMPANIONS, feed_address, sound_format
from narrator.errors import NarratorError, WrongUsage
from narrator.mixing import STANDARD, Profile
from narrator.model import Script
from narrator.publish import find_format, format_names, read_cover, refuse_too_many

from .covers import is_svg


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
            WrongUsage: an unknown format, a feed without an address, a cover or a chime that is no
                such file.
        """
        known = (*format_names(), *COMPANIONS)
        for name in self._names:
            if name not in known:
                raise WrongUsage(f"there is no format {name!r}", todo=f"use {', '.join(known)}")
        if self.feed:
            feed_address(self.feed)
        if self.cover and not is_svg(self.cover):
            self._check_cover(self.cover)
        if self.chime and not self.chime.is_file():
            raise WrongUsage("there is no such file", where=f"--chime {self.chime}")

    def _check_cover(self, path: Path) -> None:
        try:
            read_cover(path)
        except NarratorError as error:
            raise WrongUsage(error.what, where=f"--cover {path}", todo=error.todo) from error
