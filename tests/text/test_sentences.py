"""Where sentences end, and that nothing between them is lost."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from narrator.text import split_sentences
from narrator.text.sentences import LONGEST, SHORTEST


def sentences(text: str) -> list[str]:
    return [text[start:end] for start, end in split_sentences(text)]


@pytest.mark.parametrize(
    "written",
    [
        "He left.|She stayed.",
        "“Yes.|No!”|He left.",
        "Mr. J. R. Smith met Dr. Ray at St. Ives.|Then he left.",
        "“Stop!” said Tom.|“Why?” he asked.",
        "It was 3.50 exactly.|It cost $2.75.",
        "What?!|Really?",
        "She went… then stopped.|Nobody spoke.",
        "Wait…|What was that?",
        "and then . . . nothing.|The end.",
        "He came at 5 p.m. and left.|It was late.",
        "They met at 5 p.m.|Then it rained.",
        "Ropes, nets, etc. lay there.",
        "It was I.|Tom knew it.",
        "I. M. Pei built it.",
        "No. 5 was empty.|No.|Nobody came.",
        "(He knew.)|(She did not.)",
        "*Splish.*|He put the other in.",
        "“Well,” he said, “no.”|She left.",
        "1. Milk",
        "Vitamin C.|The rest is talk.",
        "Hm",
        "...and then?|Nothing.",
        "走了。|他说。",
        "She lives on Baker St.|He does not.",
        "St. Ives is small.|Ave. Maria?",
        "We sailed in Jan. 1905 on the H.M.S. Pinafore.",
        "The boy sat.|5 men came.",
        "Really...?|Yes.",
        "“He’s gone.”|“Gone?”|“Yes.”",
        "He typed www.example.com.|Nothing came.",
        "He is Tom Jr.|She is Ann.",
        "Ask Jones Jr. about it.",
        "Plan B.|It failed.",
        "She said “etc.” and left.",
        "He said “Stop!” and she stopped.",
        "(See below.)|The end.",
        "Ha!|Ha!|Ha!",
    ],
)
def test_ends(written: str) -> None:
    wanted = written.split("|")
    wide = "。" in written
    assert sentences(("" if wide else " ").join(wanted)) == wanted


def test_long_sentence_is_cut_at_its_clauses() -> None:
    clause = "and the road went on over the hill and down to the sea, "
    semicolon = clause * 3 + "where nobody was; "
    pieces = sentences((semicolon * 6).strip())
    assert all(len(piece) <= LONGEST for piece in pieces)
    assert all(piece.endswith(";") for piece in pieces)
    assert all(piece.endswith(",") for piece in sentences((clause * 30).strip()))
    assert all(len(piece) <= LONGEST for piece in sentences("word " * 500))


def test_what_a_cut_leaves_is_no_single_word() -> None:
    for words in range(78, 96):
        pieces = sentences("word, " * words + "over.")
        assert " ".join(pieces) == "word, " * words + "over."
        assert all(SHORTEST <= len(piece) <= LONGEST for piece in pieces)


def test_marks_alone_go_with_the_sentence_before() -> None:
    assert sentences("He left. ...") == ["He left. ..."]
    assert sentences("...") == ["..."]
    assert sentences("") == []


def check(text: str) -> None:
    spans = split_sentences(text)
    behind = 0
    for start, end in spans:
        assert not text[behind:start].strip()
        assert text[start:end] == text[start:end].strip() != ""
        assert end - start <= LONGEST
        behind = end
    assert not text[behind:].strip()


@given(st.text())
@settings(max_examples=300, deadline=None)
def test_nothing_lost_in_any_text(text: str) -> None:
    check(text)


@given(st.text(alphabet='aI.!?…"”’) \n,;—Mr', max_size=2000))
@settings(max_examples=300, deadline=None)
def test_nothing_lost_in_marks(text: str) -> None:
    check(text)


@pytest.mark.parametrize("unit", ["a", ". ", ".", "a. ", "word ", "” ", "a .", "M. ", "; ", "\n"])
def test_time_is_linear(unit: str) -> None:
    text = unit * (200_000 // len(unit))
    start = time.perf_counter()
    check(text)
    assert time.perf_counter() - start < 5


@pytest.mark.parametrize("mark", ["\u0301", "\u0e35", "\u093f"])
def test_marks_without_end_over_one_letter_are_cut_too(mark: str) -> None:
    pieces = sentences("e" + mark * 5000)
    assert "".join(pieces) == "e" + mark * 5000
    assert all(len(piece) <= LONGEST for piece in pieces)
