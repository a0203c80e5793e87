"""Numbers in other languages, with and without num2words."""

import pytest

from narrator.text import Diction, spoken
from narrator.text.rules import foreign

WRITTEN = {
    "de": ("1.342 Schafe, 3,5 % und Kapitel IV", "eintausenddreihundertzweiundvierzig Schafe,"
           " drei Komma fünf Prozent und Kapitel vier"),
    "fr": ("21 € et Chapitre II", "vingt et un euros et Chapitre deux"),
    "es": ("$5 y 1.000", "cinco dólares y mil"),
    "it": ("3 gatti a 20 °C", "tre gatti a venti gradi Celsius"),
    "nl": ("12 %", "twaalf procent"),
}  # fmt: skip


@pytest.mark.parametrize("language", WRITTEN)
def test_numbers_in_words(language: str) -> None:
    pytest.importorskip("num2words")
    written, said = WRITTEN[language]
    assert spoken(written, Diction(language)) == said
    assert spoken(said, Diction(language)) == said


def test_without_num2words_figures_are_left_to_the_engine(monkeypatch: pytest.MonkeyPatch) -> None:
    def absent(name: str) -> None:
        raise ImportError(name)

    monkeypatch.setattr(foreign, "import_module", absent)
    foreign._in_words.cache_clear()
    try:
        assert spoken("1.342 Schafe, 3,5 %", Diction("de")) == "1.342 Schafe, 3,5 Prozent"
        assert spoken("Kapitel IV", Diction("de-AT")) == "Kapitel 4"
    finally:
        foreign._in_words.cache_clear()


def test_a_language_nobody_knows_keeps_its_words() -> None:
    assert spoken("Yin 5 „wan“ — to!", Diction("tlh")) == "Yin 5 wan, to!"
