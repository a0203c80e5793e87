"""Phonemes in the text that espeak is given, and none by accident."""

import ctypes

import pytest

from narrator.engines.espeak_library import EspeakLibrary
from narrator.engines.espeak_phonemes import _NAMES, named
from narrator.engines.espeak_setting import Setting
from narrator.text import Diction, ipa, spoken

AMERICAN, ENGLISH = "en-us", "en-gb-x-rp"
SETTING = Setting()


@pytest.fixture(scope="module")
def library() -> EspeakLibrary:
    return EspeakLibrary()


def phonemes(library: EspeakLibrary, text: str, voice: str = AMERICAN) -> str:
    """What espeak makes of `text`, in IPA."""
    # Whether phonemes are taken is remembered from the speech before.
    library.speak("[[a]]" if "[[" in text else "a", voice, SETTING)
    translate = library._lib.espeak_TextToPhonemes
    translate.restype = ctypes.c_char_p
    translate.argtypes = [ctypes.POINTER(ctypes.c_char_p), ctypes.c_int, ctypes.c_int]
    rest = ctypes.c_char_p(named(text).encode())
    parts = []
    while rest.value:
        parts.append(translate(ctypes.byref(rest), 1, 2).decode())
    return " | ".join(part for part in parts if part)


def test_every_sound_has_a_name() -> None:
    assert set(_NAMES) == {*ipa.SOUNDS, *ipa.MARKS}


@pytest.mark.parametrize("voice", [AMERICAN, ENGLISH, "en-gb-scotland", "en-029"])
def test_every_sound_is_known_to_espeak(library: EspeakLibrary, voice: str) -> None:
    silent = [s for s in ipa.SOUNDS if len(phonemes(library, f"[[t{s}t]]", voice)) < 3]
    assert not silent


def test_ipa_is_said_as_the_accent_has_it(library: EspeakLibrary) -> None:
    assert phonemes(library, "[[həˈloʊ]]") == "həlˈoʊ"
    assert phonemes(library, "[[həˈloʊ]]", ENGLISH) == "həlˈəʊ"
    assert phonemes(library, "Ask [[hɜːˈmaɪəniz]] cat.") == "ˈæsk hɜːmˈaɪəniz kˈæt"


def test_brackets_alone_are_no_phonemes(library: EspeakLibrary) -> None:
    marked = library.speak("[[ʃː]]", AMERICAN, SETTING)
    plain = library.speak("[S:]", AMERICAN, SETTING)
    assert marked != plain


HEARD = [
    ("I paid $3.50.", "aɪ pˈeɪd θɹˈiː dˈɑːlɚz ænd fˈɪfti sˈɛnts"),
    ("in 1984", "ɪn nˈaɪntiːn ˈeɪɾi fˈɔːɹ"),
    ("at 5 p.m.", "æt fˈaɪv pˌiːˈɛm"),
    ("Chapter IV", "tʃˈæptɚ fˈɔːɹ"),
    ("Henry VIII", "hˈɛnɹi ðɪ ˈeɪtθ"),
    ("W-w-what?", "wˈʌwˈʌwˈʌt"),
    ("Nooooo!", "nˈoʊ"),
    ("Shhh!", "ʃː"),
    ("MI5", "ˈɛm aɪ fˈaɪv"),
    ("a VIP", "ɐ vˈiː aɪ pˈiː"),
    ("a lead pipe", "ɐ lˈɛd pˈaɪp"),
    ("She read it.", "ʃiː ɹˈɛd ɪt"),
    ("Tear it up!", "tˈɛɹ ɪɾ ˈʌp"),
    ("Close the door!", "klˈoʊz ðə dˈɔːɹ"),
    ("He took a bow.", "hiː tˈʊk ɐ bˈaʊ"),
    ("Wind the clock!", "wˈaɪnd ðə klˈɑːk"),
    ("Use it!", "jˈuːz ɪt"),
    ("Record it!", "ɹᵻkˈɔːɹd ɪt"),
]


@pytest.mark.parametrize(("written", "heard"), HEARD, ids=[case[0] for case in HEARD])
def test_what_espeak_says(library: EspeakLibrary, written: str, heard: str) -> None:
    said = phonemes(library, spoken(written, Diction(phonemes=True)))
    assert said.replace(" ", "") == heard.replace(" ", "")


SHORTEST = ["Mm.", "Hm.", "Shh!", "Psst!", "Brr.", "Grr!", "Zzz.", "Aww.", "I.", "A?"]


@pytest.mark.parametrize("written", SHORTEST)
def test_the_shortest_lines_are_long_enough_to_hear(library: EspeakLibrary, written: str) -> None:
    pcm = library.speak(spoken(written, Diction(phonemes=True)), AMERICAN, SETTING)
    assert len(pcm) / 2 / library.rate > 0.15
