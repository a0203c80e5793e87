"""A published book with its words: what everything beside the sound files is made from."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from urllib.parse import quote
from uuid import NAMESPACE_URL, uuid5

from narrator.languages import titles_for
from narrator.model import NARRATOR, Cast, Gender, Role, Script
from narrator.parser import SOMEONE
from narrator.publish import BookAudio, Cover, Format, chapter_names, chapter_title, find_format

_WORD = re.compile(r"[^\W_]\S*")
"""A word that can be spoken, from its first letter or digit on."""


@dataclass(frozen=True, slots=True)
class OtherMix:
    """The same lines read by others: a second set of sound files beside the first."""

    name: str
    """What it is called, and the folder in that of the book in which its files are."""
    audio: BookAudio
    """Its chapters have the lines of the book's, at other times."""


@dataclass(frozen=True, slots=True)
class Edition:
    """A book as it lies in its folder, sound and words."""

    audio: BookAudio
    script: Script
    """Its chapters are those of `audio`, in the same order."""
    cast: Cast
    sound: Format
    """The kind of the chapters' sound files."""
    folder: Path
    """Where those files are."""
    cover: Cover | None = None
    edited: bool = False
    """Whether a person changed the script after it was parsed."""
    source: Path | None = None
    """The EPUB from which the script was made, as it was then."""
    mix: str = ""
    """What the mix of `audio` is called; empty where there is no other."""
    other: OtherMix | None = None

    @property
    def sounds(self) -> tuple[str, ...]:
        """The file of each chapter, a name in `folder`."""
        return chapter_names((each.audio.title for each in self.audio.chapters), self.sound.suffix)

    @property
    def titles(self) -> tuple[str, ...]:
        """The title of each chapter, none of them empty."""
        return tuple(chapter_title(self.audio, n + 1) for n in range(len(self.audio.chapters)))

    @property
    def seconds(self) -> float:
        """How long the book plays."""
        return sum(chapter.audio.seconds for chapter in self.audio.chapters)

    @property
    def cover_name(self) -> str:
        """The file name of the cover; empty where there is none."""
        endings = {"jpeg_pipe": "cover.jpg", "png_pipe": "cover.png"}
        return endings[self.cover.demuxer] if self.cover else ""

    @property
    def uuid(self) -> str:
        """The same for every making of the book, so that a listener's place in it is kept."""
        info = self.script.info
        return str(uuid5(NAMESPACE_URL, f"narrator:{info.author}/{info.title}"))

    def speaker(self, name: str) -> str:
        """The name in the cast of whoever a line's speaker is; lines may use an alias."""
        role = self.cast.role(name)
        return role.character.name if role else name

    def shown(self, name: str) -> str:
        """What a listener is shown of `name` in the cast: the book's word where it is none."""
        titles = titles_for(self.script.info.language)
        words = {
            NARRATOR: titles.storyteller,
            SOMEONE: titles.someone,
            f"{SOMEONE} ({Gender.FEMALE.value})": titles.someone_female,
            f"{SOMEONE} ({Gender.MALE.value})": titles.someone_male,
        }
        return words.get(name, name)


@dataclass(frozen=True, slots=True)
class Share:
    """How much of the book somebody speaks."""

    name: str
    role: Role | None
    lines: int
    words: int
    seconds: float
    chapters: tuple[int, ...]
    """Those in which they are heard, counted from 0."""


def sound_format(formats: Iterable[str]) -> Format:
    """The kind of file a player takes its chapters from: MP3, unless only others were asked for.

    With an M4B alone it is M4A: both are packed from the same packets, so it costs nothing.

    Raises:
        NarratorError: a format is not known.
    """
    asked = [find_format(name) for name in formats]
    kinds = [kind for kind in asked if not kind.whole_book]
    mp3 = find_format("mp3")
    if mp3 in kinds or not asked:
        return mp3
    return kinds[0] if kinds else find_format("m4a")


def shares(edition: Edition) -> tuple[Share, ...]:
    """Everyone who speaks: the narrator first, then whoever is heard longest."""
    lines: dict[str, int] = {NARRATOR: 0}
    words: dict[str, int] = {}
    seconds: dict[str, float] = {}
    chapters: dict[str, list[int]] = {}
    for number, chapter in enumerate(edition.audio.chapters):
        for cue in chapter.audio.cues:
            name = edition.speaker(cue.line.speaker)
            heard = sum(each.end - each.start for each in cue.sentences)
            lines[name] = lines.get(name, 0) + 1
            words[name] = words.get(name, 0) + count_words(cue.line.text)
            seconds[name] = seconds.get(name, 0.0) + heard
            if number not in chapters.setdefault(name, [])[-1:]:
                chapters[name].append(number)
    found = (
        Share(
            name,
            edition.cast.role(name),
            lines[name],
            words.get(name, 0),
            seconds.get(name, 0.0),
            tuple(chapters.get(name, ())),
        )
        for name in lines
    )
    return tuple(sorted(found, key=lambda each: (each.name != NARRATOR, -each.seconds, each.name)))


def count_words(text: str) -> int:
    """How many words `text` has that can be spoken."""
    return len(_WORD.findall(text))


def address(name: str) -> str:
    """The relative URL of a file with a relative name."""
    # A name with a colon would else be taken for a scheme.
    return quote(str(PurePosixPath(name)), safe="/!'(),")
