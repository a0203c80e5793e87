"""Each table of each language reads, belongs to the pack, and says what its keys hold."""

import ast
import inspect
import re
from collections.abc import Iterator
from functools import cached_property
from itertools import pairwise
from pathlib import Path

import msgspec
import pytest

import narrator.languages
from narrator.languages import Pack, find_pack, pack_for
from narrator.languages.pack import codes
from narrator.languages.spoken import SpokenTables
from narrator.languages.tables import Part, Patterns

ROOM = Path(narrator.languages.__file__).parent
DOCUMENT = Path(__file__).parents[2] / "docs" / "languages.md"


def tables_of(whole: type) -> list[str]:
    return sorted(name for name, each in vars(whole).items() if isinstance(each, cached_property))


TABLES = [name for name in tables_of(Pack) if name != "spoken"]
SPOKEN = tables_of(SpokenTables)
DIALOGUE = [
    name for name in TABLES if type(getattr(pack_for("en"), name)).__module__.count("dialogue")
]
FILES = {"pack", "spoken", "function", *TABLES, *SPOKEN} - {"table", "about"}


def parts(of: type[Part] = Part) -> set[type[Part]]:
    """All parts that tables are read into, those inside of others too."""
    pack_for("en")
    found = {each for each in of.__subclasses__() if each.__module__.startswith("narrator.")}
    return found.union(*map(parts, found))


def patterns_in(value: object) -> Iterator[str]:
    if isinstance(value, Patterns):
        yield from value
    elif isinstance(value, Part):
        for name in value.__struct_fields__:
            yield from patterns_in(getattr(value, name))
    elif isinstance(value, dict):
        for each in value.values():
            yield from patterns_in(each)
    elif isinstance(value, tuple):
        for each in value:
            yield from patterns_in(each)


@pytest.mark.parametrize("code", codes())
@pytest.mark.parametrize("name", [*TABLES, *SPOKEN])
def test_each_table_reads(code: str, name: str) -> None:
    pack = find_pack(code)
    assert pack and pack.code == code
    table = getattr(pack.spoken if name in SPOKEN else pack, name)
    assert isinstance(table, Part) or (table is None and name == "credits")


@pytest.mark.parametrize("code", codes())
def test_each_pattern_of_dialogue_is_one(code: str) -> None:
    pack = pack_for(code)
    found = [pattern for name in DIALOGUE for pattern in patterns_in(getattr(pack, name))]
    assert found
    for pattern in found:
        re.compile(pattern, re.VERBOSE | re.IGNORECASE)


@pytest.mark.parametrize("code", codes())
def test_each_file_is_a_table_of_the_pack(code: str) -> None:
    assert {path.stem for path in (ROOM / code).iterdir()} <= FILES
    assert all(path.suffix == ".toml" for path in (ROOM / code).iterdir())


@pytest.mark.parametrize("part", sorted(parts(), key=lambda part: part.__qualname__))
def test_each_key_says_what_it_holds(part: type[Part]) -> None:
    body = ast.parse(inspect.getsource(part)).body[0].body
    told = {
        field.target.id
        for field, text in pairwise(body)
        if isinstance(field, ast.AnnAssign) and isinstance(text, ast.Expr)
    }
    # A part inside of another is told of by its own class.
    keys = {field.name for field in msgspec.structs.fields(part) if field.type not in parts()}
    assert keys <= told


def test_there_are_languages_and_parts() -> None:
    assert {"cs", "da", "de", "en", "es", "fr", "it", "nl", "no", "pl", "pt", "ru", "sv"} <= set(
        codes()
    )
    assert len(parts()) >= len(TABLES)
    assert any(patterns_in(pack_for("en").letters))


def test_each_table_is_in_the_document() -> None:
    named = re.findall(r"^\| `(\w+)\.toml`", DOCUMENT.read_text(encoding="utf-8"), re.MULTILINE)
    assert sorted(named) == sorted(FILES)
