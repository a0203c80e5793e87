"""What is told to a listener: every language has the same places in its sentences as English."""

from string import Formatter

import pytest

from narrator.languages import pack_for
from narrator.languages.credits import NAMES_ALONE, Credits
from narrator.languages.pack import codes
from narrator.languages.tables import Part


def places(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name is not None}


def assert_same_places(part: Part, english: Part) -> None:
    for name in english.__struct_fields__:
        text = getattr(part, name)
        assert places(text) == places(getattr(english, name)) or not text, name


@pytest.mark.parametrize("code", codes())
def test_every_sentence_has_its_places(code: str) -> None:
    pack, english = pack_for(code), pack_for("en")
    assert_same_places(pack.titles, english.titles)
    if pack.credits:
        assert_same_places(pack.credits, english.credits)


def test_names_alone_have_no_words() -> None:
    assert_same_places(NAMES_ALONE, pack_for("en").credits)
    said = "".join(getattr(NAMES_ALONE, name) for name in Credits.__struct_fields__)
    assert not any(literal.strip(" .:") for literal, _, _, _ in Formatter().parse(said))
