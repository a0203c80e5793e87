"""Which written words the spoken ones stand for."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from narrator.model import Span
from narrator.text import speech, spoken

PAIRS = [
    ("It cost $3.50.", "three dollars and fifty cents", "$3.50"),
    ("“You’re late,” said Mr. Ray.", "You're", "You’re"),
    ("“You’re late,” said Mr. Ray.", "Mister", "Mr"),
    ("“You’re late,” said Mr. Ray.", "Ray", "Ray"),
    ("STOP RIGHT THERE", "right", "RIGHT"),
    ("Nooooo, w-w-what?", "No", "Nooooo"),
    ("Nooooo, w-w-what?", "wuh-wuh-what", "w-w-what"),
    ("at 10:30 on May 5, 1998", "ten thirty", "10:30"),
    ("at 10:30 on May 5, 1998", "nineteen ninety-eight", "5, 1998"),
    ("wait -- _what_ -- now", "what", "what"),
    ("the Henry VIII play", "eighth", "VIII"),
    ("a lead pipe", "led", "lead"),
    ("soft\u00adhyphen here", "softhyphen", "soft\u00adhyphen"),
    ("👍", "thumbs", "👍"),
]


@pytest.mark.parametrize(("written", "said", "wanted"), PAIRS)
def test_words_lead_back(written: str, said: str, wanted: str) -> None:
    tracked = speech(written)
    at = tracked.text.index(said)
    start, end = tracked.written(Span(at, at + len(said)))
    assert wanted in written[start:end]
    assert len(written[start:end]) <= len(wanted) + 2


def check(text: str) -> None:
    tracked = speech(text)
    assert tracked.text == spoken(text)
    assert len(tracked.origins) == len(tracked.text)
    behind = 0
    for start, end in tracked.origins:
        assert behind <= end and 0 <= start <= end <= len(text)
        behind = start
    for word, written in tracked.words():
        assert tracked.text[word.start : word.end].strip()
        assert text[written.start : written.end].strip()


@given(st.text())
def test_any_text(text: str) -> None:
    check(text)


@given(st.text(alphabet="aAbIVSt. ,;:!?'’\"“”-—*_()$&19\n…#oO½%m°/"))
def test_any_marks(text: str) -> None:
    check(text)


@given(
    st.lists(
        st.sampled_from(
            [
                "lamp",
                "ferry",
                "$5",
                "Mr.",
                "Ray",
                "1984",
                "NO!",
                "W-w-why",
                "lead",
                "pipe",
                "(so)",
                "3/4",
            ]
        )
    )
)
def test_every_written_word_is_stood_for(words: list[str]) -> None:
    text = " ".join(words)
    tracked = speech(text)
    covered = {at for _, written in tracked.words() for at in range(*written)}
    for word in re.finditer(r"\w+", text):
        assert covered & set(range(*word.span())), word[0]
