"""The script file a person sees."""

import pytest

from narrator.model import (
    Doubt,
    Line,
    LineKind,
    Pause,
    SceneBreak,
    ScriptChapter,
    Skipped,
)
from narrator.screenplay import write_chapter

PAGE = """\
[chapter] Chapter One

Narrator [heading]: Chapter One

Narrator: As she sang her last words, Haley grew nervous.

Haley [whispered]: “You are still here.”
Narrator: she whispered, and he turned.

Nathan [?62 takes turns with Haley]: “Shocked?”

[scene] * * *
[pause 1.5]
[skip page number] 12

Narrator [verse]: Roses are red,
    violets are blue.
[pause 2]
Haley [thought; softly; ?7]: Why?

[scene] ###
"""


def test_the_page_as_it_is_drawn() -> None:
    chapter = ScriptChapter(
        "Chapter One",
        (
            Line("Narrator", "Chapter One", LineKind.HEADING),
            Line("Narrator", "As she sang her last words,\n Haley grew nervous."),
            Line("Haley", "“You are still here.”", LineKind.DIALOGUE, delivery="whispered"),
            Line("Narrator", "she whispered, and he turned.", opens_paragraph=False),
            Line(
                "Nathan",
                "“Shocked?”",
                LineKind.DIALOGUE,
                doubt=Doubt(0.62, "takes turns with Haley"),
            ),
            SceneBreak("* * *"),
            Pause(1.5),
            Skipped("12", "page number"),
            Line("Narrator", "Roses are red,\n  violets are blue.", LineKind.VERSE),
            Pause(2),
            Line(
                "Haley",
                "Why?",
                LineKind.THOUGHT,
                opens_paragraph=False,
                delivery="softly",
                doubt=Doubt(0.07, ""),
            ),
            SceneBreak("###"),
        ),
    )
    assert write_chapter(chapter) == PAGE


@pytest.mark.parametrize(
    "name",
    [
        "Haley James Scott",
        "Mrs. O'Brien-Smythe",
        "the man in the suit",
        "'Arry",
        'Joe "the Fish" Bloggs',
        "Björk; the first",
        "Dr. Who?",
        "李小龍",
        "No. 7",
    ],
)
def test_ordinary_names_are_not_quoted(name: str) -> None:
    row = write_chapter(ScriptChapter("", (Line(name, "x", LineKind.DIALOGUE),)))
    assert row.endswith(f"\n{name}: x\n")


@pytest.mark.parametrize("name", ["a:b", "a [b]", "# a", "“a", "NARRATOR", '"a'])
def test_names_that_would_be_misread_are_quoted(name: str) -> None:
    row = write_chapter(ScriptChapter("", (Line(name, "x", LineKind.DIALOGUE),)))
    assert row.split("\n")[2].startswith('"')


def test_a_reason_with_quotation_marks_stays_readable() -> None:
    line = Line("Kate", "x", LineKind.DIALOGUE, doubt=Doubt(0.5, 'near "asked Kate": tag'))
    assert 'Kate [?50 near "asked Kate": tag]: x' in write_chapter(ScriptChapter("", (line,)))
