"""Written lines as they are spoken, from the table beside this file, and what always holds."""

import re
import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from narrator.text import is_speakable, spoken

TABLE = Path(__file__).with_name("spoken.txt")
CASES = [
    tuple(side.strip() for side in line.replace("\\n", "\n").replace("\\u00ad", "\xad").split("=>"))
    for line in TABLE.read_text(encoding="utf-8").splitlines()
    if "=>" in line and not line.startswith("# ")
]
WORDS = "lamp ferry harbour she went under quiet doctor rope window never again because".split()  # noqa: SIM905
GLUE = [" ", ", ", ". ", "” “", " — ", "—", "... ", " (", ") ", "* ", " _", "! ", "?", "\n", "’ ‘"]


@pytest.mark.parametrize(("written", "said"), CASES, ids=[case[0] for case in CASES])
def test_table(written: str, said: str) -> None:
    assert spoken(written) == said


def test_table_is_read() -> None:
    assert len(CASES) > 70


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
