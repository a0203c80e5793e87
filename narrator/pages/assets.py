"""The style and the programs that every page has: plain files, without a build step.

Programs are modules. A page that a server sends imports them; browsers take no module from a
disk, so a page that is opened there has them one behind the other, in one function.
"""

import re
from collections.abc import Iterable
from functools import cache
from importlib.resources import files

SHARED = ("elements", "clock", "voices", "sifting")
"""The shared modules, each after those that it imports."""
_IMPORT = re.compile(r"^import [^;]+;\n", re.MULTILINE)
_EXPORT = re.compile(r"^export (?=(async )?(function|const|class) )", re.MULTILINE)


@cache
def asset(package: str, name: str) -> str:
    """The text of a file in the folder `assets` of `package`."""
    text = (files(package) / "assets" / name).read_text(encoding="utf-8")
    return text.replace("\r\n", "\n")


def shared_style() -> str:
    """Type, spaces, colours and parts; a page's own style comes after it."""
    return asset(__package__, "base.css")


def joined(programs: Iterable[str]) -> str:
    """The shared modules and `programs`, one behind the other, as one program.

    >>> "export" in joined(["export const two = 2;"])
    False
    """
    shared = (asset(__package__, f"{name}.js") for name in SHARED)
    parts = (_EXPORT.sub("", _IMPORT.sub("", text)) for text in (*shared, *programs))
    return f'"use strict";\n(() => {{\n{"".join(parts)}}})();\n'
