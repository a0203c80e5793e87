"""On which line of a TOML file an entry stands; the parser does not say."""

import re

from narrator.files import Malformed, table_of

Path = tuple[str, ...]

_KEY = re.compile(r"""\s*((?:"(?:\\.|[^"\\])*"|'[^']*'|[\w\s.-])+?)\s*=""")


def line_numbers(text: str) -> dict[Path, int]:
    """The line, from 1, of each table and key of the TOML document `text`, by its path.

    Keys within inline tables are not found. Good for messages; not for more.
    """
    found: dict[Path, int] = {}
    table: Path = ()
    for number, row in enumerate(text.split("\n"), start=1):
        header = header_path(row)
        if header:
            table = header
        path = header or _key_path(row, table)
        for depth in range(1, len(path) + 1):
            found.setdefault(path[:depth], number)
    return found


def header_path(row: str) -> Path:
    """What the row `[a."b c"]` opens: `("a", "b c")`; empty if it opens no table."""
    return _only_path(row) if row.lstrip().startswith("[") else ()


def _key_path(row: str, table: Path) -> Path:
    key = _KEY.match(row)
    path = _only_path(f"{key[1]} = {{}}") if key else ()
    return table + path if path else ()


def _only_path(row: str) -> Path:
    """The path to the empty table that is all the document `row` holds."""
    try:
        node: object = table_of(row)
    except Malformed:
        return ()
    path: Path = ()
    while isinstance(node, dict) and len(node) == 1:
        (key, node), *_ = node.items()
        path += (key,)
        if node == [{}]:
            node = {}
    return path if node == {} else ()
