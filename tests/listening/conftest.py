"""A book made as a person makes it, a book that means harm, and the browser they are opened in."""

import array
import math
import shutil
import sys
import wave
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from narrator.companions import Edition, publish_companions
from narrator.mixing import TakeInMix, mix
from narrator.model import (
    BookInfo,
    Cast,
    Character,
    Clip,
    Line,
    Pauses,
    Role,
    Row,
    Script,
    ScriptChapter,
    Span,
)
from narrator.production import Made, Publication, Request, Source, make_book, silently
from narrator.publish import BookAudio, find_format, publish
from narrator.text import is_speakable, split_sentences
from narrator.workspace import Workspace

FEED = "https://example.org/books/keys/"
STORY = """\
The Two Keys

by Jane Author

Chapter One

Anna Bell put the lamp on the table. She looked at the two keys, and at the door behind them. \
“Who has the third key?” she asked. “It was here this morning.”

“I have it,” said Tom Reed.

“Then open the door,” said Anna. “It is cold out here — colder than it was on the hill.”

Tom turned the key twice. Nothing happened, and then everything did.

* * *

The old man behind the door smiled. “You are late,” he said. “Come in.”

Chapter Two

“Is this all there is?” asked Anna.

“It is all there was,” said Tom. He put both keys into his pocket.

They went home in the rain, and neither of them said another word. The lamp was still on the \
table in the morning, and beside it lay a third key, which nobody had put there. Anna looked at \
it for a long time. Then she laughed, and went to wake Tom.
"""
RATE = 22050


@dataclass(frozen=True)
class Listened:
    """A made book and what it was made from."""

    made: Made
    folder: Path


@pytest.fixture(scope="session")
def keys(tmp_path_factory: pytest.TempPathFactory) -> Listened:
    """A short book with everything beside it, spoken by the real engine."""
    root = tmp_path_factory.mktemp("workspace")
    story = root / "keys.txt"
    story.write_text(STORY, encoding="utf-8")
    workspace = Workspace(root)
    request = Request(Publication(("mp3", "epub"), feed=FEED))
    made = make_book(workspace, Source(story), request, jobs=2, listen=silently)
    return Listened(made, workspace.published(made.book))


def tone(path: Path, frames: int) -> None:
    """A second of a sound that is not silence."""
    samples = array.array("h", (int(6000 * math.sin(n * 0.05)) for n in range(frames)))
    if sys.byteorder == "big":
        samples.byteswap()
    with wave.open(str(path), "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(RATE)
        file.writeframes(samples.tobytes())


def take(text: str, clip: Callable[[int], Clip]) -> TakeInMix | None:
    """A take of `text` with the same short sound for each sentence."""
    spans = tuple(
        Span(*span) for span in split_sentences(text) if is_speakable(text[span[0] : span[1]])
    )
    return TakeInMix(clip(len(spans)), 0.0, spans) if spans else None


MakeEdition = Callable[..., Edition]


@pytest.fixture
def make_edition(tmp_path: Path) -> MakeEdition:
    """A book of these chapters, `(title, rows)`, without the engine; nothing is written yet."""
    frames = 2205
    tone(tmp_path / "clip.wav", frames)

    def clip(sentences: int) -> Clip:
        path = tmp_path / f"clip-{sentences}.wav"
        # A very long one is never listened to: only its cues are wanted.
        if not path.exists() and sentences < 1000:
            tone(path, frames * sentences)
        return Clip(f"clip-{sentences}", path, RATE, (frames,) * sentences)

    def make(
        chapters: list[tuple[str, tuple[Row, ...]]], title: str = "A Book", **info: Any
    ) -> Edition:
        script = Script(
            BookInfo(title, **info), tuple(ScriptChapter(name, rows) for name, rows in chapters)
        )
        mixed = []
        for chapter in script.chapters:
            takes = {
                index: found
                for index, row in enumerate(chapter.rows)
                if isinstance(row, Line) and (found := take(row.text, clip))
            }
            mixed.append(mix(chapter, takes, Pauses(), RATE))
        names = dict.fromkeys(line.speaker for each in script.chapters for line in each.lines)
        names = {"Narrator": None} | names
        roles = tuple(Role(Character(name), f"voice-{n}") for n, name in enumerate(names))
        return Edition(
            audio=BookAudio(script.info, tuple(mixed), narrators="synthetic voices"),
            script=script,
            cast=Cast("silent", roles),
            sound=find_format("mp3"),
            folder=tmp_path / "out",
        )

    return make


@pytest.fixture
def write_out() -> Callable[..., Path]:
    """Publish an edition: its folder."""

    def write(edition: Edition, *wanted: str, feed: str = "") -> Path:
        list(publish(edition.audio, edition.folder, ["mp3"], jobs=2))
        levels = [-18.0] * len(edition.audio.chapters)
        list(publish_companions(edition, levels, wanted, feed))
        return edition.folder

    return write


@pytest.fixture
def java(monkeypatch: pytest.MonkeyPatch, missing: Callable[[str], None]) -> str:
    """The program that runs epubcheck."""
    program = shutil.which("java")
    if not program:
        missing("Java")
    # For a run this short the good compiler costs more than it gives.
    monkeypatch.setenv("JAVA_TOOL_OPTIONS", "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC")
    return str(program)
