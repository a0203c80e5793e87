"""The `[say]` table: what it may hold, and what is said about mistakes in it."""

import pytest

from narrator.casting import find_cast_problems, find_saying_problems, read_cast, read_sayings
from narrator.errors import BadScript
from narrator.text import Pronunciation

GOOD = """\
engine = "espeak"

[say]
Hermione = "her-MY-oh-nee"
Siobhan = "/ʃɪˈvɔːn/"
"St. Ives" = { say = "Saint Eyves", ipa = "sənt ˈaɪvz" }
Paris = { en = "PAR-iss", fr = "/paʁi/" }

[cast.Narrator]
voice = "m1"
"""


def test_every_form() -> None:
    text = GOOD.replace("/paʁi/", "/pari/")
    assert read_sayings(text) == (
        Pronunciation("Hermione", say="her-MY-oh-nee"),
        Pronunciation("Siobhan", ipa="ʃɪˈvɔːn"),
        Pronunciation("St. Ives", say="Saint Eyves", ipa="səntˈaɪvz"),
        Pronunciation("Paris", say="PAR-iss", language="en"),
        Pronunciation("Paris", ipa="pari", language="fr"),
    )
    assert read_cast(text).engine == "espeak"


def test_a_file_with_nothing_else() -> None:
    assert read_sayings('[say]\ngif = "jiff"\n') == (Pronunciation("gif", say="jiff"),)
    assert read_sayings("") == ()


@pytest.mark.parametrize(
    ("rows", "line", "told"),
    [
        ("a = 1", 4, "a is said 1"),
        ('a = ""', 4, "a is said ''"),
        ('a = "!"', 4, "a is said '!'"),
        ('a = "[[x]]"', 4, "a is said"),
        ('b = "so"\na = "/aʘ/"', 5, "'ʘ' in '/aʘ/' is no sound of IPA"),
        ('"!" = "bang"', 4, "'!' is no word"),
        ("St.Ives = 'x'", 4, "Ives = 'x' is no way to say St"),
        ("a = { say = 2 }", 4, "a is said {'say': 2}"),
        ("a = { klingonese = 'x' }", 4, "klingonese = 'x' is no way to say a"),
        ("a = {}", 4, "a is said {}"),
    ],
)
def test_mistakes_are_told_with_their_line(rows: str, line: int, told: str) -> None:
    text = f'engine = "espeak"\n\n[say]\n{rows}\n'
    (problem,) = find_cast_problems(text)
    assert (problem.line_number, problem.what[: len(told)]) == (line, told)
    assert problem.todo
    assert find_saying_problems(text) == (problem,)
    with pytest.raises(BadScript, match=f"voices/x.toml line {line}"):
        read_sayings(text, where="voices/x.toml")


def test_say_that_is_no_table() -> None:
    (problem,) = find_saying_problems('say = "x"\n')
    assert (problem.line_number, problem.what) == (1, "say is no table")


def test_what_is_no_toml_is_told() -> None:
    (problem,) = find_saying_problems("[say]\nZoë = 'x'\n")
    assert problem.line_number == 2
