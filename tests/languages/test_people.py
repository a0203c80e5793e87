"""The words by which a story tells of people: each key is documented, and written to be met."""

import ast
import inspect
from collections.abc import Iterator
from itertools import pairwise

import msgspec
import pytest

from narrator.languages import pack_for, packs, people
from narrator.languages.tables import Part

PARTS = [getattr(people, name) for name in people.__all__]
AS_WRITTEN = {"somebody_new", "somebody_known", "verb_ending"}
"""Keys that hold no words of a text."""


def part_of(kind: type[Part]) -> Part:
    return next(
        part
        for name in dir(type(pack_for("en")))
        if isinstance(part := getattr(pack_for("en"), name), kind)
    )


def words(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, bool):
        yield str(value).lower()
    elif isinstance(value, dict):
        yield from value
        for one in value.values():
            yield from words(one)
    else:
        for one in value:
            yield from words(one)


@pytest.mark.parametrize("kind", PARTS, ids=lambda kind: kind.__name__)
def test_each_key_says_what_it_holds(kind: type[Part]) -> None:
    body = ast.parse(inspect.getsource(kind)).body[0].body
    told = {
        field.target.id
        for field, text in pairwise(body)
        if isinstance(field, ast.AnnAssign) and isinstance(text, ast.Expr)
    }
    assert told == {field.name for field in msgspec.structs.fields(kind)}


@pytest.mark.parametrize("kind", PARTS, ids=lambda kind: kind.__name__)
def test_words_are_written_as_the_parser_meets_them(kind: type[Part]) -> None:
    """In small letters: every word of a text is lowered before it is looked up."""
    name = next(n for n in dir(type(pack_for("en"))) if getattr(pack_for("en"), n) is part_of(kind))
    for field in msgspec.structs.fields(kind):
        every = (getattr(getattr(pack, name), field.name) for pack in packs())
        found = [word for value in every for word in words(value)]
        assert found, field.name
        if field.name not in AS_WRITTEN:
            assert [word for word in found if word != word.lower()] == [], field.name
