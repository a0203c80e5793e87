"""One person, one character: names of all kinds brought together, and kept apart."""

import pytest

from narrator.languages import pack_for
from narrator.model import Age, Block, BlockKind, Book, BookInfo, Chapter, Gender
from narrator.parser import parse_book
from narrator.parser.page import lay_out
from narrator.parser.quotations import cut_book
from narrator.parser.study import study

ENGLISH = pack_for("en")


def people(*paragraphs: str) -> list[set[str]]:
    """The names of each person found."""
    blocks = tuple(Block(BlockKind.PARAGRAPH, paragraph) for paragraph in paragraphs)
    book = Book(BookInfo("A test"), (Chapter("One", blocks),))
    found = study(ENGLISH, lay_out(ENGLISH, book, cut_book(ENGLISH, book)))
    return [set(person.names) for person in found.people]


@pytest.mark.parametrize(
    ("text", "together"),
    [
        pytest.param(
            "Mr. Orlow sat. John laughed. “Yes,” said John Orlow.",
            {"Mr. Orlow", "John", "John Orlow"},
            id="title, given name, full name",
        ),
        pytest.param(
            "So Ada Byrne Moss sang. “Miss Byrne,” said Tom.",
            {"Ada Byrne Moss", "Miss Byrne"},
            id="a name from before the wedding",
        ),
        pytest.param(
            "Then Letitia Crane came in. “Letty!” cried Tom. “Sit, Letty.”",
            {"Letitia Crane", "Letty"},
            id="nickname",
        ),
        pytest.param("“No,” said June. June sat. “Oh, Junie.”", {"June", "Junie"}, id="endearment"),
        pytest.param(
            "The guests saw J. T. Maddox. “No,” said Maddox.",
            {"J. T. Maddox", "Maddox"},
            id="initials",
        ),
        pytest.param(
            "“No,” said Dr. van der Berg. Then van der Berg sat.",
            {"Dr. van der Berg"},
            id="particles",
        ),
        pytest.param("“TOM!” she cried. “No,” said Tom.", {"Tom"}, id="capitals"),
    ],
)
def test_together(text: str, together: set[str]) -> None:
    assert any(together <= names for names in people(text)), people(text)


@pytest.mark.parametrize(
    ("text", "one", "other"),
    [
        pytest.param("“Yes,” said Mr. Hale. “No,” said Mrs. Hale.", "Mr. Hale", "Mrs. Hale"),
        pytest.param(
            "“Yes,” said Anna Hale. “No,” said Ruth Hale.", "Anna Hale", "Ruth Hale", id="sisters"
        ),
        pytest.param("“Yes,” said Mr. Hale. “No,” said Miss Hale.", "Mr. Hale", "Miss Hale"),
        pytest.param(
            "“Yes,” said Lady Moss. “No,” said Miss Moss.", "Lady Moss", "Miss Moss", id="daughter"
        ),
    ],
)
def test_apart(text: str, one: str, other: str) -> None:
    assert not any({one, other} <= names for names in people(text))


@pytest.mark.parametrize(
    "text",
    [
        "They met in Lisbon on Monday. In Lisbon it rained.",
        "The French ship sailed in March for the Azores.",
        "Suddenly it rained. Nothing moved. Perhaps tomorrow.",
        "“Heavens!” “Yes.” “Nonsense.” “Good God!”",
        "They walked down Harbour Street to the Grand Hotel.",
    ],
)
def test_not_people(text: str) -> None:
    assert people(text) == []


def test_headings_and_bylines_are_no_people() -> None:
    blocks = (
        Block(BlockKind.HEADING, "Tom Riding Alone"),
        Block(BlockKind.PARAGRAPH, "“Sit,” said Olga."),
    )
    script = parse_book(Book(BookInfo("Tom Riding", "Zora Quill"), (Chapter("One", blocks),)))
    assert [person.name for person in script.characters] == ["Olga"]


def test_gender_and_age() -> None:
    texts = (
        "“Sit,” said the old woman.",
        "“No,” said the boy.",
        "“Why?” asked Zorblat, and she frowned.",
    )
    blocks = tuple(Block(BlockKind.PARAGRAPH, text) for text in texts)
    script = parse_book(Book(BookInfo("A test"), (Chapter("One", blocks),)))
    known = {person.name: (person.gender, person.age) for person in script.characters}
    assert known["the old woman"] == (Gender.FEMALE, Age.OLD)
    assert known["the boy"] == (Gender.MALE, Age.CHILD)
    assert known["Zorblat"][0] is Gender.FEMALE


def test_short_forms_belong_to_known_names() -> None:
    names = pack_for("en").names
    assert set(names.short_forms) <= names.women | names.men
