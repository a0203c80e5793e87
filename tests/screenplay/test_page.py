"""The page that explains the format is right."""

import re
from pathlib import Path

import pytest

from narrator.model import LineKind, ScriptChapter
from narrator.screenplay import find_problems, read_chapter, write_chapter

HEAD = "[chapter] T\n\n"


@pytest.fixture(scope="module")
def page(root: Path) -> str:
    return (root / "script" / "README.md").read_text(encoding="utf-8")


def chapters(page: str) -> list[ScriptChapter]:
    blocks = re.findall(r"^```text\n(.*?)^```", page, re.M | re.S)
    return [read_chapter(block if "[chapter]" in block else HEAD + block) for block in blocks]


def test_every_example_is_read_and_written_back(page: str) -> None:
    found = chapters(page)
    assert len(found) >= 5
    assert all(chapter.rows for chapter in found)
    assert [read_chapter(write_chapter(chapter)) for chapter in found] == found


def test_every_row_in_the_text_is_understood(page: str) -> None:
    shown = re.findall(r"`((?:\[[cps]|\w+: |\w+ \[)[^`\n]*)`", page)
    assert len(shown) >= 5
    for row in shown:
        assert not find_problems(row if "[chapter]" in row else HEAD + row), row


def test_every_kind_is_named(page: str) -> None:
    assert [kind for kind in LineKind if f"`{kind.value}`" not in page] == []


def test_the_first_example_is_as_the_program_writes_it(page: str) -> None:
    example = re.findall(r"^```text\n(.*?)^```", page, re.M | re.S)[0]
    without_note = re.sub(r"^#.*\n", "", example, flags=re.M)
    assert write_chapter(read_chapter(example)) == without_note
