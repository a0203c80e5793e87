"""What RTF hides, notes or raises, which its plain text alone does not tell."""

from pathlib import Path

import pytest

from narrator.model import BlockKind
from narrator.readers import ReadOptions, SourceFile, read_story

CASES = [
    (r"Seen {\v hidden }and {\deleted struck }heard.", "Seen and heard.", ["hidden", "struck"]),
    (r"Then \v gone\v0  it was over.", "Then it was over.", ["gone"]),
    (r"{\v One {\v0 two} three} four.", "two four.", ["One", "three"]),
    (r"{\deleted\v Both\v0  of them} went.", "went.", ["Both of them"]),
    (r"He came.{\super\chftn{\footnote \pard\plain In May.\par Or June.}} So.",
     "He came. So.", ["In May. Or June."]),
    (r"He came.{\super\chftn{\*\footnote In May.}} So.", "He came. So.", ["In May."]),
    (r"He came.{\super 3} So.", "He came. So.", ["3"]),
    (r"It was 10{\super 6} miles.", "It was 10⁶ miles.", []),
    (r"Five km{\super 2} of H{\sub 2}O.", "Five km² of H₂O.", []),
    (r"The 4{\super th} of May.", "The 4th of May.", []),
    (r"A {\super 2\plain} b.", "A ² b.", []),
    (r"Never {\v closed", "Never", ["closed"]),
    (r"Too often} closed.", "Too often", []),
    (r"A{\*\bkmkstart x}nd on.{\*\bkmkend x}", "And on.", []),
]  # fmt: skip


def blocks(body: str, options: ReadOptions | None = None) -> list[tuple[BlockKind, str, str]]:
    data = (r"{\rtf1\ansi " + body + "}").encode("cp1252")
    book = read_story([SourceFile(Path("a.rtf"), data)], options or ReadOptions())
    return [(b.kind, " ".join(b.text.split()), b.reason) for c in book.chapters for b in c.blocks]


@pytest.mark.parametrize(("body", "heard", "aside"), CASES)
def test_what_is_heard(body: str, heard: str, aside: list[str]) -> None:
    found = blocks(body)
    assert " ".join(text for _, text, reason in found if not reason) == heard
    assert [text for _, text, reason in found if reason] == aside


def test_the_reasons() -> None:
    body = r"One{\v two} three.{\super 4}{\footnote five} Six."
    assert {text: reason for _, text, reason in blocks(body) if reason} == {
        "two": "hidden on the page",
        "4": "note mark",
        "five": "note",
    }


def test_notes_are_read_where_that_is_wanted() -> None:
    found = blocks(r"He came.{\footnote In May.} So.\par On.", ReadOptions(read_notes=True))
    assert [text for _, text, reason in found if not reason] == ["He came. So.", "In May.", "On."]
