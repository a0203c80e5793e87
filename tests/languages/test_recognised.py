"""What is recognised in any file: the words of all packs together, and each of their patterns."""

import re
from collections.abc import Iterator

import pytest

from narrator.languages import every_pack, pack_for
from narrator.languages.pack import codes
from narrator.languages.tables import Part, Patterns, Words
from narrator.languages.union import union


class Small(Part, frozen=True):
    words: Words = Words()
    patterns: Patterns = Patterns()
    table: dict[str, Patterns] = {}  # noqa: RUF012 - msgspec copies it


class Large(Part, frozen=True):
    small: Small = Small()


def test_all_languages_are_recognised_together() -> None:
    known = every_pack().headings
    assert {"chapter", "kapitel", "chapitre", "hoofdstuk"} <= known.chapters
    assert known.parts == frozenset().union(*(pack_for(c).headings.parts for c in codes()))
    assert every_pack() is every_pack()
    assert every_pack().headings is known


def test_parts_are_joined_field_by_field() -> None:
    first = Small(words=Words("ab"), patterns=Patterns(["x", "y"]), table={"k": Patterns(["1"])})
    second = Small(
        words=Words("bc"),
        patterns=Patterns(["y", "z"]),
        table={"k": Patterns(["2"]), "l": Patterns()},
    )
    small = union([Large(small=first), Large(), Large(small=second)]).small
    assert small.words == {"a", "b", "c"}
    assert small.patterns == ("x", "y", "z")
    assert small.table == {"k": ("1", "2"), "l": ()}


def test_what_cannot_be_added_up_is_refused() -> None:
    class Said(Part, frozen=True):
        text: str

    with pytest.raises(TypeError, match="'By'"):
        union([Said(text="By"), Said(text="Von")])


def test_no_words_match_nothing() -> None:
    assert not re.search(Words().source, "")
    assert not re.search(Patterns().source, "")
    assert re.fullmatch(Words(["act", "acts", "vol."]).source, "vol.")
    assert re.match(Words(["act", "acts"]).source, "acts")[0] == "acts"


@pytest.mark.parametrize("code", codes())
def test_every_pattern_can_be_used(code: str) -> None:
    pack = pack_for(code)
    for part in (pack.headings, pack.matter):
        for pattern in _patterns(part):
            re.compile(pattern, re.IGNORECASE)
            assert re.compile(f"(?:{pattern})|(?P<after>)").groups == 1, "it has a group"


def _patterns(value: object) -> Iterator[str]:
    if isinstance(value, Patterns):
        yield from value
    elif isinstance(value, dict):
        for each in value.values():
            yield from _patterns(each)
    elif isinstance(value, Part):
        for name in value.__struct_fields__:
            yield from _patterns(getattr(value, name))
