"""The words and signs of the script format, and what a mistake in it is.

    [chapter] Title               one a file
    Speaker: text                 a line; a blank row before it opens a paragraph
    Speaker [attributes]: text    its kind, its delivery, `?62 why` for a guess
        more text                 an indented row goes on with the line above
    [scene] * * *                 a change of scene
    [pause 1.5]                   seconds of silence
    [skip reason] text            text that is not read aloud
    # note                        for people only

`script/README.md` is the page for people.
"""

from dataclasses import dataclass

from narrator.model import NARRATOR, LineKind

CHAPTER = "chapter"
SCENE = "scene"
PAUSE = "pause"
SKIP = "skip"
MARKERS = (CHAPTER, SCENE, PAUSE, SKIP)
"""What may stand in the bracket that begins a row."""

NOTE = "#"
INDENT = "    "
KINDS = {kind.value: kind for kind in LineKind}


@dataclass(frozen=True, slots=True)
class Problem:
    """A mistake in a script file."""

    line_number: int
    """The row of the file, counted from 1."""
    what: str
    todo: str

    def message(self, where: str = "") -> str:
        """The mistake on one line: `file line 14: no speaker; begin the row with ...`."""
        place = f"{where} line {self.line_number}".strip()
        return f"{place}: {self.what}; {self.todo}"


def default_kind(speaker: str) -> LineKind:
    """The kind of a line that does not say its kind."""
    return LineKind.NARRATION if speaker == NARRATOR else LineKind.DIALOGUE
