"""What players find in a file, read back by mutagen and PyAV, which share no code with us."""

import base64
import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import av
import mutagen
import pytest
from mutagen.flac import Picture

from narrator.errors import NarratorError
from narrator.mixing import Mixed
from narrator.model import BookInfo, Pauses
from narrator.publish import BookAudio, publish
from narrator.publish.aac import BLOCK, RATE

MakeBook = Callable[..., BookAudio]

TITLES = ('It\'s "so"; a=b #1 \\', "Zwölf: 日本語 😀", "", "Two\nrows & <more>")
AUTHOR = 'Jane; O"Neil = #1'
ABOUT = "What it's about; 100% = all\n#1 of many \\o/"


@pytest.fixture
def book(make_book: MakeBook, png: Path) -> BookAudio:
    """A book of which everything is known."""
    info = BookInfo("A Book", AUTHOR, "en-GB", "Night Tales", "2.5", "2021-03-04", ABOUT)
    return replace(make_book(TITLES), info=info, description=ABOUT, date=info.date, cover=png)


def made(book: BookAudio, folder: Path, name: str) -> list[Path]:
    return sorted(each.path for each in publish(book, folder, [name], jobs=2))


def tags(path: Path) -> dict[str, Any]:
    found = mutagen.File(path).tags  # type: ignore[attr-defined]
    return {str(key).lower(): value for key, value in found.items()}


def first(value: Any) -> str:
    return str(value[0]) if isinstance(value, list) else str(value)


@pytest.mark.parametrize("name", ["m4b", "m4a"])
def test_mp4(book: BookAudio, tmp_path: Path, png: Path, name: str) -> None:
    path = made(book, tmp_path / "out", name)[0]
    found = {key: first(value) for key, value in tags(path).items() if key != "covr"}
    title = "A Book" if name == "m4b" else TITLES[0]
    expected = {
        "©nam": title,
        "©alb": "A Book",
        "©art": AUTHOR,
        "aart": AUTHOR,
        "©wrt": "Voice A, Voice B (synthetic)",
        "©gen": "Audiobook",
        "©day": "2021-03-04",
        "desc": ABOUT,
        "ldes": ABOUT,
        "©grp": "Night Tales #2.5",
        "tvsh": "Night Tales",
        "tven": "2.5",
    }
    assert {key: found[key].removesuffix(" ") for key in expected} == expected
    assert found["©cmt"].startswith("Read by synthetic voices")
    assert (found.get("stik") == "2") is (name == "m4b")
    assert bytes(tags(path)["covr"][0]) == png.read_bytes()


@pytest.mark.parametrize("name", ["mp3", "mp3-book"])
def test_mp3(book: BookAudio, tmp_path: Path, png: Path, name: str) -> None:
    found = tags(made(book, tmp_path / "out", name)[0])
    told = {key: str(value).removesuffix(" ") for key, value in found.items()}
    expected = {
        "tit2": TITLES[0] if name == "mp3" else "A Book",
        "talb": "A Book",
        "tpe1": AUTHOR,
        "tpe2": AUTHOR,
        "tcom": "Voice A, Voice B (synthetic)",
        "tcon": "Audiobook",
        "tit1": "Night Tales #2.5",
        "tlan": "eng",
        "txxx:series": "Night Tales",
        "txxx:series-part": "2.5",
        "txxx:description": ABOUT,
        "txxx:comment": "Read by synthetic voices, made with Narrator",
    }
    assert {key: told[key] for key in expected} == expected
    assert told["tdrc"].startswith("2021")
    (picture,) = [value for key, value in found.items() if key.startswith("apic")]
    assert (picture.data, int(picture.type)) == (png.read_bytes(), 3)


