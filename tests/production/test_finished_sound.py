"""A chapter from the real engine, finished, decoded, and measured as a listener would hear it."""

import array
from itertools import pairwise
from pathlib import Path

import pytest

from narrator.mixing import STANDARD, convert, find_faults, inspect, mix
from narrator.mixing.ffmpeg import file
from narrator.model import (
    NARRATOR,
    BookInfo,
    Cast,
    ChapterAudio,
    Character,
    Line,
    LineKind,
    Pauses,
    Role,
    Row,
    SceneBreak,
    Script,
    ScriptChapter,
)
from narrator.production import silently
from narrator.production.recording import record_script
from narrator.publish import BookAudio, publish
from narrator.studio import Processes, Store
from narrator.text import Diction

RATE = 22050
PAUSES = Pauses(
    paragraph=0.7, turn=0.5, sentence=0.3, tag=0.15, scene=1.5, heading=1.0, interruption=0.1
)


def said(speaker: str, text: str, *, opens: bool = True, how: str = "") -> Line:
    return Line(speaker, text, LineKind.DIALOGUE, opens, how)


def told(text: str, *, opens: bool = False) -> Line:
    return Line(NARRATOR, text, opens_paragraph=opens)


ROWS: tuple[Row, ...] = (
    Line(NARRATOR, "Chapter One", LineKind.HEADING),
    told("The rain had stopped. Nobody went out. Why should they?", opens=True),
    said("Ann", "“Come here,”"),
    told("she said."),
    said("Tom", "“I was only going to—”"),
    said("Ann", "“Stop it!”", how="shouted"),
    SceneBreak("* * *"),
    told("Later they sat by the fire, and the dog slept.", opens=True),
    said("Tom", "“Good night.”", how="whispered"),
    said("Ann", "“Good night. Sleep well.”"),
)
CAST = Cast(
    "espeak",
    (
        Role(Character(NARRATOR), "narrator-man"),
        Role(Character("Ann"), "woman-clear"),
        Role(Character("Tom"), "old-man-scots"),
    ),
)


@pytest.fixture(scope="module")
def finished(tmp_path_factory: pytest.TempPathFactory) -> tuple[ChapterAudio, dict[str, Path]]:
    """The chapter's cues, and its file in several formats."""
    folder = tmp_path_factory.mktemp("finished")
    chapter = ScriptChapter("One", ROWS)
    script = Script(BookInfo("A Book"), (chapter,))
    store = Store(folder / "clips")
    crew = Processes(store, jobs=2)
    recording = record_script(script, CAST, store, Diction(), crew, listen=silently)
    mixed = mix(chapter, recording.chapters[0], PAUSES, RATE)
    book = BookAudio(script.info, (mixed,))
    files = publish(book, folder / "out", ["mp3", "m4b", "opus", "flac"], jobs=2)
    return mixed.audio, {each.path.suffix: each.path for each in files}


def decoded(path: Path) -> "array.array[int]":
    shape = ("-f", "s16le", "-ac", "1", "-ar", str(RATE), "pipe:1")
    return array.array("h", convert(("-i", file(path), *shape), b""))


@pytest.mark.parametrize("kind", [".mp3", ".m4b", ".opus", ".flac"])
def test_it_is_as_loud_as_it_should_be_in_every_format(
    finished: tuple[ChapterAudio, dict[str, Path]], kind: str
) -> None:
    found = inspect(finished[1][kind])
    assert find_faults(found, STANDARD) == []
    assert found.lufs == pytest.approx(STANDARD.lufs, abs=0.5)
    assert found.true_peak <= -3.0
    assert abs(found.offset) < 0.0005
    assert not found.clicks


def test_the_table_of_pauses_is_what_is_heard(
    finished: tuple[ChapterAudio, dict[str, Path]],
) -> None:
    audio, files = finished
    sound = decoded(files[".flac"])
    silent = max(map(abs, sound)) * 10 ** (-40 / 20)
    sentences = [each for cue in audio.cues for each in cue.sentences]
    heard = []
    for before, after in pairwise(sentences):
        middle = round((before.end + after.start) / 2 * RATE)
        start = next(n for n in range(middle, 0, -1) if abs(sound[n]) > silent)
        end = next(n for n in range(middle, len(sound)) if abs(sound[n]) > silent)
        heard.append((end - start) / RATE)
    table = [1.0, 0.3, 0.3, 0.7, 0.15, 0.7, 0.1, 1.5, 0.7, 0.5, 0.3]
    assert heard == [pytest.approx(seconds, abs=0.02) for seconds in table]
