"""Names and values that would be misread are written as JSON strings; ordinary ones never are."""

import json
import re

from narrator.model import NARRATOR

from .format import KINDS, NOTE, RECORDING

LONGEST_BARE_NAME = 80
"""A row whose first colon comes later has most likely lost its speaker."""

_TEXT_OPENERS = '"“”„‟«»‹›‘‚「『—–'
"""Signs that begin book text, not names: a row that begins with one has no speaker."""
_HALF = re.compile("[\ud800-\udfff]")
"""Half of a character, which no file can hold."""
_DECODER = json.JSONDecoder(strict=False)


def skip_blanks(row: str, at: int) -> int:
    """The offset of the first sign of `row` from `at` on that is not a blank."""
    return at + len(row[at:]) - len(row[at:].lstrip())


def quoted(text: str) -> str:
    """`text` as a JSON string."""
    return json.dumps(text, ensure_ascii=False)


def read_quoted(row: str, start: int) -> tuple[str, int] | None:
    """The JSON string that begins at `start` and the offset behind it; None if there is none."""
    if not row.startswith('"', start):
        return None
    try:
        value, end = _DECODER.raw_decode(row, start)
    except ValueError:
        return None
    return None if _HALF.search(value) else (value, end)


def is_bare_name(name: str) -> bool:
    """Whether `name` can begin a row without quotation marks and be understood.

    >>> is_bare_name("Mrs. O'Brien-Smythe"), is_bare_name("Ford: Prefect")
    (True, False)
    """
    return (
        0 < len(name) <= LONGEST_BARE_NAME
        and name[0] not in _TEXT_OPENERS
        and not name.startswith(NOTE)
        and not any(sign in name for sign in ":[]")
    )


def write_name(name: str) -> str:
    """`name` as it stands at the beginning of a row."""
    meant_otherwise = name != NARRATOR and name.casefold() == NARRATOR.casefold()
    return name if is_bare_name(name) and not meant_otherwise else quoted(name)


def bare_name(name: str) -> str:
    """What a name without quotation marks means: `NARRATOR` is the narrator too."""
    return NARRATOR if name.casefold() == NARRATOR.casefold() else name


def write_value(value: str) -> str:
    """`value` as it stands in brackets."""
    return quoted(value) if value.startswith('"') or set(value) & set(";]") else value


def write_delivery(delivery: str) -> str:
    """`delivery` in brackets, so that it is taken for nothing else."""
    told = delivery.casefold()
    if told.startswith(("?", f"{RECORDING} ")) or told in KINDS:
        return quoted(delivery)
    return write_value(delivery)


def read_value(row: str, start: int, stops: str = ";]") -> tuple[str, bool, int]:
    """The value at `start`: its text, whether it was quoted, and the offset of the stop behind it.

    A value in quotation marks that goes on behind them is taken as it stands.
    """
    start = skip_blanks(row, start)
    string = read_quoted(row, start)
    if string:
        behind = skip_blanks(row, string[1])
        if row[behind : behind + 1] in tuple(stops):
            return string[0], True, behind
    end = start
    while end < len(row) and row[end] not in stops:
        end += 1
    return row[start:end].strip(), False, end
