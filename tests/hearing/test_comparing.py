"""What counts as heard rightly, and what does not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from narrator.hearing import Sounding, find_slips, phrases
from narrator.hearing.sounding import apart

VOCABULARY = "the old dog slept beside a kettle and nobody knew where it came from"
WORDS = st.lists(st.sampled_from(VOCABULARY.split()), max_size=12)


@pytest.fixture(scope="module")
def english() -> Sounding:
    return Sounding("en-US")


def slips(said: str, heard: str, sounding: Sounding, names: tuple[str, ...] = ()) -> list[str]:
    words = phrases(said, "en-US", names)
    return [
        f"{' '.join(each.word for each in words[slip.start : slip.end])}>{slip.heard}"
        for slip in find_slips(words, phrases(heard, "en-US"), sounding)
    ]


@pytest.mark.parametrize(
    ("said", "heard"),
    [
        ("“Cast off,” she called.", "Cast off she called"),
        ("Their grey harbour, two.", "There gray harbor to."),
        ("She paid $3.50 on 2 May 1984.", "she paid three dollars and fifty cents on 2 May 1984"),
        ("It struck twelve.", "It struck 12."),
        ("Four hundred and six of them.", "406 of them."),
        ("Moira Quill was late.", "Moyra Quilles was late."),
        ("Nobody asked Penhallow.", "Nobody asked Pen Hollow."),
        ("It was an ice box.", "It was a nice box."),
        ("Ask [[ʃ]] for [[fr:Mon Dieu]].", "Ask for mon dyer."),
    ],
)
def test_what_sounds_alike_is_heard_rightly(said: str, heard: str, english: Sounding) -> None:
    assert slips(said, heard, english) == []


@pytest.mark.parametrize(
    ("said", "heard", "wrong"),
    [
        ("The old dog slept by the door.", "The old dog by the door.", ["slept>"]),
        ("The old dog slept.", "The old dog slept in the garden.", [">in the garden"]),
        ("She is ninety today.", "She is noggy today.", ["ninety>noggy"]),
        ("Open the window now.", "Open the letter now.", ["window>letter"]),
        ("Come in. Sit down. Be quiet.", "Come in. Be quiet.", ["sit down>"]),
        ("I saw Penhallow there.", "I saw the cat there.", ["penhallow>the cat"]),
        ("Nobody.", "", ["nobody>"]),
        ("", "Thank you for watching.", [">thank you for watching"]),
    ],
)
def test_other_words_are_found_where_they_are(
    said: str, heard: str, wrong: list[str], english: Sounding
) -> None:
    assert slips(said, heard, english) == wrong


@given(WORDS)
def test_a_text_is_heard_as_itself(words: list[str]) -> None:
    said = phrases(" ".join(words), "en")
    assert find_slips(said, said, Sounding("en")) == ()


@given(WORDS, WORDS)
def test_places_are_in_the_text_and_in_order(one: list[str], other: list[str]) -> None:
    said = phrases(" ".join(one), "en")
    found = find_slips(said, phrases(" ".join(other), "en"), Sounding("en"))
    bounds = [bound for slip in found for bound in (slip.start, slip.end)]
    assert bounds == sorted(bounds) and all(0 <= bound <= len(said) for bound in bounds)


@given(st.text("bptdəæʃs", max_size=6), st.text("bptdəæʃs", max_size=6))
def test_a_distance_is_one(one: str, other: str) -> None:
    assert apart(one, one) == 0
    assert apart(one, other) == apart(other, one) <= max(len(one), len(other)) + 6
    assert (apart(one, other) == 0) == (one == other)


def test_other_languages_are_compared_in_their_sounds() -> None:
    german = Sounding("de")
    said, heard = phrases("Der Wal im Meer.", "de"), phrases("Der Wahl im mehr", "de")
    assert find_slips(said, heard, german) == ()
    assert find_slips(said, phrases("Der Hund im Meer", "de"), german)
