"""Formats are found by name."""

import pytest

from narrator.errors import NarratorError
from narrator.publish import find_format, format_names


@pytest.mark.parametrize("name", format_names())
def test_every_name_finds_its_format(name: str) -> None:
    assert find_format(name).name == name
    assert find_format(f" {name.upper()} ") == find_format(name)
    assert find_format(name).suffix.startswith(".")


@pytest.mark.parametrize("name", ["ogg", "", "mp3,m4b"])
def test_an_unknown_name_lists_those_there_are(name: str) -> None:
    with pytest.raises(NarratorError, match="use mp3, m4b, m4a, opus, flac, wav, mp3-book"):
        find_format(name)
