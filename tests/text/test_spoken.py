"""What always holds of spoken text, whatever was written."""

import re
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from narrator.text import is_speakable, spoken

WORDS = "lamp ferry harbour she went under quiet doctor rope window never again because".split()  # noqa: SIM905
GLUE = [" ", ", ", ". ", "” “", " — ", "—", "... ", " (", ") ", "* ", " _", "! ", "?", "\n", "’ ‘"]


@given(st.text())
@settings(max_examples=500, deadline=None)
def test_any_text(text: str) -> None:
    said = spoken(text)
    assert spoken(said) == said
    assert said == " ".join(said.split())
    assert said == "" or is_speakable(said)


@given(st.text(alphabet="aAbIVSt. ,;:!?'’\"“”-—*_()$&19\n…#oO"))
@settings(max_examples=1000, deadline=None)
def test_any_marks(text: str) -> None:
    said = spoken(text)
    assert spoken(said) == said


@given(st.lists(st.tuples(st.sampled_from(WORDS), st.sampled_from(GLUE)), min_size=1))
def test_no_word_is_dropped(pairs: list[tuple[str, str]]) -> None:
    said = spoken("".join(word + glue for word, glue in pairs))
    assert re.findall(r"[a-z]+", said.lower()) == [word for word, _ in pairs]


@pytest.mark.parametrize(
    "unit", ["a", "STOP ", "w-", ".", ". ", "$1", "'a' ", "(", "I ", "-", "_a"]
)
def test_time_is_linear(unit: str) -> None:
    text = unit * (100_000 // len(unit))
    start = time.perf_counter()
    said = spoken(text)
    assert time.perf_counter() - start < 5
    assert bool(said) == any(map(str.isalnum, said))


def test_is_speakable() -> None:
    assert is_speakable("7") and is_speakable("“é”")
    assert not is_speakable("") and not is_speakable("“—…” * * *")
