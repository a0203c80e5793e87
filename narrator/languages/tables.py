"""How the data of a language is read: TOML tables into frozen, typed parts of a pack.

A part is a subclass of `Part`: its fields are the keys of the table, checked as they are read. A
set of words is written as running text (`saying = "said asked"`): it is a pleasure to edit. A table
may say `like = "en"`: the keys that it lacks are then those of that language.
"""

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Any, TypeVar

import msgspec

from .patterns import either

FALLBACK = "en"
"""The language by whose words a book is read that is in a language without words of its own."""
_NOTHING = "(?!)"
"""A pattern that nothing fits."""
_LIKE = "like"
"""The key that names the language whose table fills up this one."""


class Words(frozenset[str]):
    """A set of words, written as running text: `"said asked cried"`."""

    __slots__ = ()

    @property
    def source(self) -> str:
        """Any one of them, as part of a pattern: the longest that fits."""
        return f"(?:{either(self)})" if self else _NOTHING


class Patterns(tuple[str, ...]):
    """Regular expressions, written as a list; a plain phrase is one."""

    __slots__ = ()

    @property
    def source(self) -> str:
        """Any one of them, as part of a pattern: the first that fits."""
        return f"(?:{'|'.join(self)})" if self else _NOTHING


class Row(tuple[str, ...]):
    """Words in an order that counts, written as running text: `"zero one two"`."""

    __slots__ = ()


class Part(
    msgspec.Struct, frozen=True, eq=False, kw_only=True, forbid_unknown_fields=True, dict=True
):
    """One table of a pack. Equal to nothing but itself, so that what is built of it can be kept."""


_P = TypeVar("_P", bound=Part)


@cache
def has_table(code: str, name: str) -> bool:
    """Whether the folder of language `code` has a table `name`."""
    return code.isalpha() and files(__package__).joinpath(code, name).is_file()


def part_for(part: type[_P], code: str, name: str) -> _P:
    """The table in `name` of the language `code`; of English where it has none of its own.

    Raises:
        ValueError: as of `read_part`.
    """
    kept: _P = _kept(part, code if has_table(code, name) else FALLBACK, name)
    return kept


@cache
def _kept(part: type[_P], code: str, name: str) -> _P:
    """One and the same part for all languages that share it."""
    return read_part(part, code, name)


def read_part(part: type[_P], code: str, name: str) -> _P:
    """The table in `name` of the folder of language `code`, as a `part`.

    Raises:
        ValueError: it is no TOML, or not what `part` says: a key too many, too few, or of
            another type.
    """
    try:
        return msgspec.convert(_table(code, name), part, dec_hook=_made)
    except msgspec.ValidationError as error:
        raise ValueError(f"languages/{code}/{name}: {error}") from error


def _table(code: str, name: str) -> Mapping[str, Any]:
    """The keys of a table, and those of the table that it is like."""
    text = files(__package__).joinpath(code, name).read_text(encoding="utf-8")
    try:
        table = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise ValueError(f"languages/{code}/{name}: {error}") from error
    other = table.pop(_LIKE, None)
    return table if other is None else {**_filling(other, name), **table}


@cache
def _filling(code: str, name: str) -> Mapping[str, Any]:
    """A table that others are like: read once for all of them."""
    return _table(code, name)


def _made(wanted: type[Any], value: object) -> Any:
    if wanted in (Words, Row) and isinstance(value, str):
        return wanted(value.split())
    if wanted is Patterns and isinstance(value, list) and all(isinstance(v, str) for v in value):
        return Patterns(value)
    written = "a list of patterns" if wanted is Patterns else "words as running text"
    raise msgspec.ValidationError(f"Expected {written}, got {value!r}")
