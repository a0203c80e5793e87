"""Words of another language, spoken by an English voice."""

import pytest

from narrator.engines.espeak import Espeak
from narrator.engines.espeak_tongues import in_tongues
from narrator.model import Manner


@pytest.fixture(scope="module")
def espeak() -> Espeak:
    return Espeak()


def said(espeak: Espeak, text: str) -> str:
    return in_tongues(text, espeak._library.sounds, espeak._accent)


def frames(espeak: Espeak, text: str) -> int:
    return len(espeak.speak(text, "en-us", Manner()).pcm)


@pytest.mark.parametrize(
    ("words", "sounds"),
    [
        ("[[fr:Mon Dieu]]", "[[mɔn]] [[djˈø]]"),
        ("[[fr-CA:au revoir]]", "[[o]] [[ɹəvwˈaɹ]]"),
        ("[[es:señorita]]", "[[sˌeɲoɹˈita]]"),
        ("[[ja:ありがとう]]", None),
    ],
)
def test_words_in_their_own_sounds(espeak: Espeak, words: str, sounds: str | None) -> None:
    heard = said(espeak, f"He said {words}.")
    assert heard.startswith("He said [[")
    assert ":" not in heard
    if sounds:
        assert heard == f"He said {sounds}."
    plain = words.strip("[]").partition(":")[2]
    assert frames(espeak, f"He said {words}.") != frames(espeak, f"He said {plain}.")


@pytest.mark.parametrize("words", ["[[xx:carpe]]", "[[ja:arigato]]", "[[ja:東京]]", "[[ru:da]]"])
def test_what_the_library_would_spell_stays_as_it_is(espeak: Espeak, words: str) -> None:
    assert said(espeak, f"He said {words}.") == f"He said {words[5:-2]}."