@pytest.mark.parametrize("name", ["opus", "flac", "opus-book", "flac-book"])
def test_vorbis_comments(book: BookAudio, tmp_path: Path, png: Path, name: str) -> None:
    path = made(book, tmp_path / "out", name)[0]
    found = tags(path)
    expected = {
        "title": "A Book" if name.endswith("-book") else TITLES[0],
        "album": "A Book",
        "artist": AUTHOR,
        "albumartist": AUTHOR,
        "composer": "Voice A, Voice B (synthetic)",
        "genre": "Audiobook",
        "date": "2021-03-04",
        "grouping": "Night Tales #2.5",
        "series": "Night Tales",
        "series-part": "2.5",
        "language": "eng",
        "description": ABOUT + "\n\nRead by synthetic voices, made with Narrator",
    }
    assert {key: first(found[key]).removesuffix(" ") for key in expected} == expected
    if name.startswith("opus"):
        picture = Picture(base64.b64decode(first(found["metadata_block_picture"])))
    else:
        (picture,) = mutagen.File(path).pictures  # type: ignore[attr-defined]
    assert (picture.data, picture.mime, picture.type) == (png.read_bytes(), "image/png", 3)
    assert (picture.width, picture.height) == (16, 16)


@pytest.mark.parametrize("name", ["mp3-book", "opus-book", "flac-book", "m4b"])
def test_chapters_to_the_millisecond(book: BookAudio, tmp_path: Path, name: str) -> None:
    (path,) = made(book, tmp_path / "out", name)
    with av.open(str(path)) as audio:
        found = [
            (float(each["start"] * each["time_base"]), each["metadata"]["title"].strip())
            for each in audio.chapters()
        ]
    assert [title for _, title in found] == [TITLES[0], TITLES[1], "Chapter 3", "Two rows & <more>"]
    # The chapters of an M4B fill whole blocks of 1024 samples.
    block = BLOCK / RATE if name == "m4b" else 0.0
    start = 0.0
    for (time, _), chapter in zip(found, book.chapters, strict=True):
        assert time == pytest.approx(start, abs=0.001)
        length = chapter.audio.seconds
        start += -(-length // block) * block if block else length


def test_markers_for_players_on_android(book: BookAudio, tmp_path: Path) -> None:
    (path,) = made(book, tmp_path / "out", "mp3-book")
    text = str(tags(path)["txxx:overdrive mediamarkers"])
    times = re.findall(r"<Name>([^<]*)</Name><Time>(\d+):(\d\d\.\d{3})</Time>", text)
    assert [name for name, *_ in times][-1] == "Two rows &amp; &lt;more&gt;"
    seconds = [int(minutes) * 60 + float(rest) for _, minutes, rest in times]
    assert seconds[1] == pytest.approx(book.chapters[0].audio.seconds, abs=0.001)


def test_an_mp3_lists_as_many_chapters_as_it_can(
    make_book: MakeBook, make_chapter: Callable[..., Mixed], tmp_path: Path
) -> None:
    silent = Pauses(**dict.fromkeys(Pauses.__slots__, 0.0))
    one = make_chapter("One", 0, pauses=silent)
    chapters = tuple(
        replace(one, audio=replace(one.audio, title=f"No. {number}")) for number in range(256)
    )
    with pytest.raises(NarratorError, match="mp3-book holds at most 255 chapters, and this book"):
        made(replace(make_book(), chapters=chapters), tmp_path, "mp3-book")
    (path,) = made(replace(make_book(), chapters=chapters[:255]), tmp_path, "mp3-book")
    found = tags(path)
    (contents,) = [value for key, value in found.items() if key.startswith("ctoc")]
    assert len(contents.child_element_ids) == 255
    assert sum(key.startswith("chap:") for key in found) == 255


def test_a_book_called_as_its_chapter_is(make_book: MakeBook, tmp_path: Path) -> None:
    files = [
        each.path.name
        for each in publish(make_book(["One"], title="01 - one"), tmp_path, ["mp3", "mp3-book"])
    ]
    assert sorted(files) == ["01 - One.mp3", "Book 01 - one.mp3"]
