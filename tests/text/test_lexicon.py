"""What a person wrote about words, found in a text whole and nowhere else."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from narrator.text import Diction, Lexicon, Pronunciation, ipa, lexicon_for, speech, spoken

ENTRIES = (
    Pronunciation("Hermione", say="her-MY-oh-nee", ipa="hɜːˈmaɪəni"),
    Pronunciation("Bath", say="Bahth"),
    Pronunciation("gif", say="jiff"),
    Pronunciation("St. Ives", say="Saint Eyves"),
    Pronunciation("o'Hara", say="oh HAH-ra"),
    Pronunciation("1984", say="nineteen EIGHTY-four"),
    Pronunciation("NASA Hermione", say="the whole NASA"),
    Pronunciation("Niamh", ipa="niːv"),
    Pronunciation("-san", say="sahn"),
    Pronunciation("Paris", say="PAR-iss", language="en"),
    Pronunciation("Paris", say="pa-REE", language="fr"),
)


def said(text: str, *, phonemes: bool = False, language: str = "en-GB") -> str:
    return spoken(text, Diction(language, lexicon_for(language, ENTRIES), phonemes))


@pytest.mark.parametrize(
    ("written", "wanted"),
    [
        ("“Hermione!” he said.", "her-MY-oh-nee! he said."),
        ("Hermione’s and Hermione's", "her-MY-oh-nee's and her-MY-oh-nee's"),
        ("HERMIONE, HERE!", "her-MY-oh-nee, here!"),
        ("hermione", "hermione"),
        ("_Hermione_-like Hermiones", "her-MY-oh-nee-like her-MY-oh-nees"),
        ("two gifs, the GIFs", "two jiffs, the jiffs"),
        ("the Baths of Rome", "the Bahths of Rome"),
        ("Kenji-san, sanity", "Kenji-sahn, sanity"),
        ("Bath is no bath.", "Bahth is no bath."),
        ("A GIF, a gif and a Gif.", "A jiff, a jiff and a jiff."),
        ("He went to St. Ives.", "He went to Saint Eyves."),
        ("St. Ivesham", "Saint Ivesham"),
        ("in 1984, not 119000", "in nineteen EIGHTY-four, not one hundred and nineteen thousand"),
        ("NASA Hermione", "the whole NASA"),
        ("Paris", "PAR-iss"),
        ("Niamh", "Niamh"),
        ("Dr. Hermione", "Doctor her-MY-oh-nee"),
        ("don’t", "don't"),
    ],
)  # fmt: skip
def test_words(written: str, wanted: str) -> None:
    assert said(written) == wanted


def test_phonemes_are_for_engines_that_take_them() -> None:
    assert said("Hermione, Niamh!", phonemes=True) == "[[hɜːˈmaɪəni]], [[niːv]]!"
    assert said("Hermione’s", phonemes=True) == "[[hɜːˈmaɪəniz]]"
    assert said("Bath", phonemes=True) == "Bahth"


def test_nothing_in_a_book_is_ever_taken_for_phonemes() -> None:
    for text in ("[[h@l'oU]]", "[ [x] ]", "[[[a]]]", "[\u200b[a]]", "[*[b]*]"):
        assert "[" not in said(text, phonemes=True)


@given(st.text(alphabet="[]aS h*_\u200b'’"))
def test_brackets_of_any_sort_are_dropped(text: str) -> None:
    assert "[[" not in spoken(text)
    # Only our own interjections are phonemes, and they are known sounds.
    for part in spoken(text, Diction(phonemes=True)).split("[[")[1:]:
        assert ipa.signs(part.split("]]")[0])


def test_sounds_that_are_no_words_are_phonemes() -> None:
    assert spoken("“Shhh!” Hmm. Mmm?", Diction(phonemes=True)) == "[[ʃː]]! [[hm]]. [[m̩]]?"
    assert spoken("Shhh!") == "Shh!"
    assert spoken("Show him the mm-hm.", Diction(phonemes=True)) == "Show him the [[əmˈhm]]."


def test_the_closer_language_wins() -> None:
    entries = (
        Pronunciation("Bath", say="Barth", language="en-GB"),
        Pronunciation("Bath", say="Bath!"),
        Pronunciation("Bath", say="Bahth", language="en"),
    )
    found = {
        tag: spoken("Bath", Diction(tag, lexicon_for(tag, entries))) for tag in ("en", "en-GB")
    }
    assert found == {"en": "Bahth", "en-GB": "Barth"}


def test_a_word_knows_what_was_written_for_it() -> None:
    text = "Ask Hermione’s cat."
    tracked = speech(text, Diction(lexicon=lexicon_for("en", ENTRIES), phonemes=True))
    words = [(tracked.text[a.start : a.end], text[b.start : b.end]) for a, b in tracked.words()]
    assert words == [("Ask", "Ask"), ("[[hɜːˈmaɪəniz]]", "Hermione’s"), ("cat", "cat")]


def test_rare_letters_of_the_text_itself_stay() -> None:
    assert said("\U00030000 Hermione \U00030001") == "\U00030000 her-MY-oh-nee \U00030001"


@given(st.text(), st.lists(st.tuples(st.text(min_size=1), st.text(min_size=1))))
def test_any_lexicon_and_any_text(text: str, pairs: list[tuple[str, str]]) -> None:
    entries = [Pronunciation(written, say=say) for written, say in pairs]
    diction = Diction(lexicon=lexicon_for("en", entries))
    assert speech(text, diction).text == spoken(text, diction)


@given(st.text())
def test_an_empty_lexicon_changes_nothing(text: str) -> None:
    assert spoken(text, Diction(lexicon=Lexicon())) == spoken(text)


def test_a_large_lexicon_is_no_slower() -> None:
    entries = [Pronunciation(f"Name{number}x", say="nom") for number in range(5000)]
    diction = Diction(lexicon=lexicon_for("en", entries))
    text = "Nobody saw Name17x and Name4999x go. " * 500
    start = time.perf_counter()
    assert spoken(text, diction).count("nom") == 1000
    assert time.perf_counter() - start < 2


def test_ipa_says_what_it_does_not_know() -> None:
    assert ipa.signs(ipa.normal("/hɝˈmaɪ.ə.ni/"))[:2] == ["h", "ɝ"]
    with pytest.raises(ValueError, match="ʘ"):
        ipa.signs("aʘ")


@pytest.mark.parametrize(
    ("written", "wanted"),
    [
        ("“Get ’em.” ’Appen ’e ’as.", "Get [[əm]]. [[ˈæpən]] e as."),
        ("Plan A, and A and B.", "Plan [[ˈeɪ]], and [[ˈeɪ]] and B."),
        ("A cat. “A dog,” he said.", "A cat. A dog, he said."),
        ("A and B", "[[ˈeɪ]] and B"),
        ("I s’pose so, m’lord.", "I [[spoʊz]] so, [[məˈlɔːɹd]]."),
        ("He used to object.", "He [[ˈjuːst]] to [[əbˈdʒɛkt]]."),
        ("It was used to cut.", "It was used to cut."),
        ("the object", "the object"),
    ],
)
def test_what_espeak_misreads_is_phonemes(written: str, wanted: str) -> None:
    assert spoken(written, Diction(phonemes=True)) == wanted
