"""A chapter's text and cues as the script that a page can load from a disk, where fetch is barred.

    narrator.chapter(7, [["p", 0, "He nodded. ", 750, 1180, 1, "“Yes.”", 350, 640], ...])

A list for each paragraph: its kind, then for each line the speaker's number and its pieces. A piece
is text, followed, if it is spoken, by the silence before it and its length, both in milliseconds.
Words that are set apart stand between two characters that no text has. Where the book has a second
mix, a list follows with the same two figures of each piece in that.
"""

import json
from collections.abc import Iterable, Mapping, Sequence

from narrator.model import LineKind

from ..paragraphs import Paragraph, Piece

_KINDS = {
    None: "b",
    LineKind.NARRATION: "p",
    LineKind.HEADING: "h",
    LineKind.VERSE: "v",
    LineKind.LETTER: "l",
}


_SLANTED, _UPRIGHT = "\ufdd0", "\ufdd1"
"""Noncharacters of Unicode."""
_RESERVED = str.maketrans("", "", _SLANTED + _UPRIGHT)


def chapter_script(
    number: int,
    paragraphs: Iterable[Paragraph],
    speakers: Mapping[str, int],
    times: Sequence[tuple[float, float]] = (),
) -> str:
    """The script that hands chapter `number`, counted from 0, to the page.

    `times` are start and end, in seconds, of each piece that is spoken, in a second mix.
    """
    rows, at = [], 0
    for paragraph in paragraphs:
        row: list[str | int] = [_KINDS[paragraph.kind]]
        for said in paragraph.said:
            if not said.pieces:
                continue
            row.append(speakers.get(said.speaker, 0))
            for piece in said.pieces:
                row.append(_shown(piece))
                if piece.start is not None and piece.end is not None:
                    # Counted from the rounded end of the one before, so that nothing adds up.
                    start, end = round(piece.start * 1000), round(piece.end * 1000)
                    row += [start - at, end - start]
                    at = end
        rows.append(json.dumps(row, ensure_ascii=False, separators=(",", ":")))
    second = f",{json.dumps(_steps(times), separators=(',', ':'))}" if times else ""
    return f"narrator.chapter({number},[\n" + ",\n".join(rows) + f"\n]{second})\n"


def _steps(times: Iterable[tuple[float, float]]) -> list[int]:
    """The silence before each and its length, in milliseconds, from rounded end to rounded end."""
    steps, at = [], 0
    for seconds in times:
        start, end = (round(each * 1000) for each in seconds)
        steps += [start - at, end - start]
        at = end
    return steps


def _shown(piece: Piece) -> str:
    parts = ((text.translate(_RESERVED), slanted) for text, slanted in piece.runs)
    return "".join(f"{_SLANTED}{text}{_UPRIGHT}" if slanted else text for text, slanted in parts)
