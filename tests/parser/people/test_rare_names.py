"""Given names that few bear: they say a sex where nothing else does, and no more."""

from narrator.languages import pack_for
from narrator.model import Block, BlockKind, Book, BookInfo, Chapter, Gender
from narrator.parser import parse_book


def genders(*paragraphs: str) -> dict[str, Gender]:
    blocks = tuple(Block(BlockKind.PARAGRAPH, paragraph) for paragraph in paragraphs)
    script = parse_book(Book(BookInfo("A test"), (Chapter("One", blocks),)))
    return {one.name: one.gender for one in script.characters}


def test_the_table_is_in_lower_case_and_has_no_common_name() -> None:
    common, rare = pack_for("en").names, pack_for("en").rare_names
    names = rare.women | rare.men
    assert len(names) > 20_000
    assert rare.women and rare.men and not rare.women & rare.men
    assert not [name for name in names if name != name.lower() or not name.strip()]
    assert not names & (common.women | common.men)


def test_a_rare_name_says_the_sex() -> None:
    found = genders("“Is it you?” asked Aashi.", "“It is,” said Bradley.")
    assert found["Aashi"] is Gender.FEMALE
    assert found["Bradley"] is Gender.MALE


def test_what_the_story_says_weighs_more() -> None:
    told = [f"Aashi shut the door. He was late, and he {verb}." for verb in ("knew", "ran", "sang")]
    found = genders(*told * 2, "“Is it you?” asked Aashi.", "“It is,” said Bradley.")
    assert found["Aashi"] is Gender.MALE
