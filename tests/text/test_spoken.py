"""What always holds of spoken text, whatever was written."""

import re
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from narrator.text import Diction, is_speakable, spoken

WORDS = "lamp ferry harbour she went under quiet doctor rope window never again because".split()  # noqa: SIM905
GLUE = [" ", ", ", ". ", "” “", " — ", "—", "... ", " (", ") ", "* ", " _", "! ", "?", "\n", "’ ‘"]
NUMBERS = ["5", "1984", "$3.50", "10:30", "3/4", "50%", "21st", "5 km", "1,342", "-5°C", "1920s"]
LOCALES = ["en-US", "en-GB"]
PARTS = [
    *NUMBERS, "Mr.", "Dr. ", "St.", "No. ", "Chapter ", "IV", "I", " ", " ", ". ", ", ", "“", "”",
    "’", "NO", "w-w-what", "Nooo", "etc.", "U.S.", "J. R. ", "May 5", "read ", "lead pipe", "He ",
    "www.a.com", "a@b.com", "#Tag", "@me", "—", "...", "*", "_", "(", ")", "\n", "½", "Tear it",
    "Vol. ", "A", "p.m.", "£5 10s.", "6'2\"", "WW2", "MI5", "Z", "-", "&", "o’ ", " ’ll",
    "King James I", "👍", "Mr. —— ", "d—n ", "VIP ", "SOS", "A-", "C++", "6 ft 2 in", "12 in. ",
    "’s all ",
    "th’ ", "IT is ", "I AM ", "3x", "10x10", "M. ", "Q&A", "Hon. Ray ", "(iv)",
    "chapters I-III", "[1]",
    "F#", "H-O-M-E", "221B ", "R2-D2", ".38 gun", "XIX century", "in 18—", "£3 10s. 6d.",
    "a.pdf", "C:\\x",
    "Charles I was king", "of James I.", "e\u0301", "don\ufffdt", "5's", "747s", "~5", "x²",
    "5 * 5", "→",
    "&c.", "U.S.’s ", "PhDs", "12.15 to ", "0-3", "4-4-2", "$50/day", "$1-a-day rooms", "AD 410",
    "June 6-8",
]  # fmt: skip
UNITS = [
    "a", "STOP ", "w-", ".", ". ", "$1", "'a' ", "(", "I ", "-", "_a", "1", "1,", "1.", "1/",
    "1:", "1-", "$1-", "0", "a.", "A.", "A. ", "a@", "#a", "@", "\n", "-\n", "a-\n", " \n",
    "no. ", "No. I", "1s", "'", "’s", "Mr ", "Dr.", "e.g.", "http://", "www.", "a.com", "½",
    "1 1/2 ", "5'1", "IV ", "Chapter I ", "read ", "lead pipe ", "[[", "]]", "Shh ", "hm",
    "A to ", "é", "Éé", "ﬁ", "\u00ad", "\u200b", "👍", "May 5 ", "5 May ", "1984-", "a/", "aa-",
    "a--", " ’ll", "o’ ", "1st ", "5 km", "+1 ", "1 000", "?!", " ,", "££", "VIP ", "Mr. —— ",
    "d—n ", "f*",
    "[1", "_", "U.S.’s ", "R2-D2 ", "1.2.3.4 ", "12 in. ", "of James I ", "He read ", "’em ",
    "used to ", "e\u0301",
    "\ufffd", "4-4-2", "1x", "(iv) ", "&c. ", "—", "M. ", "A-",
]  # fmt: skip


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


@given(st.text(alphabet="0123459 .,:/-–$£€¢%°½²'’smdpkth", max_size=30), st.sampled_from(LOCALES))
@settings(max_examples=1000, deadline=None)
def test_any_numbers(text: str, locale: str) -> None:
    said = spoken(text, Diction(locale))
    assert spoken(said, Diction(locale)) == said


@given(st.lists(st.sampled_from(PARTS), max_size=12), st.sampled_from(LOCALES), st.booleans())
@settings(max_examples=1000, deadline=None)
def test_any_line_made_of_cases(parts: list[str], locale: str, heading: bool) -> None:
    diction = Diction(locale)
    said = spoken("".join(parts), diction, heading=heading)
    assert spoken(said, diction, heading=heading) == said


@given(st.lists(st.tuples(st.sampled_from(WORDS), st.sampled_from(GLUE)), min_size=1))
def test_no_word_is_dropped(pairs: list[tuple[str, str]]) -> None:
    said = spoken("".join(word + glue for word, glue in pairs))
    assert re.findall(r"[a-z]+", said.lower()) == [word for word, _ in pairs]


@given(st.lists(st.tuples(st.sampled_from(WORDS), st.sampled_from(NUMBERS)), min_size=1))
def test_no_word_is_dropped_beside_numbers(pairs: list[tuple[str, str]]) -> None:
    said = spoken(" ".join(f"{word} {number}" for word, number in pairs))
    found = [word for word in re.findall(r"[a-z]+", said.lower()) if word in WORDS]
    assert found == [word for word, _ in pairs]


@pytest.mark.parametrize("unit", UNITS)
@pytest.mark.parametrize("locale", ["en-US", "de"])
def test_time_is_linear(unit: str, locale: str) -> None:
    text = unit * (100_000 // len(unit))
    start = time.process_time()
    said = spoken(text, Diction(locale, phonemes=True))
    assert time.process_time() - start < 5
    assert bool(said) == any(map(str.isalnum, said))


def test_is_speakable() -> None:
    assert is_speakable("7") and is_speakable("“é”")
    assert not is_speakable("") and not is_speakable("“—…” * * *")
