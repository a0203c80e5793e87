"""Each spoken table of each language reads, and says of each of its keys what it holds."""

import ast
import inspect
from functools import cached_property
from itertools import pairwise
from pathlib import Path

import msgspec
import pytest

import narrator.languages
from narrator.languages import find_pack, pack_for
from narrator.languages.spoken import SpokenTables
from narrator.languages.tables import Part

LANGUAGES = sorted(
    path.parent.name for path in Path(narrator.languages.__file__).parent.glob("*/pack.toml")
)
TABLES = sorted(
    name for name, each in vars(SpokenTables).items() if isinstance(each, cached_property)
)


def parts() -> set[type[Part]]:
    """All parts that spoken tables are read into, those inside of others too."""
    found = {type(getattr(pack_for("en").spoken, name)) for name in TABLES}
    modules = {inspect.getmodule(each) for each in found}
    named = (each for module in modules for each in vars(module).values())
    return {each for each in named if isinstance(each, type) and issubclass(each, Part)} - {Part}


@pytest.mark.parametrize("code", LANGUAGES)
@pytest.mark.parametrize("name", TABLES)
def test_each_table_reads(code: str, name: str) -> None:
    pack = find_pack(code)
    assert pack and pack.code == code
    assert isinstance(getattr(pack.spoken, name), Part)


@pytest.mark.parametrize("part", sorted(parts(), key=lambda part: part.__name__))
def test_each_key_says_what_it_holds(part: type[Part]) -> None:
    body = ast.parse(inspect.getsource(part)).body[0].body
    told = {
        field.target.id
        for field, text in pairwise(body)
        if isinstance(field, ast.AnnAssign) and isinstance(text, ast.Expr)
    }
    assert told == {field.name for field in msgspec.structs.fields(part)}


def test_there_are_languages() -> None:
    assert {"de", "en", "es", "fr", "it", "nl", "pt"} <= set(LANGUAGES)
