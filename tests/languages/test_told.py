"""What is told to a listener: every language has the same places in its sentences as English."""

from string import Formatter

import pytest

from narrator.languages import pack_for
from narrator.languages.credits import NAMES_ALONE, Credits
from narrator.languages.pack import codes
from narrator.languages.tables import Part


def places(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name is not None}


def assert_same_places(value: object, english: object, where: str = "") -> None:
    """An empty sentence is not told, so it needs none; other plurals than English may be told."""
    if isinstance(english, Part):
        for name in english.__struct_fields__:
            assert_same_places(getattr(value, name), getattr(english, name), f"{where}.{name}")
    elif isinstance(english, dict):
        assert value.keys() >= english.keys() - {"one"}, where
        for name, text in value.items():
            if name == "one" and places(text) == places(english.get("other", "")):
                continue  # in Russian 21 is one, too
            assert_same_places(text, english.get(name, english.get("other")), f"{where}.{name}")
    else:
        assert not value or places(value) == places(english), where


@pytest.mark.parametrize("code", codes())
def test_every_sentence_has_its_places(code: str) -> None:
    pack, english = pack_for(code), pack_for("en")
    assert_same_places(pack.titles, english.titles)
    assert_same_places(pack.pages, english.pages)
    if pack.credits:
        assert_same_places(pack.credits, english.credits)


def test_a_lost_place_is_found() -> None:
    english = pack_for("en")
    with pytest.raises(AssertionError, match="by"):
        assert_same_places(NAMES_ALONE, _with(english.credits, by="Nobody."))


def _with(part: Credits, **changes: str) -> Credits:
    fields = {name: getattr(part, name) for name in part.__struct_fields__}
    return Credits(**fields | changes)


def test_names_alone_have_no_words() -> None:
    assert_same_places(NAMES_ALONE, pack_for("en").credits)
    said = "".join(getattr(NAMES_ALONE, name) for name in Credits.__struct_fields__)
    assert not any(literal.strip(" .:") for literal, _, _, _ in Formatter().parse(said))
