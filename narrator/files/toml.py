"""TOML to a table, with a line of the file for what is wrong."""

import tomllib
from typing import Any

from narrator.errors import Problem

from .limits import fault_in

_LARGEST = 4 << 20
"""Characters: a casting file has a hundred for each of its people."""


class Malformed(Exception):
    """This is no TOML, or holds what no file may."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.message())
        self.problem = problem


def plain_toml(text: str) -> str:
    """`text` as TOML parsers want it: no byte-order mark, line ends as LF."""
    return text.removeprefix("\ufeff").replace("\r\n", "\n")


def table_of(text: str) -> dict[str, Any]:
    """The table that `text` is.

    Raises:
        Malformed: it is none.
    """
    if len(text) > _LARGEST:
        raise _malformed(None, f"more than {_LARGEST >> 20} MB", "make it smaller")
    try:
        table = tomllib.loads(plain_toml(text))
    except tomllib.TOMLDecodeError as error:
        raise _no_toml(str(error)) from error
    except ValueError as error:  # a number with more digits than Python takes
        raise _malformed(None, "a number with thousands of digits", "write a number") from error
    except RecursionError as error:
        todo = "take the brackets away"
        raise _malformed(None, "brackets within one another without end", todo) from error
    if fault := fault_in(table):
        raise _malformed(None, fault, "take it away")
    return table


def _no_toml(message: str) -> Malformed:
    """The parser's `Expected '=' (at line 3, column 5)`."""
    what, _, place = message.partition(" (at line ")
    number = place.split(",")[0]
    line = int(number) if number.isdecimal() else None
    return _malformed(line, f"not TOML: {what}", 'write names and texts as "..."')


def _malformed(line: int | None, what: str, todo: str) -> Malformed:
    return Malformed(Problem(line, what, todo))
