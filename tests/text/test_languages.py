"""Numbers in other languages, with and without num2words."""

import pytest

from narrator.text import Diction, spoken
from narrator.text.rules import foreign_numbers

MORE = {
    "de": {
        "Am 3. Mai 1998, um 10:30 Uhr": "Am dritten Mai neunzehnhundertachtundneunzig,"
        " um zehn Uhr dreißig",
        "Der 2. Weltkrieg, 3. Kapitel": "Der zweite Weltkrieg, drittes Kapitel",
        "Ludwig XIV. zahlte 3,50 €.": "Ludwig der Vierzehnte zahlte drei Euro fünfzig.",
        "3-4 Tage, 2½ kg, -5": "drei bis vier Tage, zwei und ein halb Kilogramm, minus fünf",
        "Er ist 5.": "Er ist fünf.",
        "1 Mann": "ein Mann",
    },
    "fr": {
        "Louis XIV, au XIXe siècle": "Louis quatorze, au dix-neuvième siècle",
        "le 1er mai à 10h30": "le premier mai à dix heures trente",
        "1 000 000 km, 3,50 €": "un million de kilomètres, trois euros cinquante",
        "François Ier": "François premier",
    },
    "es": {
        "Felipe II, siglo XIX, 21 años": "Felipe segundo, siglo diecinueve, veintiún años",
        "a las 10:30, 2,5 km": "a las diez y treinta, dos coma cinco kilómetros",
    },
    "it": {"Vittorio Emanuele II, XIX secolo": "Vittorio Emanuele secondo, diciannovesimo secolo"},
    "nl": {"de 2e keer, € 3,50": "de tweede keer, drie euro vijftig"},
    "pt": {"R$ 3,50 às 10:30": "três reais e cinquenta às dez e trinta"},
    "ru": {"5 домов": "пять домов"},
}
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


@pytest.mark.parametrize(
    ("language", "written", "said"),
    [(language, *pair) for language, pairs in MORE.items() for pair in pairs.items()],
)
def test_more_than_numbers(language: str, written: str, said: str) -> None:
    pytest.importorskip("num2words")
    assert spoken(written, Diction(language)) == said
    assert spoken(said, Diction(language)) == said


def test_without_num2words_figures_are_left_to_the_engine(monkeypatch: pytest.MonkeyPatch) -> None:
    def absent(name: str) -> None:
        raise ImportError(name)

    monkeypatch.setattr(foreign_numbers, "import_module", absent)
    foreign_numbers.in_words.cache_clear()
    try:
        assert spoken("1.342 Schafe, 3,5 %", Diction("de")) == "1.342 Schafe, 3,5 Prozent"
        assert spoken("Kapitel IV", Diction("de-AT")) == "Kapitel 4"
    finally:
        foreign_numbers.in_words.cache_clear()


def test_a_language_nobody_knows_keeps_its_words() -> None:
    assert spoken("Yin 5 „wan“ — to!", Diction("tlh")) == "Yin 5 wan, to!"
