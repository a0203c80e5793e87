"""Lines that a person settles are held, and the lines around them follow."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from benchmarks.attribution.stories import read_stories
from narrator.model import NARRATOR, Block, BlockKind, Book, BookInfo, Chapter, Line, Script
from narrator.parser import SOMEONE, Draft, Place, check_fidelity, parse_book

STORIES = Path(__file__).parents[2] / "training" / "unlearnt"


def book_of(*paragraphs: str) -> Book:
    blocks = tuple(Block(BlockKind.PARAGRAPH, paragraph) for paragraph in paragraphs)
    return Book(BookInfo("A test"), (Chapter("One", blocks),))


def speakers(script: Script) -> dict[str, str]:
    """The speaker of each line by its words."""
    return {line.text: line.speaker for chapter in script.chapters for line in chapter.lines}


def place_of(script: Script, words: str) -> Place:
    return next(
        (number, row)
        for number, chapter in enumerate(script.chapters)
        for row, line in enumerate(chapter.rows)
        if isinstance(line, Line) and words in line.text
    )


QUAY = (
    "Olga and Bernard stood on the quay.",
    "“Is the boat here?”",
    "“Not yet.”",
    "“Then we must wait.”",
    "“I hate to wait.”",
    "“So do I,” he said.",
)


def test_a_settled_line_settles_those_around_it() -> None:
    draft = Draft(book_of(*QUAY))
    first = draft.script
    assert first == parse_book(book_of(*QUAY))
    changed = draft.settle(
        {(here := place_of(first, "boat here")): "Bernard", place_of(first, "Not"): "Olga"}
    )
    said = speakers(draft.script)
    assert [said[line] for line in QUAY[1:5]] == ["Bernard", "Olga", "Bernard", "Olga"]
    settled = changed[here]
    assert (settled.doubt, settled.trace.confidence) == (None, 1.0)


def test_what_is_settled_no_more_is_as_before() -> None:
    draft = Draft(book_of(*QUAY))
    first = draft.script
    draft.settle({place_of(first, "Not"): "Piet"})
    draft.settle({})
    assert draft.script == first


def test_a_name_may_be_any_that_the_story_has_or_a_new_one() -> None:
    draft = Draft(
        book_of("Captain Olga Brandt came in.", *QUAY[1:5], "“Good,” said Captain Brandt.")
    )
    first = draft.script
    draft.settle({place_of(first, "boat here"): "olga", place_of(first, "Not"): "Old Piet"})
    said = speakers(draft.script)
    assert said["“Is the boat here?”"] == "olga"  # as it was written
    assert said["“Then we must wait.”"] == said["“Good,”"]  # whom it means
    assert said["“I hate to wait.”"] == "Old Piet"
    assert "Old Piet" in {one.name for one in draft.script.characters}


def test_the_rest_of_a_turn_goes_with_the_part_that_is_settled() -> None:
    text = ("Olga and Bernard waited.", "“Yes,” he said, and turned, “I did. “", "“No,” said Olga.")
    draft = Draft(book_of(*text))
    draft.settle({place_of(draft.script, "Yes"): "Piet"})
    assert speakers(draft.script)["“I did. “"] == "Piet"


def test_narration_and_thoughts_can_be_settled_too() -> None:
    draft = Draft(book_of("Olga thought of the sea.", "“No,” said Olga."))
    draft.settle({(0, 0): "Olga", (0, 1): NARRATOR})
    assert [line.speaker for line in draft.script.chapters[0].lines] == ["Olga", NARRATOR, NARRATOR]
    draft.settle({(0, 1): SOMEONE})
    assert [line.speaker for line in draft.script.chapters[0].lines] == [
        NARRATOR,
        SOMEONE,
        NARRATOR,
    ]


def test_there_must_be_a_line() -> None:
    draft = Draft(book_of(*QUAY))
    for place in ((0, 99), (1, 0), (-1, 0)):
        with pytest.raises(KeyError):
            draft.settle({place: "Olga"})


@settings(deadline=None, max_examples=15)
@given(
    st.lists(
        st.dictionaries(st.integers(1, 5), st.sampled_from(["Olga", "Bernard", "Piet", SOMEONE])),
        max_size=3,
    )
)
def test_it_is_all_one_in_which_order_lines_are_settled(steps: list[dict[int, str]]) -> None:
    draft = Draft(book_of(*QUAY))
    rows = {at: place_of(draft.script, QUAY[at][:8]) for at in range(1, len(QUAY))}
    for step in steps:
        draft.settle({rows[at]: name for at, name in step.items()})
    last = steps[-1] if steps else {}
    anew = Draft(book_of(*QUAY))
    anew.settle({rows[at]: name for at, name in last.items()})
    now, other = draft.script, anew.script
    assert now.chapters == other.chapters


@cache
def drafts() -> list[tuple[Book, Draft, Mapping[Place, str]]]:
    """Stories with their drafts, and who says every line of them by the gold."""
    found = []
    for book, gold in read_stories(STORIES)[:4]:
        draft = Draft(book)
        said = {}
        for number, chapter in enumerate(draft.script.chapters):
            for row, line in enumerate(chapter.rows):
                if isinstance(line, Line) and line.trace.span and line.speaker != NARRATOR:
                    start, end = line.trace.span
                    over = (s for s in gold.segments if s.start < end and start < s.end)
                    segment = next(over, None)
                    if segment:
                        said[number, row] = segment.speaker
        found.append((book, draft, said))
    return found


@settings(deadline=None, max_examples=20)
@given(st.data())
def test_settling_every_line_of_a_gold_text_gives_that_text(data: st.DataObject) -> None:
    book, draft, gold = data.draw(st.sampled_from(drafts()))
    some = data.draw(st.lists(st.sampled_from(sorted(gold)), unique=True, max_size=12))
    settled = {place: gold[place] for place in some}
    draft.settle(settled)
    for (chapter, row), name in settled.items():
        line = draft.script.chapters[chapter].rows[row]
        assert isinstance(line, Line)
        assert line.speaker == name
    check_fidelity(book, draft.script)
    draft.settle(gold)
    said = {(chapter, row): draft.script.chapters[chapter].rows[row] for chapter, row in gold}
    assert {place: line.speaker for place, line in said.items() if isinstance(line, Line)} == gold


def test_who_may_say_a_line_is_told_the_likeliest_first() -> None:
    draft = Draft(book_of(*QUAY))
    place = place_of(draft.script, "Not yet")
    likely = draft.likely(place)
    assert set(likely) == {"Olga", "Bernard"}
    assert likely[0] == speakers(draft.script)["“Not yet.”"]
    assert draft.likely(place_of(draft.script, "stood on the quay")) == []
    draft.settle({place: "Piet"})
    assert draft.likely(place) == ["Piet"]
