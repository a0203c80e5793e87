"""The lines of a text that have something on them, and where they stand."""

import re
from itertools import accumulate
from typing import NamedTuple

from narrator.text.characters import count_words

_LINE = re.compile("[^\n\r\f\v\x85\u2028\u2029]+")
_OTHER_ENDS = "\f\v\x85\u2028\u2029"
_TAB = 8


class Row(NamedTuple):
    """A line of the file that is not blank."""

    start: int
    """Code-point offset of its first character that is not white space."""
    text: str
    """Without white space at its ends."""
    indent: int
    """Columns of white space before it."""
    gap: int
    """Blank lines between the row before and this one."""

    @property
    def end(self) -> int:
        """Offset behind its last character that is not white space."""
        return self.start + len(self.text)


def split_rows(text: str) -> list[Row]:
    """The rows of `text`; together they hold every character of it that is not white space."""
    rows: list[Row] = []
    behind = 0
    for match in _LINE.finditer(text):
        line = match[0]
        body = line.lstrip()
        if not body:
            continue
        margin = line[: len(line) - len(body)]
        gap = _line_ends(text[behind : match.start()]) - (1 if rows else 0)
        start = match.start() + len(margin)
        rows.append(Row(start, body.rstrip(), len(margin.expandtabs(_TAB)), max(gap, 0)))
        behind = match.end()
    return rows


def _line_ends(between: str) -> int:
    if between == "\n":
        return 1
    count = between.count("\n") + between.count("\r") - between.count("\r\n")
    return count + sum(map(between.count, _OTHER_ENDS))


def words_before(rows: list[Row]) -> list[int]:
    """How many words stand before each row, and in all of them."""
    return [0, *accumulate(count_words(row.text) for row in rows)]
