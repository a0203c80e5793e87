"""Kokoro with its real weights: what it is given, and what is heard of it."""

import itertools
from pathlib import Path

import pytest

from narrator.acoustics import measured
from narrator.engines.espeak_library import EspeakLibrary
from narrator.engines.home import VARIABLE
from narrator.engines.kokoro_alphabet import NUMBERS, letters_for
from narrator.engines.kokoro_engine import Kokoro
from narrator.engines.kokoro_voices import TONGUES
from narrator.engines.phonemizing import Phonemizer
from narrator.errors import MissingTool
from narrator.model import Manner
from narrator.studio.trim import trimmed

PLAIN = Manner()
MIXED = ("Tom.", "Come in, Tom!", "What do you want?", "The morning was grey.")


@pytest.fixture(autouse=True)
def _home(real_models: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(VARIABLE, str(real_models))


@pytest.fixture(scope="module")
def kokoro(real_models: Path) -> Kokoro:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv(VARIABLE, str(real_models))
        return Kokoro()


def test_the_best_voices_are_listed_first(kokoro: Kokoro) -> None:
    voices = kokoro.voices()
    assert [voice.id for voice in voices[:4]] == ["af_heart", "af_bella", "af_nicole", "bf_emma"]
    english = [voice for voice in voices if voice.language.startswith("en")]
    assert len(english) == 28 and english == list(voices[:28])
    assert english[-1].id == "am_adam"


def test_a_language_that_it_cannot_be_given_is_not_offered_and_it_says_why(kokoro: Kokoro) -> None:
    assert {voice.language for voice in kokoro.voices()} == {tag for tag, _ in TONGUES.values()}
    assert Kokoro.listed_for("ja") == kokoro.voices()
    with pytest.raises(MissingTool, match="Japanese"):
        kokoro.speak("かな", "jf_alpha", PLAIN)
    with pytest.raises(MissingTool, match="Chinese"):
        kokoro.speak("你好", "zf_xiaoyi", PLAIN)


def test_sentences_of_a_line_are_spoken_together_and_cut_apart(kokoro: Kokoro) -> None:
    alone = [kokoro.speak(text, "af_heart", PLAIN) for text in MIXED]
    cut = kokoro.speak_each(MIXED, "af_heart", PLAIN)
    heard = [trimmed(sound).seconds for sound in cut]
    # Each is about as long as by itself, though a quarter less was spoken.
    assert heard == pytest.approx([trimmed(sound).seconds for sound in alone], rel=0.45)
    spoken, before = (sum(sound.seconds for sound in sounds) for sounds in (cut, alone))
    assert spoken < 0.75 * before


def test_what_is_spoken_twice_is_the_same(kokoro: Kokoro) -> None:
    once, again = (kokoro.speak("Hm?", "bm_george", PLAIN) for _ in range(2))
    assert once == again and once.seconds > 0.3


def test_a_man_and_a_woman_are_heard_as_such(kokoro: Kokoro) -> None:
    pitch = [
        measured([kokoro.speak("Nobody knew.", voice, PLAIN)], 12).pitch_hz
        for voice in ("af_heart", "am_michael")
    ]
    assert pitch[0] > 160 > pitch[1] > 80


@pytest.fixture(scope="module")
def phonemizer() -> Phonemizer:
    return Phonemizer()


@pytest.mark.parametrize(
    ("text", "tongue", "letters"),
    [
        ("[[ʃː]]! Be quiet.", "en-us", ["ʃː!", "bi kwˈIət."]),
        ("[[hm]].", "en-us", ["hm."]),
        ("U.S.A in the spring", "en-us", ["jˌuˌɛsˈA ɪnðə spɹˈɪŋ"]),
        ("Dr. Who met St. John at No. 5.", "en", ["dˈɒktə hˌuː mˈɛt sənt ʤˈɒn at nˈQ fˈIv."]),
        ("Go home, bird!", "en-us", ["ɡˌO hˈOm, bˈɜɹd!"]),
        ("Well... I — never (ever).", "en-us", ["wˈɛl… ˈI— nˈɛvəɹ, ˈɛvəɹ."]),
        ("Watson est parti.", "fr", ["wˈɒtsən ɛ paʁtˈi."]),
        ("Llanelli", "en", ["lanˈɛlɪ"]),
        ("[[fr:Mon Dieu]], she said.", "en-us", ["mɔn djˈø, ʃi sˈɛd."]),
        ("“No,” — “Yes?!”", "en-us", ["nˈO— jˈɛs?"]),
        ("— !?", "en-us", []),
    ],
)
def test_what_the_model_is_given(
    phonemizer: Phonemizer, text: str, tongue: str, letters: list[str]
) -> None:
    said = phonemizer.sentences(text, tongue)
    assert [letters_for(sentence, tongue) for sentence in said] == letters


LATIN = "abcdefghijklmnopqrstuvwxyz"
SPELT = {
    "es": LATIN + "ñáéíóúü",
    "fr": LATIN + "éèêçàùâîôûœëï",
    "it": LATIN + "àèéìòù",
    "pt-br": LATIN + "áâãçéêíóôõú",
    "hi": "".join(map(chr, range(0x905, 0x94E))),
}


@pytest.mark.parametrize("tongue", [tongue for _, tongue in TONGUES.values()])
def test_whatever_espeak_says_of_a_language_has_a_number(tongue: str) -> None:
    spelt, library = SPELT.get(tongue, LATIN), EspeakLibrary()
    for first, last in itertools.product(spelt, ("", "a", "e", "i")):
        words = " ".join(first + letter + last for letter in spelt)
        letters = letters_for(library.sounds(words, tongue, tied=True), tongue)
        assert set(letters) <= set(NUMBERS) and len(letters) > len(spelt)
