"""Other speakers in a script file, with everything else that a person wrote left as it stands."""

import re
from collections.abc import Mapping

from narrator.model import Line

from .rows import BadRow, text_start
from .writing import write_head

_ROW_END = re.compile(r"(\r\n|\r|\n)")


def respoken(text: str, lines: Mapping[int, Line]) -> str:
    """The script file `text` with the speakers, kinds and doubts of `lines`.

    They are given by the number of their row in the file, from 1. What stands behind the colon,
    notes and blanks stay. A row whose brackets go on in the next one is left alone.
    """
    parts = _ROW_END.split(text)
    for number, line in lines.items():
        row = parts[2 * (number - 1)]
        blank = row[: len(row) - len(row.lstrip())]
        try:
            at = text_start(row.strip())
        except BadRow:
            continue
        parts[2 * (number - 1)] = blank + write_head(line) + row[len(blank) + at :]
    return "".join(parts)
