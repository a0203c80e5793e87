"""Plays, interviews and chats: the speaker's name and a colon."""

import pytest

from narrator.model import NARRATOR, Block, BlockKind, Book, BookInfo, Chapter
from narrator.parser import check_fidelity, parse_book


def lines(*paragraphs: str) -> list[tuple[str, str]]:
    blocks = tuple(Block(BlockKind.PARAGRAPH, paragraph) for paragraph in paragraphs)
    book = Book(BookInfo("A test"), (Chapter("One", blocks),))
    script = parse_book(book)
    check_fidelity(book, script)
    return [(line.speaker, line.text) for line in script.chapters[0].lines]


@pytest.mark.parametrize(
    ("paragraphs", "spoken"),
    [
        pytest.param(
            ["TOM: Where is it?", "ANNA (aside): He never looks.", "TOM: I heard that."],
            [("Tom", "Where is it?"), ("Anna", "He never looks."), ("Tom", "I heard that.")],
            id="play",
        ),
        pytest.param(
            ["[19:03] kay_m: you up?", "[19:04] Dev: always", "[19:04] kay_m: good"],
            [("kay_m", "you up?"), ("Dev", "always"), ("kay_m", "good")],
            id="chat",
        ),
        pytest.param(
            ["[Priya] up?", "She yawned.", "[tom_77] no", '[Priya] then who wrote "no"?'],
            [("Priya", "up?"), ("tom_77", "no"), ("Priya", 'then who wrote "no"?')],
            id="names in brackets",
        ),
        pytest.param(
            ["<mira> psst", "<tom> who is that", "<mira> nobody"],
            [("mira", "psst"), ("tom", "who is that"), ("mira", "nobody")],
            id="names in chevrons",
        ),
        pytest.param(
            ["The screen lit up.", "**Ida:** up?\n**Dev:** always\n**Ida:** good"],
            [("Ida", "up?"), ("Dev", "always"), ("Ida", "good")],
            id="lines without blank lines",
        ),
    ],
)
def test_labels(paragraphs: list[str], spoken: list[tuple[str, str]]) -> None:
    assert [row for row in lines(*paragraphs) if row[0] != NARRATOR] == spoken


def test_a_colon_alone_is_no_label() -> None:
    rows = lines("Note: it rained.", "Ingredients: flour, salt.", "There was one rule: no dogs.")
    assert {speaker for speaker, _ in rows} == {NARRATOR}


def test_the_screens_of_a_game_are_told() -> None:
    screen = "Name: Ilse\nLevel: 4\nClass: thief"
    rows = lines(screen, "She blinked.", screen, "[Skill] gained", "[Skill] lost", "[Quest] done")
    assert {speaker for speaker, _ in rows} == {NARRATOR}
