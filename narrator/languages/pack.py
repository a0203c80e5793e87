"""The pack of a language: everything Narrator knows of it, found by the language of a book.

A pack is handed down as an argument. What is built of its words (patterns, tables) is built once
for each pack, by functions with a cache: packs and their parts equal nothing but themselves.
"""

from dataclasses import dataclass
from functools import cache
from importlib.resources import files

FALLBACK = "en"
"""The language by whose words a book is read that is in a language without a pack."""


@dataclass(frozen=True, eq=False)
class Pack:
    """What is known of one language; each part is read when it is first asked for."""

    code: str
    """The language, by ISO 639-1: the name of its folder."""


def pack_for(language: str) -> Pack:
    """The pack of `language`, a BCP 47 tag such as `en-GB`; of English where it has none.

    >>> pack_for("en-GB") is pack_for("en_US") is pack_for("")
    True
    """
    code = language.replace("_", "-").partition("-")[0].casefold()
    return _pack(code if _has_pack(code) else FALLBACK)


@cache
def _has_pack(code: str) -> bool:
    return code.isalpha() and files(__package__).joinpath(code, "pack.toml").is_file()


@cache
def _pack(code: str) -> Pack:
    return Pack(code)
