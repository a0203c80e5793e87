"""The language of a book, whatever file it is in: what the file says, or what its text shows."""

from pathlib import Path

import pytest

from narrator.model import Evidence
from narrator.readers import ReadOptions, SourceFile, read_book, read_story

FRENCH = "Elle n'avait jamais vu tant de bateaux dans le port, et elle le dit à son frère.\n\n" * 12
ENGLISH = "She had never seen so many boats in the harbour, and she told her brother so.\n\n" * 12


def page(text: str, lang: str) -> str:
    paragraphs = "".join(f"<p>{row}</p>" for row in text.split("\n\n") if row)
    return f'<html lang="{lang}"><body>{paragraphs}</body></html>'


def test_plain_text_says_nothing_of_its_language(tmp_path: Path) -> None:
    path = tmp_path / "quai.txt"
    path.write_text(FRENCH, encoding="utf-8")
    book = read_book(path)
    assert book.info.language == "fr"
    assert book.identification and book.identification.evidence is Evidence.WORDS


@pytest.mark.parametrize(
    ("text", "lang", "expected", "refused"),
    [
        (FRENCH, "fr-CA", "fr-CA", ""),
        (FRENCH, "en", "fr", "en"),
        (ENGLISH, "fr", "en", "fr"),
        (FRENCH, "", "fr", ""),
        (ENGLISH, "eng", "en", ""),
    ],
)
def test_a_page_is_believed_unless_its_text_says_otherwise(
    tmp_path: Path, text: str, lang: str, expected: str, refused: str
) -> None:
    path = tmp_path / "quai.html"
    path.write_text(page(text, lang), encoding="utf-8")
    book = read_book(path)
    assert book.identification
    assert (book.info.language, book.identification.refused) == (expected, refused)


def test_a_folder_is_in_the_language_of_most_of_it(tmp_path: Path) -> None:
    for name, text in (("1.txt", ENGLISH), ("2.txt", FRENCH), ("3.txt", FRENCH)):
        (tmp_path / name).write_text(text, encoding="utf-8")
    book = read_story([SourceFile(tmp_path)])
    assert book.info.language == "fr"


def test_a_licence_in_english_changes_nothing(tmp_path: Path) -> None:
    start = "*** START OF THE PROJECT GUTENBERG EBOOK LE QUAI ***"
    end = "*** END OF THE PROJECT GUTENBERG EBOOK LE QUAI ***"
    path = tmp_path / "quai.txt"
    text = f"{ENGLISH}{start}\n\n{FRENCH}{end}\n\n{ENGLISH * 5}"
    path.write_text(text, encoding="utf-8")
    assert read_book(path).info.language == "fr"


def test_what_a_person_says_holds(tmp_path: Path) -> None:
    path = tmp_path / "quai.txt"
    path.write_text(FRENCH, encoding="utf-8")
    assert read_book(path, ReadOptions(language="it")).info.language == "it"
