"""Casting files with one thing changed, and everything else as a person wrote it."""

import pytest

from narrator.casting import (
    read_cast,
    read_sayings,
    with_role_called,
    with_role_keys,
    with_saying,
    without_role,
)
from narrator.errors import BadScript

TEXT = """\
# Mine.
engine = "espeak"

[cast.Narrator]
voice = "man"  # calm

[cast."Mrs.  Bee"]
voice = "woman"   # clear
aliases = ["Bee"]

[say]
Kepler = "KEP-ler"
"""


@pytest.mark.parametrize("mark", ["", "\ufeff"])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_only_what_is_changed_is_written_anew(mark: str, end: str) -> None:
    text = mark + TEXT.replace("\n", end)
    changed = with_role_keys(text, "Mrs. Bee", {"pitch": -2.0, "aliases": ("Bee", "Queen")})
    assert changed.startswith(mark) and set(changed.split("\n")) >= {
        row for row in text.split("\n") if "aliases" not in row
    }
    role = read_cast(changed).role("Queen")
    assert role and (role.voice, role.manner.pitch) == ("woman", -2.0)
    assert with_role_keys(changed, "Mrs. Bee", {"pitch": None, "aliases": ("Bee",)}) == text


@pytest.mark.parametrize(
    "text",
    [
        TEXT,
        'engine = "espeak"\ncast = { Narrator = { voice = "man" }, Bee = { voice = "woman" } }\n',
        'engine = "espeak"\ncast.Bee.voice = "woman"\n',
    ],
)
def test_however_roles_are_written(text: str) -> None:
    changed = with_role_keys(text, "Mrs. Bee" if text == TEXT else "Bee", {"locked": True})
    role = read_cast(changed).role("Bee")
    assert role and role.locked and role.voice == "woman"


def test_a_role_that_is_not_there_is_added() -> None:
    role = read_cast(with_role_keys(TEXT, "New: [One]", {"gender": "female"})).role("New: [One]")
    assert role and role.voice == ""


def test_a_role_goes_and_another_is_called_otherwise() -> None:
    assert read_cast(without_role(TEXT, "Mrs. Bee")).role("Bee") is None
    assert without_role(TEXT, "Nobody") == TEXT
    renamed = with_role_called(TEXT, "Mrs. Bee", 'Queen "Bee"')
    role = read_cast(renamed).role('Queen "Bee"')
    assert role and role.voice == "woman" and "# clear" in renamed


def test_a_name_that_is_taken_is_refused() -> None:
    with pytest.raises(BadScript, match="is called Bee"):
        with_role_keys(TEXT, "Narrator", {"aliases": ("Bee",)})


def test_words() -> None:
    both = with_saying(TEXT, "St.  Ives", "Saint Eyves", "səntˈaɪvz")
    assert ("St. Ives", "Saint Eyves", "səntˈaɪvz") in [
        (one.written, one.say, one.ipa) for one in read_sayings(both)
    ]
    assert "[say]" not in with_saying(TEXT, "Kepler", "", "")
    assert read_sayings(with_saying("", "Kepler", "", "/kˈɛplɚ/"))[0].ipa
    with pytest.raises(BadScript, match="no sound of IPA"):
        with_saying(TEXT, "Kepler", "", "7")


def test_a_file_with_mistakes_is_left_alone() -> None:
    with pytest.raises(BadScript):
        with_role_keys('engine = "espeak"\n[cast.A\n', "A", {"locked": True})
