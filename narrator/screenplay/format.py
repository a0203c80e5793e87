"""The words and signs of the script format.

    [chapter] Title               one a file
    Speaker: text                 a line; a blank row before it opens a paragraph
    Speaker [attributes]: text    its kind, its delivery, `?62 why` for a guess,
                                  `recording NAME` for one of a person's own
        more text                 an indented row goes on with the line above
    [scene] * * *                 a change of scene
    [pause 1.5]                   seconds of silence
    [skip reason] text            text that is not read aloud
    # note                        for people only

`script/README.md` is the page for people.
"""

from narrator.model import NARRATOR, LineKind

CHAPTER = "chapter"
SCENE = "scene"
PAUSE = "pause"
SKIP = "skip"
MARKERS = (CHAPTER, SCENE, PAUSE, SKIP)
"""What may stand in the bracket that begins a row."""

RECORDING = "recording"
"""What begins the attribute that names a recording."""
NOTE = "#"
INDENT = "    "
KINDS = {kind.value: kind for kind in LineKind}


def default_kind(speaker: str) -> LineKind:
    """The kind of a line that does not say its kind."""
    return LineKind.NARRATION if speaker == NARRATOR else LineKind.DIALOGUE
