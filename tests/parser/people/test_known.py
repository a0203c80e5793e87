"""People known before the story is read."""

import pytest

from narrator.model import (
    Age,
    Block,
    BlockKind,
    Book,
    BookInfo,
    Chapter,
    Character,
    Gender,
    LineKind,
    Script,
)
from narrator.parser import attribute, check_fidelity, parse_book
from narrator.parser.page import Piece, PieceKind

STORY = (
    "Nora Weiss came in. “Is the boat here?” she asked.",
    "“Not yet,” said Mr. Weiss.",
    "“It will be late,” said Finch.",
    "The old woman looked up. “It is always late,” said the old woman.",
    "“Then we wait,” said Nora. “Sit down, Arthur.”",
    "“I would rather stand,” said Arthur Weiss.",
    "“Stand, then,” said Pip and Dot.",
)


def book_of(*paragraphs: str) -> Book:
    blocks = tuple(Block(BlockKind.PARAGRAPH, text) for text in paragraphs)
    return Book(BookInfo("A test"), (Chapter("One", blocks),))


def speakers(script: Script) -> list[str]:
    lines = (line for chapter in script.chapters for line in chapter.lines)
    return [line.speaker for line in lines if line.kind is LineKind.DIALOGUE]


def parsed(*known: Character) -> Script:
    book = book_of(*STORY)
    script = parse_book(book, known)
    check_fidelity(book, script)
    return script


def test_names_of_one_are_one_person() -> None:
    assert speakers(parsed())[2] == "Finch"
    known = Character("Arthur Weiss", ("Mr. Weiss", "Finch"), Gender.MALE)
    found = speakers(parsed(known))
    assert [found[1], found[2], found[6]] == ["Arthur Weiss"] * 3


def test_people_of_their_own_are_kept_apart() -> None:
    assert speakers(parsed())[1] == "Arthur Weiss"
    found = speakers(parsed(Character("Mr. Weiss"), Character("Arthur Weiss")))
    assert [found[1], found[6]] == ["Mr. Weiss", "Arthur Weiss"]


def test_a_noun_may_be_somebody() -> None:
    found = speakers(parsed(Character("Granny Pool", ("the old woman",), age=Age.OLD)))
    assert found[3] == "Granny Pool"


def test_gender_and_age_are_believed() -> None:
    script = parsed(Character("Finch", (), Gender.FEMALE, Age.CHILD))
    finch = next(one for one in script.characters if one.name == "Finch")
    assert (finch.gender, finch.age) == (Gender.FEMALE, Age.CHILD)


def test_to_be_told_what_one_knows_changes_nothing() -> None:
    once = parsed()
    again = parsed(*once.characters)
    assert again.chapters == once.chapters
    assert {one.name for one in again.characters} == {one.name for one in once.characters}


@pytest.mark.parametrize("name", ["", "???", "the", "Nobody Here", "12", "’s", "Mr.", "and"])
def test_people_who_are_not_in_the_story_do_no_harm(name: str) -> None:
    assert speakers(parsed(Character(name, ("Someone Else", "the", "")))) == speakers(parsed())


def test_what_is_given_is_not_looked_for() -> None:
    texts = ("Is it late? asked Nora.", "Very late, said the tall man.")
    book = book_of(*texts)
    pieces = [
        Piece(0, 0, 11, PieceKind.SPEECH),
        Piece(0, 12, len(texts[0]), PieceKind.NARRATION),
        Piece(1, 0, 10, PieceKind.SPEECH),
        Piece(1, 11, len(texts[1]), PieceKind.NARRATION),
    ]
    people = [Character("Nora", (), Gender.FEMALE), Character("Otto", ("the tall man",))]
    script = attribute(book, [pieces], people)
    check_fidelity(book, script)
    assert speakers(script) == ["Nora", "Otto"]
