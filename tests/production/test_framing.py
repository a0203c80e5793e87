"""What is said around a story, and chapters cut into parts, lose and change nothing of it."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from narrator.model import (
    NARRATOR,
    BookInfo,
    Cast,
    Character,
    Line,
    LineKind,
    Role,
    SceneBreak,
    Script,
    ScriptChapter,
)
from narrator.production.arranging.framing import with_credits, with_titles
from narrator.production.arranging.parts import in_parts

HEADING = Line(NARRATOR, "Chapter One", LineKind.HEADING)
INFO = BookInfo("The Ferry", "Jane Doe", "en-GB")


def role(name: str, voice: str) -> Role:
    return Role(Character(name), voice)


CAST = Cast(
    "espeak",
    (
        role(NARRATOR, "narrator-man"),
        role("Anna", "piper:woman_low"),
        role("Tom", "old-man-scots"),
        role("a clerk", "narrator-man"),
    ),
)
PEOPLE = tuple(map(Character, ("Tom", "Anna", "a clerk", "Someone")))


def script(*rows: Line | SceneBreak, info: BookInfo = INFO) -> Script:
    return Script(info, (ScriptChapter("One", rows or (HEADING,)),), PEOPLE)


def texts(chapter: ScriptChapter) -> list[str]:
    return [line.text for line in chapter.lines]


def test_credits_say_what_it_is_and_who_was_who() -> None:
    opening, story, closing = with_credits(script(), CAST).chapters
    assert (opening.title, closing.title) == ("Opening credits", "Closing credits")
    assert texts(opening) == ["The Ferry", "By Jane Doe.", "Read by synthetic voices."]
    assert story.rows == (HEADING,)
    assert texts(closing) == [
        "This was The Ferry, by Jane Doe.",
        "It was read by synthetic voices.",
        "Narrator: narrator man.",
        "Tom: old man scots.",
        "Anna: woman low.",
        "The end.",
    ]
    assert {line.speaker for each in (opening, closing) for line in each.lines} == {NARRATOR}


def test_without_an_author_nobody_is_named() -> None:
    opening, _, closing = with_credits(script(info=BookInfo("The Ferry")), CAST).chapters
    assert texts(opening)[1] == "Read by synthetic voices."
    assert texts(closing)[0] == "This was The Ferry."


def test_a_book_in_another_language_hears_no_english() -> None:
    info = replace(INFO, language="fr")
    opening, _, closing = with_credits(script(info=info), CAST).chapters
    said = " ".join([*texts(opening), *texts(closing)])
    assert not any(word in said for word in ("By", "Read", "This", "end"))


def test_a_book_in_another_language_without_an_author_has_its_title_alone() -> None:
    _, _, closing = with_credits(script(info=BookInfo("La Nuit", language="tlh")), CAST).chapters
    assert texts(closing)[0] == "La Nuit."


def test_a_title_is_said_where_there_is_no_heading() -> None:
    line = Line(NARRATOR, "It was late.")
    assert with_titles(script(line)).chapters[0].rows[0] == Line(NARRATOR, "One", LineKind.HEADING)
    assert with_titles(script(HEADING, line)) == script(HEADING, line)
    nameless = replace(script(line), chapters=(ScriptChapter("", (line,)),))
    assert with_titles(nameless) == nameless


def test_a_chapter_that_is_short_enough_is_left_alone() -> None:
    assert in_parts(script(Line(NARRATOR, "It was late.")), 7200) == script(
        Line(NARRATOR, "It was late.")
    )


def test_a_scene_is_a_better_place_to_cut_than_a_paragraph() -> None:
    words = Line(NARRATOR, "x" * 100)
    rows = (*[words] * 51, SceneBreak("*"), *[words] * 49)
    first, second = in_parts(script(*rows), 500.0).chapters
    assert (first.title, second.title) == ("One (1 of 2)", "One (2 of 2)")
    assert isinstance(second.rows[0], SceneBreak)


rows = st.lists(
    st.builds(Line, st.just(NARRATOR), st.text("ab ", max_size=400), opens_paragraph=st.booleans())
    | st.just(SceneBreak("*")),
    min_size=1,
    max_size=40,
)


@given(rows, st.floats(1, 200), st.floats(0.5, 2))
def test_parts_are_the_whole_in_order(
    found: list[Line | SceneBreak], longest: float, pace: float
) -> None:
    parts = in_parts(script(*found), longest, pace).chapters
    assert tuple(row for part in parts for row in part.rows) == tuple(found)
    assert all(part.rows for part in parts)
    assert len({part.title for part in parts}) == len(parts)


@pytest.mark.parametrize("hours", [1, 3, 9])
def test_no_part_is_longer_than_allowed(hours: int) -> None:
    # At the slowest there is: 11 characters a second.
    words = [Line(NARRATOR, "x" * 110)] * (hours * 360)
    parts = in_parts(script(*words), 7200).chapters
    lengths = [sum(len(text) for text in texts(part)) / 11 for part in parts]
    assert max(lengths) <= 7200 * 1.01
    assert max(lengths) - min(lengths) <= 60
