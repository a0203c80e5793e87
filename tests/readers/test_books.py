"""Books made with pandoc, LibreOffice and Calibre: chapters, and every word counted."""

import re
import shutil
import subprocess
import unicodedata
from collections import Counter
from pathlib import Path

import pytest

from narrator.model import Block, BlockKind, Book
from narrator.parser import check_fidelity, parse_book
from narrator.readers import read_book

BOOKS = Path(__file__).parent / "books"
CHAPTERS = ["Part One: Chapter 1: The Docks", "Chapter 2: A Letter", "Part Two: Chapter 3: Rain"]
OUTLINED = [
    "pandoc.epub", "pandoc2.epub", "calibre.epub", "calibre3.epub", "pandoc.docx",
    "libreoffice.docx", "pandoc.odt", "libreoffice.odt", "pandoc.fb2", "pandoc.html", "pandoc.rtf",
    "libreoffice.rtf", "libreoffice.pdf", "source.md",
]  # fmt: skip
WITH_MARKUP = [name for name in OUTLINED if not name.endswith((".rtf", ".pdf"))]


def blocks_of(book: Book) -> list[Block]:
    return [block for chapter in book.chapters for block in chapter.blocks]


def heard(book: Book) -> str:
    return " ".join(
        " ".join(b.text.split()) for b in blocks_of(book) if b.kind is not BlockKind.SKIPPED
    )


@pytest.mark.parametrize("name", OUTLINED)
def test_title_and_chapters(name: str) -> None:
    book = read_book(BOOKS / name)
    assert book.info.title == "The Salt Road"
    assert [chapter.title for chapter in book.chapters] == CHAPTERS


@pytest.mark.parametrize("name", WITH_MARKUP)
def test_the_author(name: str) -> None:
    assert read_book(BOOKS / name).info.author == "Ann Lee"


@pytest.mark.parametrize("name", OUTLINED)
def test_a_script_holds_it_all(name: str) -> None:
    book = read_book(BOOKS / name)
    script = parse_book(book)
    check_fidelity(book, script)
    assert {"Tom", "Anna"} <= {character.name for character in script.characters}


@pytest.mark.parametrize("name", WITH_MARKUP)
def test_notes_are_not_read(name: str) -> None:
    book = read_book(BOOKS / name)
    assert "boots" not in heard(book)
    assert "Tom came in. “Is that *you*?” he asked." in heard(book)
    reasons = Counter(block.reason for block in blocks_of(book) if block.reason)
    assert reasons["note"] >= 2
    assert any("boots" in block.text for block in blocks_of(book) if block.reason == "note")


@pytest.mark.parametrize("name", WITH_MARKUP)
def test_inline_markup(name: str) -> None:
    text = heard(read_book(BOOKS / name))
    assert "Tom’s coat was wet, unbelievably so." in text
    assert "*I must not look back,* he thought." in text
    assert "the *Fortune* sailed" in text
    assert "a café is not a cafe" in text


@pytest.mark.parametrize("name", WITH_MARKUP)
def test_the_scene_break(name: str) -> None:
    kinds = [block.kind for block in blocks_of(read_book(BOOKS / name))]
    assert kinds.count(BlockKind.SCENE_BREAK) == 1


def words(text: str) -> Counter[str]:
    return Counter(re.findall(r"[^\W\d_]+", unicodedata.normalize("NFKC", text).casefold()))


@pytest.mark.tools
@pytest.mark.parametrize(
    "name",
    [name for name in WITH_MARKUP if name.endswith((".epub", ".docx", ".odt", ".fb2", "html"))],
)
def test_every_word_that_pandoc_finds_is_there(name: str) -> None:
    if not shutil.which("pandoc"):
        pytest.skip("pandoc is not installed")
    said = subprocess.run(
        ["pandoc", "-t", "plain", "--wrap=none", str(BOOKS / name)],
        capture_output=True, check=True, encoding="utf-8",
    )  # fmt: skip
    ours = words(" ".join(block.text for block in blocks_of(read_book(BOOKS / name))))
    theirs = words(said.stdout)
    assert theirs - ours == Counter()
    # What we have and pandoc leaves out is the title page alone.
    assert set(ours - theirs) <= words("The Salt Road Ann Lee Notes").keys()


FERRY = ["ferry.fodt", "ferry.odt", "ferry.docx", "ferry.html"]


@pytest.mark.parametrize("name", FERRY)
def test_what_word_processors_keep_beside_the_text(name: str) -> None:
    """Headers, footers, notes, comments, tracked changes, captions, tables, frames."""
    book = read_book(BOOKS / name)
    assert (book.info.title, book.info.author) == ("The Winter Ferry", "Iris Holm")
    assert [c.title for c in book.chapters] == ["Chapter One: The Quay", "Chapter Two: Below"]
    text = heard(book)
    for kept in (
        "Then",
        "she *ran*. The Aurora blew.",
        "“Mon Dieu",
        "she asked. Bergen.",
        "Dear Iris, I am well. Gloves Coat",
        "Bergen six After the table.",
        "Beside the",
    ):
        assert kept in text.replace("*Mon Dieu*", "Mon Dieu")
    for left_out in ("Nobody should ever", "An endnote", "Check this comment", "Page"):
        assert left_out not in text
    reasons = {block.text.strip(" ↑"): block.reason for block in blocks_of(book) if block.reason}
    assert reasons["Nobody should ever look back."] == "note"
    assert reasons["An endnote of whistles."] == "note"
    check_fidelity(book, parse_book(book))


@pytest.mark.parametrize("name", ["ferry.fodt", "ferry.odt", "ferry.docx"])
def test_every_word_that_libreoffice_finds_is_there(name: str) -> None:
    theirs = (BOOKS / "ferry.txt").read_text(encoding="utf-8-sig")
    # Its plain text has soft hyphens, the mark of the endnote, and what a tracked change deleted.
    for written, meant in (("\u00ad", ""), ("blew.i", "blew."), ("DELETED WORDS", "")):
        assert written in theirs
        theirs = theirs.replace(written, meant)
    ours = words(" ".join(block.text for block in blocks_of(read_book(BOOKS / name))))
    assert words(theirs) - ours == Counter()


def test_lines_taken_for_paragraphs() -> None:
    book = read_book(BOOKS / "calibre-gutenberg.epub")
    assert [chapter.title for chapter in book.chapters] == ["I. Out", "II. On", "III. Home"]
    plain = read_book(BOOKS / "gutenberg.txt")

    def told(book: Book) -> list[str]:
        kinds = (BlockKind.PARAGRAPH, BlockKind.HEADING)
        found = [" ".join(b.text.split()) for b in blocks_of(book) if b.kind in kinds]
        return [text for text in found if text not in ("by Ann Lee", "THE END")]

    assert told(book) == told(plain)


def test_an_archive_after_a_converter() -> None:
    book = read_book(BOOKS / "calibre-archive.epub")
    assert [chapter.title for chapter in book.chapters] == ["Chapter 1: Out", "Chapter 2: On"]
    assert book.info.author == ""  # and not `Unknown`
    text = heard(book)
    assert "General Audiences" not in text
    assert "drop by" not in text
    assert "Be kind. It rained all day" in text
