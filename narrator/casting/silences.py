"""The `[pauses]` table of a casting file: how long the silences are.

[pauses]
paragraph = 0.8       # seconds, as they are heard; docs/sound.md lists all
factor = 1.1          # all of them longer
"""

from collections.abc import Callable
from dataclasses import fields, replace
from difflib import get_close_matches

from narrator.model import Pauses

from .format import PAUSES, Limits, shown
from .lines import Path

Report = Callable[[Path, str, str], None]
"""Takes note of a mistake: where it is, what is wrong, what to do."""

_FACTOR = "factor"
_SECONDS = Limits(0.0, 60.0, 0.0)
_TIMES = Limits(0.1, 10.0, 1.0)
_NAMES = tuple(each.name for each in fields(Pauses))


def silences(table: object, over: Pauses, report: Report) -> Pauses:
    """`over` with what the table `[pauses]` says; every mistake is reported."""
    if not isinstance(table, dict):
        report((PAUSES,), "pauses is no table", "write  [pauses]  in a row of its own")
        return over
    known = {}
    for name, value in table.items():
        limits = _TIMES if name == _FACTOR else _SECONDS
        if name not in _NAMES:
            near = get_close_matches(name.casefold(), _NAMES, n=1)
            todo = f"did you mean {near[0]}?" if near else f"there are {', '.join(_NAMES)}"
            report((PAUSES, name), f"there is no pause {name}", todo)
        elif (number := _number(value, limits)) is not None:
            known[name] = number
        else:
            unit = "a factor" if name == _FACTOR else "seconds"
            todo = f"write {unit} from {limits.least:g} to {limits.most:g}"
            report((PAUSES, name), f"{name} {shown(value)}", todo)
    return replace(over, **known)


def _number(value: object, limits: Limits) -> float | None:
    if isinstance(value, bool) or not isinstance(value, int | float):
        return None
    return float(value) if limits.least <= value <= limits.most else None
