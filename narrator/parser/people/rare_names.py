"""Given names that a reader meets seldom, thousands of them, read from a file when first asked for.

They say no more than the sex, and say it softly: many are surnames or words elsewhere. Only the
common names of `given_names` make a word a name.
"""

from collections.abc import Mapping
from functools import cache
from importlib.resources import files

_SEXES = {"[women]": "F", "[men]": "M"}


@cache
def sexes() -> Mapping[str, str]:
    """Name, in lower case -> `F` or `M`."""
    text = files("narrator.parser").joinpath("data", "rare_names.txt").read_text(encoding="utf-8")
    found: dict[str, str] = {}
    sex = ""
    for row in text.splitlines():
        if row in _SEXES:
            sex = _SEXES[row]
        elif not row.startswith("#"):
            found.update(dict.fromkeys(row.split(), sex))
    return found
