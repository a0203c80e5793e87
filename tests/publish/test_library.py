"""A book on the shelf of a library, as programs for audiobooks look for it."""

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from narrator.companions import Edition, shelve, sound_format
from narrator.model import NARRATOR, BookInfo, Cast, Character, Role, Script
from narrator.publish import BookAudio, Published, publish, read_cover

MakeBook = Callable[..., BookAudio]
INFO = BookInfo("A/B", "Jane: Doe", "en", "CON", "2", "2021-03-04", "About it.")


def edition(book: BookAudio, folder: Path, formats: list[str]) -> Edition:
    cast = Cast("espeak", (Role(Character(NARRATOR), "m1"),))
    cover = read_cover(book.cover) if book.cover else None
    return Edition(book, Script(book.info, ()), cast, sound_format(formats), folder, cover)


def shelved(book: BookAudio, tmp_path: Path, *formats: str) -> dict[str, Published]:
    folder = tmp_path / "out"
    sounds = list(publish(book, folder, formats))
    found = shelve(edition(book, folder, list(formats)), sounds, formats, tmp_path / "library")
    return {each.path.relative_to(tmp_path / "library").as_posix(): each for each in found}


@pytest.fixture
def book(make_book: MakeBook, png: Path) -> BookAudio:
    """A book in a series, with a cover."""
    return replace(
        make_book(["One", "Two"]), info=INFO, cover=png, date=INFO.date, description="About it."
    )


def test_author_series_title_and_what_lies_there(
    book: BookAudio, tmp_path: Path, png: Path
) -> None:
    found = shelved(book, tmp_path, "mp3", "m4b")
    top = "Jane - Doe/_CON/Vol 2 - A-B"
    names = {"A-B.m4b", "metadata.json", "reader.txt", "desc.txt", "cover.png"}
    assert found.keys() == {f"{top}/{name}" for name in names}
    shelf = tmp_path / "library" / top
    assert (shelf / "cover.png").read_bytes() == png.read_bytes()
    assert (shelf / "desc.txt").read_text() == "About it.\n"
    assert (shelf / "reader.txt").read_text() == "Voice A, Voice B (synthetic)\n"
    about = json.loads((shelf / "metadata.json").read_text())
    assert (about["title"], about["authors"]) == ("A/B", ["Jane: Doe"])
    assert (about["series"], about["publishedYear"]) == (["CON #2"], "2021")
    assert [each["title"] for each in about["chapters"]] == ["One", "Two"]
    first, second = about["chapters"]
    assert first["end"] == second["start"] > book.chapters[0].audio.seconds - 0.001
    assert (shelf / "A-B.m4b").samefile(tmp_path / "out" / "A-B.m4b")


def test_of_several_formats_one_is_shelved(book: BookAudio, tmp_path: Path) -> None:
    found = shelved(book, tmp_path, "opus", "flac")
    assert [Path(name).name for name in found if Path(name).suffix in (".opus", ".flac")] == [
        "01 - One.opus",
        "02 - Two.opus",
    ]


@pytest.mark.parametrize("formats", [("mp3", "mp3-book"), ("mp3-book", "mp3")])
def test_a_whole_book_goes_without_its_chapters(
    book: BookAudio, tmp_path: Path, formats: tuple[str, str]
) -> None:
    found = shelved(book, tmp_path, *formats)
    assert [Path(name).name for name in found if name.endswith(".mp3")] == ["A-B.mp3"]


def test_without_author_or_series(make_book: MakeBook, tmp_path: Path) -> None:
    plain = replace(make_book(["One"]), info=BookInfo("A Book"), description="", narrators="")
    assert "Unknown author/A Book/01 - One.mp3" in shelved(plain, tmp_path, "mp3")


def test_again_only_what_changed_is_written(book: BookAudio, tmp_path: Path) -> None:
    shelved(book, tmp_path, "mp3")
    assert not any(each.written for each in shelved(book, tmp_path, "mp3").values())
    (tmp_path / "library" / "Jane - Doe" / "_CON" / "Vol 2 - A-B" / "notes.txt").write_text("mine")
    retold = replace(book, description="", chapters=book.chapters[:1])
    found = shelved(retold, tmp_path, "mp3")
    shelf = tmp_path / "library" / "Jane - Doe" / "_CON" / "Vol 2 - A-B"
    left = {path.name for path in shelf.iterdir()} - {".published.json"}
    assert left == {Path(name).name for name in found} | {"notes.txt"}


def test_where_nothing_can_be_linked_it_is_copied(
    book: BookAudio, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise OSError("cross-device link")

    monkeypatch.setattr("os.link", refuse)
    found = shelved(book, tmp_path, "m4b")
    (path,) = [each.path for each in found.values() if each.path.suffix == ".m4b"]
    assert path.read_bytes() == (tmp_path / "out" / "A-B.m4b").read_bytes()
    assert path.stat().st_nlink == 1
