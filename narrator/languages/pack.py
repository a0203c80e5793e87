"""The pack of a language: everything Narrator knows of it, found by the language of a book.

A pack is handed down as an argument. What is built of its words (patterns, tables) is built once
for each pack, by functions with a cache: packs and their parts equal nothing but themselves.
"""

from dataclasses import dataclass
from functools import cache, cached_property

from .spoken import SpokenTables
from .tables import FALLBACK, has_table


@dataclass(frozen=True, eq=False)
class Pack:
    """What is known of one language; each part is read when it is first asked for."""

    code: str
    """The language, by ISO 639-1: the name of its folder."""

    @cached_property
    def spoken(self) -> SpokenTables:
        """What is said for what is not written as it is said."""
        return SpokenTables(self.code)


def find_pack(language: str) -> Pack | None:
    """The pack of `language`, a BCP 47 tag such as `en-GB`; None where it has none.

    Where no language is named, it is English.

    >>> find_pack("en-GB") is find_pack("en_US") is find_pack(""), find_pack("tlh")
    (True, None)
    """
    code = language.replace("_", "-").partition("-")[0].casefold() or FALLBACK
    return _pack(code) if _has_pack(code) else None


def pack_for(language: str) -> Pack:
    """The pack of `language`; of English where it has none.

    A part that a language has not is that of English, too.

    >>> pack_for("tlh") is pack_for("en")
    True
    """
    return find_pack(language) or _pack(FALLBACK)


@cache
def _has_pack(code: str) -> bool:
    return has_table(code, "pack.toml")


@cache
def _pack(code: str) -> Pack:
    return Pack(code)
