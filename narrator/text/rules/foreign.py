"""The rules for languages other than English: a table each, numbers by num2words if it is there."""

import re
from dataclasses import dataclass, field
from functools import cache
from importlib import import_module

from ..numbers import roman_value
from ..rewriting import DIGITS, Rule, rule


@dataclass(frozen=True, slots=True)
class Words:
    """What signs and abbreviations are called in a language."""

    point: str = ","
    """What stands before decimals; the other of point and comma stands between thousands."""
    signs: dict[str, str] = field(default_factory=dict)
    abbreviations: dict[str, str] = field(default_factory=dict)
    labels: str = ""
    """What Roman numerals stand behind, with bars between."""


_WORDS = {
    "de": Words(
        signs={"%": "Prozent", "&": "und", "€": "Euro", "$": "Dollar", "£": "Pfund",
               "°C": "Grad Celsius", "°": "Grad", "+": "plus", "§": "Paragraf"},
        abbreviations={"Hr.": "Herr", "Hrn.": "Herrn", "Fr.": "Frau", "Dr.": "Doktor",
                       "Prof.": "Professor", "St.": "Sankt", "Nr.": "Nummer", "S.": "Seite",
                       "z. B.": "zum Beispiel", "z.B.": "zum Beispiel", "d. h.": "das heißt",
                       "d.h.": "das heißt", "usw.": "und so weiter", "bzw.": "beziehungsweise",
                       "ca.": "circa", "Str.": "Straße"},
        labels="Kapitel|Teil|Buch|Akt|Szene|Band",
    ),
    "fr": Words(
        signs={"%": "pour cent", "&": "et", "€": "euros", "$": "dollars", "£": "livres",
               "°C": "degrés Celsius", "°": "degrés", "+": "plus"},
        abbreviations={"M.": "Monsieur", "MM.": "Messieurs", "Mme": "Madame",
                       "Mlle": "Mademoiselle",
                       "Dr": "Docteur", "Pr": "Professeur", "St": "Saint", "etc.": "et cetera",
                       "p. ex.": "par exemple", "c.-à-d.": "c'est-à-dire", "n°": "numéro"},
        labels="Chapitre|Partie|Livre|Acte|Scène|Tome",
    ),
    "es": Words(
        signs={"%": "por ciento", "&": "y", "€": "euros", "$": "dólares", "£": "libras",
               "°C": "grados Celsius", "°": "grados", "+": "más"},
        abbreviations={"Sr.": "señor", "Sra.": "señora", "Srta.": "señorita", "Dr.": "doctor",
                       "Dra.": "doctora", "D.": "don", "Dña.": "doña", "Ud.": "usted",
                       "Uds.": "ustedes", "etc.": "etcétera", "p. ej.": "por ejemplo",
                       "n.º": "número", "pág.": "página"},
        labels="Capítulo|Parte|Libro|Acto|Escena|Tomo",
    ),
    "it": Words(
        signs={"%": "per cento", "&": "e", "€": "euro", "$": "dollari", "£": "sterline",
               "°C": "gradi Celsius", "°": "gradi", "+": "più"},
        abbreviations={"Sig.": "signor", "Sig.ra": "signora", "Sig.na": "signorina",
                       "Dott.": "dottor", "Prof.": "professor", "ecc.": "eccetera",
                       "es.": "esempio", "pag.": "pagina", "n.": "numero"},
        labels="Capitolo|Parte|Libro|Atto|Scena|Tomo",
    ),
    "pt": Words(
        signs={"%": "por cento", "&": "e", "€": "euros", "$": "dólares", "£": "libras",
               "°C": "graus Celsius", "°": "graus", "+": "mais"},
        abbreviations={"Sr.": "senhor", "Sra.": "senhora", "Dr.": "doutor", "Dra.": "doutora",
                       "D.": "dom", "etc.": "et cetera", "pág.": "página", "n.º": "número"},
        labels="Capítulo|Parte|Livro|Ato|Acto|Cena|Tomo",
    ),
    "nl": Words(
        signs={"%": "procent", "&": "en", "€": "euro", "$": "dollar", "£": "pond",
               "°C": "graden Celsius", "°": "graden", "+": "plus"},
        abbreviations={"dhr.": "de heer", "mevr.": "mevrouw", "Dr.": "doctor", "St.": "Sint",
                       "bijv.": "bijvoorbeeld", "enz.": "enzovoort", "nr.": "nummer"},
        labels="Hoofdstuk|Deel|Boek|Akte|Scène",
    ),
}  # fmt: skip
_MONEY = "€$£"


def rules(language: str) -> tuple[Rule, ...]:
    """The rules for `language`, a BCP 47 tag; a language without a table has its numbers only."""
    words = _WORDS.get(language, Words())
    thousands = "." if words.point == "," else ","
    number = rf"\d{{1,3}}(?:[{thousands}\u00a0\u202f]\d{{3}}){{1,4}}|\d{{1,15}}"
    say = _Numbers(language, words.point)
    return (
        *_roman(words.labels),
        *_abbreviations(words.abbreviations),
        *_signs(words.signs),
        rule(
            rf"(?<![\w.,])(?P<whole>{number})(?:{re.escape(words.point)}(?P<part>\d{{1,9}}))?"
            r"(?![\w]|[.,]\d)",
            say.number,
            DIGITS,
        ),
    )


class _Numbers:
    """Numbers in words, where num2words is installed and knows the language; else as they are."""

    def __init__(self, language: str, point: str) -> None:
        self._language = language
        self._point = point

    def number(self, match: re.Match[str]) -> str:
        """Any number."""
        whole = re.sub(r"\D", "", match["whole"])
        part = match["part"]
        figures = f"{whole}.{part}" if part else whole
        return _in_words(figures, self._language) or match[0]


@cache
def _in_words(figures: str, language: str) -> str:
    """`figures` in words; empty where nobody knows them."""
    try:
        num2words = import_module("num2words").num2words
    except ImportError:
        return ""
    try:
        value = float(figures) if "." in figures else int(figures)
        return str(num2words(value, lang=language))
    except (NotImplementedError, OverflowError, ValueError):
        return ""


def _roman(labels: str) -> tuple[Rule, ...]:
    """Behind a label a Roman numeral is a number; in figures, so that it is said as any other."""
    if not labels:
        return ()
    either = f"{labels}|{labels.upper()}"
    return (rule(rf"\b({either})(\s+)([IVXLC]{{1,8}})(?![\w'’])", _figures, "IVXLC"),)


def _figures(match: re.Match[str]) -> str:
    return match[1] + match[2] + str(roman_value(match[3]) or match[3])


def _abbreviations(table: dict[str, str]) -> tuple[Rule, ...]:
    if not table:
        return ()
    listed = "|".join(re.escape(short) for short in sorted(table, key=len, reverse=True))
    return (rule(rf"(?<![\w.])(?:{listed})(?=\s|$|,)", lambda match: table[match[0]]),)


def _signs(table: dict[str, str]) -> tuple[Rule, ...]:
    """Signs behind numbers, sums of money with the sign on either side, and `&` anywhere."""
    found = []
    for sign, word in table.items():
        escaped = re.escape(sign)
        if sign in _MONEY:
            found.append(rule(rf"{escaped}\s?(\d[\d.,]*\d|\d)", rf"\1 {word}", sign))
        if sign in "&§+":
            found.append(
                rule(rf"(?<=\S)\s?{escaped}\s?(?=\S)|{escaped}\s?(?=\d)", f" {word} ", sign)
            )
        else:
            found.append(rule(rf"(?<=\d)\s?{escaped}", f" {word}", sign[0]))
    return tuple(found)
