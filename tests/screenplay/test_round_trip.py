"""Law 2: what is written is read back, for any text and any name."""

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from narrator.model import (
    NARRATOR,
    Doubt,
    Line,
    LineKind,
    Pause,
    SceneBreak,
    ScriptChapter,
    Skipped,
    Span,
    Trace,
)
from narrator.screenplay import find_problems, numbered_rows, read_chapter, write_chapter

SIGNS = st.text(alphabet='[]:;"\\#?“”‘ \n\t\r\u2028\x85a1%', max_size=12)
ANY = st.one_of(st.text(max_size=30), SIGNS, st.sampled_from(["dialogue", "Verse", "?62", "1984"]))
NAMES = st.one_of(ANY, st.sampled_from([NARRATOR, "narrator", "Haley", "Mrs. O'Brien-Smythe"]))
DOUBTS = st.none() | st.builds(Doubt, st.floats(0, 1), ANY)
LINES = st.builds(
    Line,
    speaker=NAMES,
    text=ANY,
    kind=st.sampled_from(LineKind),
    opens_paragraph=st.booleans(),
    delivery=ANY | st.sampled_from(["recording x", "Recording", "recordings a"]),
    doubt=DOUBTS,
    recording=ANY | st.sampled_from(["0007.wav", "a; b].wav", "?62", "verse"]),
    trace=st.just(Trace(Span(1, 2), 0.5, "not kept")),
)
SECONDS = st.floats(0, 600) | st.sampled_from([0.0, -0.0, 0.0004, 1.5, 3, 600])
ROWS = LINES | st.builds(Pause, SECONDS) | st.builds(SceneBreak, ANY) | st.builds(Skipped, ANY, ANY)
CHAPTERS = st.builds(ScriptChapter, ANY, st.lists(ROWS, max_size=8).map(tuple))


@settings(deadline=None)
@given(CHAPTERS)
@example(ScriptChapter("", ()))
def test_a_chapter_is_read_as_it_was_written(chapter: ScriptChapter) -> None:
    assert read_chapter(write_chapter(chapter)) == chapter


@settings(deadline=None)
@given(CHAPTERS)
def test_writing_what_was_read_changes_nothing(chapter: ScriptChapter) -> None:
    text = write_chapter(chapter)
    assert write_chapter(read_chapter(text)) == text


@settings(deadline=None)
@given(CHAPTERS)
def test_other_line_ends_and_a_byte_order_mark_do_not_matter(chapter: ScriptChapter) -> None:
    text = "\ufeff" + write_chapter(chapter).replace("\n", "\r\n")
    assert read_chapter(text) == chapter


@settings(deadline=None)
@given(CHAPTERS)
def test_every_line_number_points_at_its_row(chapter: ScriptChapter) -> None:
    text = write_chapter(chapter)
    rows = text.split("\n")
    located = numbered_rows(text)
    assert tuple(row for _, row in located) == chapter.rows
    for number, row in located:
        if isinstance(row, Line) and row.speaker == "Haley":
            assert rows[number - 1].startswith("Haley")


@settings(deadline=None)
@given(st.text(max_size=200) | st.lists(SIGNS, max_size=6).map("\n".join))
def test_no_text_breaks_the_reader(text: str) -> None:
    count = len(text.replace("\r\n", "\n").replace("\r", "\n").split("\n"))
    assert all(1 <= problem.line_number <= count for problem in find_problems(text))


HOSTILE = [
    "# Hash",
    "[x]",
    '"',
    'Joe "the Fish" Bloggs',
    '"Quoted"',
    "Ford: Prefect",
    "a;b",
    "👩‍🚀",
    "x" * 5000,
    "1984",
    "No",
    "חיילי",
    "\u202eright to left",
    "@Mrs. Bennet",
    "=== Part",
    "\ufeffMarked",
    "[chapter]",
    "?62",
    "back\\slash",
    "“Who",
    "\x00",
]


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_names_and_texts(name: str) -> None:
    lines = (
        Line(name, name),
        Line(name, f"{name}: {name}", kind=LineKind.DIALOGUE, opens_paragraph=False),
        Line(NARRATOR, f"{name}\n{name}\n    {name}", kind=LineKind.VERSE, delivery=name),
        SceneBreak(name),
        Skipped(name, name),
        Line("Haley", "x", doubt=Doubt(0.29, name)),
    )
    chapter = ScriptChapter(name, lines)
    assert read_chapter(write_chapter(chapter)) == chapter
