"""Letters that a page sets apart as block quotations."""

from pathlib import Path

import pytest

from narrator.model import BlockKind
from narrator.readers import ReadOptions, SourceFile, read_story

LETTER = "<p>My dear Livia,</p><p>The roof has come down.</p><p>Your father,<br/>Aurelius</p>"


def kinds(page: bytes) -> list[BlockKind]:
    book = read_story([SourceFile(Path("a.html"), page)], ReadOptions())
    return [block.kind for chapter in book.chapters for block in chapter.blocks]


@pytest.mark.parametrize(
    ("quoted", "is_letter"),
    [
        (LETTER, True),
        ("<p>My dear child, the roof has come down. Your father, Aurelius</p>", True),
        ("My dear Livia,<br/>the roof has come down.<br/>Your father, Aurelius", True),
        ("<p>The roof has come down.</p><p>Your father, Aurelius</p>", True),
        ("<p>The roof of the house has come down.</p><p>Nobody was hurt.</p>", False),
        ("<p>My dear friend the baker had no bread.</p>", False),
    ],
)
def test_a_letter_in_a_block_quotation_is_a_letter(quoted: str, is_letter: bool) -> None:
    page = f"<html><body><p>She read:</p><blockquote>{quoted}</blockquote><p>So.</p></body></html>"
    found = kinds(page.encode())
    assert found[0] is found[-1] is BlockKind.PARAGRAPH
    assert all((kind is BlockKind.LETTER) == is_letter for kind in found[1:-1]) and found[1:-1]
