"""Who is offered as a speaker, and what is known of how people call one another."""

from narrator.languages import pack_for
from narrator.model import Block, BlockKind, Book, BookInfo, Chapter
from narrator.parser.deciding.candidates import candidates_of
from narrator.parser.deciding.features import Describer
from narrator.parser.deciding.scene import look_around
from narrator.parser.page import lay_out
from narrator.parser.quotations import cut_book
from narrator.parser.study import Study, study

ENGLISH = pack_for("en")


def read(*paragraphs: str) -> Study:
    blocks = tuple(Block(BlockKind.PARAGRAPH, paragraph) for paragraph in paragraphs)
    book = Book(BookInfo("A test"), (Chapter("One", blocks),))
    return study(ENGLISH, lay_out(ENGLISH, book, cut_book(ENGLISH, book)))


def offered(learnt: Study, index: int) -> set[str]:
    around, sightings = look_around(learnt)
    people = candidates_of(learnt, around, sightings, index)
    return {learnt.people[person].display for person in people}


def features(learnt: Study, index: int) -> dict[str, list[str]]:
    around, sightings = look_around(learnt)
    people = candidates_of(learnt, around, sightings, index)
    rows = Describer(learnt, around, sightings).describe(index, people)
    return {learnt.people[person].display: row for person, row in zip(people, rows, strict=True)}


LATE = (
    "“Is anybody there?”",
    "“Only us.”",
    "“Then light the lamp.”",
    "“There is no oil left.”",
    "It was Olga who found the matches, and Bernard held the lamp for her.",
    "“There,” said Olga.",
)


def test_whoever_is_named_later_in_the_scene_is_offered() -> None:
    assert offered(read(*LATE), 0) >= {"Olga", "Bernard"}


def test_but_not_whoever_only_acts_after_a_break() -> None:
    blocks = [Block(BlockKind.PARAGRAPH, text) for text in LATE]
    blocks.insert(4, Block(BlockKind.SCENE_BREAK, "* * *"))
    book = Book(BookInfo("A test"), (Chapter("One", tuple(blocks)),))
    assert "Bernard" not in offered(
        study(ENGLISH, lay_out(ENGLISH, book, cut_book(ENGLISH, book))), 0
    )


def test_a_form_of_address_points_at_those_who_use_it() -> None:
    learnt = read(
        "Olga and Bernard stood on the quay with Mr. Hart.",
        "“Mind the step, Mr. Hart,” said Olga.",
        "“Come along, old Hart,” said Bernard.",
        "“Here is the rope, Mr. Hart.”",
    )
    found = features(learnt, 2)
    assert "form mine" in found["Olga"]
    assert "form others" in found["Bernard"]
