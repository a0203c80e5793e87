"""The people of a series keep their voices from book to book."""

import pytest

from narrator.casting import cast_book, read_cast, recalled, worth_keeping
from narrator.casting.extending import extend_cast_file
from narrator.casting.series import is_proper
from narrator.model import NARRATOR, Age, Cast, Character, Gender, Manner, Role, Voice

F, M = Gender.FEMALE, Gender.MALE
MARA = Role(Character("Mara Quill", ("Mara",), F, Age.OLD), "f2", Manner(1.1), -2.0)
TOM = Role(Character("Tom Quill", ("Tom", "Mr. Quill"), M), "m2")
SERIES = Cast("made-up", (Role(Character(NARRATOR), "m1"), MARA, TOM))
BOOK = Cast("made-up", ())


def found(*people: Character, book: Cast = BOOK) -> dict[str, Role]:
    roles = recalled(SERIES, people, {person.name: 3 for person in people}, book)
    return {role.character.name: role for role in roles}


def test_who_comes_again_has_the_same_voice_and_manner() -> None:
    roles = found(Character("Mara Quill", (), F), Character("Ann", (), F))
    assert list(roles) == [NARRATOR, "Mara Quill"]
    mara = roles["Mara Quill"]
    assert (mara.voice, mara.manner, mara.gain) == ("f2", Manner(1.1), -2.0)
    assert mara.character.age is Age.OLD


def test_another_name_of_theirs_is_enough() -> None:
    assert found(Character("Mara", (), F))["Mara"].voice == "f2"
    assert found(Character("Captain Quill", ("Mara",)))["Captain Quill"].voice == "f2"


def test_two_whom_the_book_has_as_one_are_one() -> None:
    merged = Character("Mara Quill", ("Mara", "Tom"), Gender.UNKNOWN)
    assert found(merged)["Mara Quill"].voice == "f2"


def test_one_whom_the_book_has_as_two_is_the_one_of_the_same_name() -> None:
    roles = found(Character("Mara", (), F), Character("Mara Quill", (), F))
    assert roles["Mara Quill"].voice == "f2" and "Mara" not in roles


def test_another_gender_is_another_person() -> None:
    assert "Mara" not in found(Character("Mara", (), M))


def test_what_the_book_says_comes_first() -> None:
    own = Cast("made-up", (Role(Character("Mara Quill"), "f9"), Role(Character(NARRATOR), "f1")))
    assert found(Character("Mara Quill", (), F), book=own) == {}


@pytest.mark.parametrize(
    ("name", "proper"),
    [
        ("Mara", True),
        ("Mr. Quill", True),
        ("HAL", True),
        ("O’Neill", True),
        ("the old man", False),
        ("The Guard", False),
        ("Mother", False),
        ("Guard 2", False),
        ("Charles de Gaulle", True),
        ("Young woman", False),
        ("", False),
    ],
)
def test_only_proper_names_mean_somebody_elsewhere(name: str, proper: bool) -> None:
    assert is_proper(name) is proper


def test_the_file_of_a_series_grows_by_those_who_are_new() -> None:
    voices = tuple(Voice("made-up", id, "en", F) for id in ("f1", "f2", "f3", "f4"))
    people = (Character("Ann", ("Annie", "the girl"), F), Character("the guard"))
    lines = {"Ann": 3, "the guard": 1, NARRATOR: 9}
    casting = cast_book(people, lines, voices, existing=Cast("made-up", (), "quills"))
    kept = worth_keeping(casting, SERIES)
    assert [role.character.name for role in kept.cast.roles][3:] == ["Ann"]
    assert kept.cast.roles[3].character.aliases == ("Annie",)
    before = extend_cast_file(None, worth_keeping(casting, BOOK))
    assert read_cast(before).series == ""
    again = read_cast(extend_cast_file(before, worth_keeping(casting, read_cast(before))))
    assert again == read_cast(before)


def test_a_book_says_which_series_it_belongs_to() -> None:
    voices = (Voice("made-up", "f1", "en", F),)
    casting = cast_book((), {}, voices, existing=Cast("made-up", (), "quills"))
    written = extend_cast_file(None, casting)
    assert read_cast(written).series == "quills"
    old = '# Mine.\r\nengine = "made-up"\r\n\r\n[cast.Narrator]\r\nvoice = "f1"\r\n'
    extended = extend_cast_file(old, casting)
    assert extended == old.replace('up"\r\n', 'up"\r\nseries = "quills"\r\n')
