"""Law 1 as a check: it is silent about a faithful script and names the place of a fault."""

from dataclasses import replace

import pytest

from narrator.errors import NarratorError
from narrator.model import (
    Block,
    BlockKind,
    Book,
    BookInfo,
    Chapter,
    Line,
    Pause,
    Row,
    Script,
    ScriptChapter,
)
from narrator.parser import check_fidelity

BOOK = Book(
    BookInfo("A test"),
    (Chapter("Two", (Block(BlockKind.PARAGRAPH, "It  rained.\nAll day."),)),),
)


def script(*rows: Row) -> Script:
    return Script(BOOK.info, (ScriptChapter("Two", rows),))


def test_white_space_and_pauses_do_not_matter() -> None:
    check_fidelity(BOOK, script(Line("Narrator", "It rained."), Pause(1), Line("Olga", "All day.")))


@pytest.mark.parametrize(
    "rows",
    [
        pytest.param([Line("Narrator", "It rained.")], id="lost"),
        pytest.param([Line("Narrator", "It rained. All day.")] * 2, id="twice"),
        pytest.param([Line("Narrator", "It rained. All night.")], id="changed"),
        pytest.param([Line("A", "All day."), Line("A", "It rained.")], id="out of order"),
    ],
)
def test_a_fault_is_named_with_its_place(rows: list[Row]) -> None:
    with pytest.raises(NarratorError, match=r"chapter 1 \(Two\)"):
        check_fidelity(BOOK, script(*rows))


def test_a_missing_chapter_is_a_fault() -> None:
    with pytest.raises(NarratorError, match="1 chapters"):
        check_fidelity(BOOK, replace(script(), chapters=()))
