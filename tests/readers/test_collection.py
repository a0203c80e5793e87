"""Several files as one book, and standard input."""

from pathlib import Path

import pytest

from narrator.errors import BadSource
from narrator.readers import ReadOptions, SourceFile, read_book, read_story


def test_a_folder_in_natural_order(tmp_path: Path) -> None:
    folder = tmp_path / "The Salt Road"
    folder.mkdir()
    (folder / "10.txt").write_text("Tom went home.\n")
    (folder / "2 - the docks.md").write_text("Anna *came*.\n")
    (folder / "1.html").write_text("<h1>Before</h1><p>It rained.</p>")
    (folder / "cover.png").write_bytes(b"x")
    (folder / ".hidden.txt").write_text("No.")
    book = read_book(folder, ReadOptions(author="Ann Lee"))
    assert (book.info.title, book.info.author) == ("The Salt Road", "Ann Lee")
    assert [chapter.title for chapter in book.chapters] == ["Before", "The Docks", "Chapter 10"]
    assert all(block.start is None for chapter in book.chapters for block in chapter.blocks)


def test_files_in_the_order_they_are_named(tmp_path: Path) -> None:
    paths = [tmp_path / name for name in ("b.txt", "a.txt")]
    for path in paths:
        path.write_text(f"Tom read {path.stem}.\n")
    book = read_story([SourceFile(path) for path in paths])
    assert [chapter.title for chapter in book.chapters] == ["B", "A"]


def test_a_folder_without_a_story(tmp_path: Path) -> None:
    with pytest.raises(BadSource, match="no story in this folder"):
        read_book(tmp_path)


def test_standard_input_is_told_by_its_content() -> None:
    page = b"<!DOCTYPE html><html><body><h1>One</h1><p>Tom came.</p></body></html>"
    book = read_story([SourceFile(Path("-"), page)])
    assert [block.text for block in book.chapters[0].blocks] == ["One", "Tom came."]
    with pytest.raises(BadSource, match="standard input: this file is empty"):
        read_story([SourceFile(Path("-"), b"")])


def test_what_opens_and_closes_a_book_by_its_name(tmp_path: Path) -> None:
    for name in ("Chapter 10", "Chapter 2", "Epilogue", "Prologue"):
        (tmp_path / f"{name}.txt").write_text(f"Tom read {name.lower()}.\n")
    titles = [chapter.title for chapter in read_book(tmp_path).chapters]
    assert titles == ["Prologue", "Chapter 2", "Chapter 10", "Epilogue"]
