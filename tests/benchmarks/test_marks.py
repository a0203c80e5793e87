"""Novels set in other marks: the words stay, and the gold spans point at them."""

import csv
from pathlib import Path

import pytest

from benchmarks.attribution.corpus import read_novel
from benchmarks.attribution.marks import REWRITINGS, rewrite

TEXT = (
    '"Well," said Ada, "it\'s late."\n\nBo looked up. "She said, \'Never!\' and\nleft." He sighed.'
    '\n\n"_Never?_"\n'
)
SAID = ("Well,", "it's late.", "She said, 'Never!' and\nleft.", "_Never?_")


@pytest.fixture
def novel(tmp_path: Path) -> Path:
    folder = tmp_path / "Late"
    folder.mkdir()
    (folder / "novel_text.txt").write_text(TEXT, encoding="utf-8", newline="")
    (folder / "character_info.csv").write_text(
        "Character ID,Main Name,Aliases,Gender,Category\n0,Ada,\"{'Ada'}\",F,major\n", "utf-8"
    )
    with (folder / "quotation_info.csv").open("w", encoding="utf-8", newline="") as file:
        rows = csv.writer(file)
        rows.writerow(["quoteID", "quoteByteSpans", "speaker", "addressees", "quoteType"])
        for number, words in enumerate(SAID):
            start = TEXT.index(words)
            rows.writerow([number, [[start, start + len(words)]], "Ada", [], "Explicit"])
    return folder


def letters(text: str) -> str:
    return "".join(letter for letter in text if letter.isalpha())


@pytest.mark.parametrize("name", REWRITINGS)
def test_the_spans_move_along(name: str, novel: Path, tmp_path: Path) -> None:
    found = read_novel(rewrite(novel, name, tmp_path / "into"))
    assert found.text != TEXT
    assert letters(found.text) == letters(TEXT)
    said = [letters(found.text[one.start : one.end]) for one in found.segments]
    assert said == [letters(words) for words in SAID]


def test_marks(novel: Path, tmp_path: Path) -> None:
    def first(name: str) -> str:
        return read_novel(rewrite(novel, name, tmp_path / name)).text.split("\n\n")[0]

    assert first("curly") == "“Well,” said Ada, “it’s late.”"
    assert first("single") == "‘Well,’ said Ada, ‘it’s late.’"
    assert first("guillemets") == "«Well,» said Ada, «it’s late.»"
    assert first("dash").strip() == "—Well, —said Ada—, it’s late."
