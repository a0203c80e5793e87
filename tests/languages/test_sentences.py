"""What packs promise: sentences of each language, and who says what in them."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from narrator.model import Block, BlockKind, Book, BookInfo, Chapter, Gender, Line, LineKind, Script
from narrator.parser import check_fidelity, parse_book

SENTENCES = Path(__file__).parent / "sentences"
_SAID = re.compile(r"⟦([^|⟧]*)\|([^⟧]*)⟧")
_SPEAKER = re.compile(r"(.*?)(?: ([fm]))?$")
_SEXES = {"f": Gender.FEMALE, "m": Gender.MALE}


def cases() -> Iterator[object]:
    for path in sorted(SENTENCES.glob("*.txt")):
        for case in re.split(r"^# ", path.read_text(encoding="utf-8"), flags=re.MULTILINE)[1:]:
            title, _, body = case.partition("\n")
            paragraphs = [part for part in re.split(r"\n\s*\n", body.strip()) if part]
            yield pytest.param(path.stem, paragraphs, id=f"{path.stem}: {title}")


def letters(text: str) -> str:
    return " ".join(re.findall(r"\w+", text))


def spoken(script: Script) -> list[Line]:
    lines = [line for chapter in script.chapters for line in chapter.lines]
    return [line for line in lines if line.kind is LineKind.DIALOGUE]


@pytest.mark.parametrize(("language", "marked"), [*cases()])
def test_sentences(language: str, marked: list[str]) -> None:
    """`⟦Ana f|words⟧` is said by Ana, a woman; `⟦?|words⟧` by whom it may be."""
    blocks = [Block(BlockKind.PARAGRAPH, _SAID.sub(r"\2", paragraph)) for paragraph in marked]
    book = Book(BookInfo("A test", language=language), (Chapter("I", tuple(blocks)),))
    script = parse_book(book)
    check_fidelity(book, script)
    gold = [found.groups() for paragraph in marked for found in _SAID.finditer(paragraph)]
    lines = spoken(script)
    assert [letters(line.text) for line in lines] == [letters(words) for _, words in gold]
    people = {one.name: one for one in script.characters}
    for line, (who, _) in zip(lines, gold, strict=True):
        name, sex = _SPEAKER.match(who).groups()
        if name != "?":
            person = people[line.speaker]
            assert name in (person.name, *person.aliases), line.text
            assert sex is None or person.gender is _SEXES[sex], line.text
