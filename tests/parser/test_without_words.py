"""A language of which no words are known is cut by its marks, and nothing of it is lost."""

import pytest

from narrator.model import Block, BlockKind, Book, BookInfo, Chapter
from narrator.parser import check_fidelity, parse_book

CASES = {
    "ar": ("قالت سلمى: «هل جئت؟» ثم جلست.", ["«هل جئت؟»"]),
    "hi": ("“तुम आ गए?” उसने पूछा। “हाँ।”", ["“तुम आ गए?”", "“हाँ।”"]),
    "th": ("“มาเถอะ” เขาพูด “มันดึกแล้ว”", ["“มาเถอะ”"]),
    "hu": ("– Gyere már! – mondta Anna. – Késő van.", ["– Gyere már!", "– Késő van."]),
    "he": ("„בוא הנה,” אמרה דנה.", ["„בוא הנה,”"]),
    "ko": ("“늦었어.” 민수가 말했다.", ["“늦었어.”"]),
    "fi": ("”Tule jo”, sanoi Anna. ”On myöhä.”", ["”Tule jo”", "”On myöhä.”"]),
}


@pytest.mark.parametrize("language", CASES)
def test_it_is_cut_by_its_marks(language: str) -> None:
    text, expected = CASES[language]
    blocks = (Block(BlockKind.PARAGRAPH, text),)
    book = Book(BookInfo("", language=language), (Chapter("", blocks),))
    script = parse_book(book)
    check_fidelity(book, script)
    lines = [line for chapter in script.chapters for line in chapter.lines]
    spoken = [line.text for line in lines if line.kind.value == "dialogue"]
    assert set(expected) <= set(spoken)
