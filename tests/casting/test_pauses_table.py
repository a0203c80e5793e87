"""The `[pauses]` table: what it may hold, and what is said about mistakes in it."""

from dataclasses import fields

import pytest

from narrator.casting import find_cast_problems, find_pause_problems, read_cast, read_pauses
from narrator.errors import BadScript
from narrator.model import Pauses

CAST = 'engine = "espeak"\n\n[cast.Narrator]\nvoice = "m1"\n\n'


def test_what_is_not_said_stays_as_it_was() -> None:
    text = CAST + "[pauses]\nparagraph = 0.8\nscene = 3\n"
    assert read_pauses(text, Pauses(tail=4.0)) == Pauses(paragraph=0.8, scene=3.0, tail=4.0)
    assert read_cast(text).engine == "espeak"
    assert read_pauses("", Pauses()) == Pauses()


@pytest.mark.parametrize("name", [each.name for each in fields(Pauses)])
def test_every_pause_can_be_set(name: str) -> None:
    assert getattr(read_pauses(f"[pauses]\n{name} = 0.5\n", Pauses()), name) == 0.5


@pytest.mark.parametrize(
    ("row", "told"),
    [
        ("paragraf = 1", "there is no pause paragraf; did you mean paragraph?"),
        ("xyzzy = 1", "there is no pause xyzzy; there are head, tail, heading,"),
        ("scene = -1", "scene -1; write seconds from 0 to 60"),
        ("scene = 61", "scene 61; write seconds from 0 to 60"),
        ("scene = true", "scene True; write seconds"),
        ("scene = nan", "scene nan; write seconds"),
        ('scene = "2 s"', "scene '2 s'; write seconds"),
        ("factor = 0", "factor 0; write a factor from 0.1 to 10"),
    ],
)
def test_mistakes_have_their_line_and_a_cure(row: str, told: str) -> None:
    text = f"{CAST}[pauses]\nline = 0.2\n{row}\n"
    (problem,) = find_cast_problems(text)
    assert problem.message("f").startswith(f"f line 8: {told}")
    assert find_pause_problems(text) == (problem,)
    with pytest.raises(BadScript, match="line 8"):
        read_pauses(text, Pauses())


def test_all_mistakes_are_told_at_once() -> None:
    assert len(find_pause_problems("[pauses]\nsceen = 1\ntail = -1\nhead = 1\n")) == 2


def test_a_table_that_is_none() -> None:
    (problem,) = find_pause_problems("pauses = 3\n")
    assert "pauses is no table" in problem.what
