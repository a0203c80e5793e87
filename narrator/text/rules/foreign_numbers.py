"""Numbers in words of languages other than English, and how they and their nouns agree."""

import re
from functools import lru_cache
from importlib import import_module

from narrator.languages import either
from narrator.languages.spoken import Inflection, Place, Table

from ..numbers import roman_value

_NOUN = re.compile(r"\s([^\W\d_][^\W\d_'’-]*)")
_COUNT = re.compile(r"(\d[\d.,\s]*)\s?$")
_REACH = 24


class Numbers:
    """Numbers in words, where num2words is installed and knows the language; else as they are."""

    def __init__(self, language: str, words: Table) -> None:
        self._language = language
        self._words = words
        self._inflected = words.inflection and _Endings(words.inflection)
        self._agreeing = [
            (re.compile(rf"(?:{each.before.source})\Z", re.IGNORECASE), each.endings)
            for each in words.agreeing
        ]
        self._queens = re.compile(words.queens) if words.queens else None

    def number(self, match: re.Match[str]) -> str:
        """Any number."""
        whole, part = re.sub(r"\D", "", match["whole"]), match["part"]
        is_year = not part and re.fullmatch(r"1[1-9]\d\d", match["whole"])
        said = self._year(whole) if is_year else ""
        said = said or self.words(f"{whole}.{part}" if part else whole)
        if not said:
            return match[0]
        if part and self._words.decimal:
            said = re.sub(r" punto ", f" {self._words.decimal} ", said)
        noun = _NOUN.match(match.string, match.end())
        if noun:
            said = self.before_noun(said, noun[1])
        return f"{self._words.minus} {said}" if match["minus"] and self._words.minus else said

    def _year(self, figures: str) -> str:
        said = self.words(figures, "year")
        if said or not self._words.hundreds or figures[1] == "0":
            return said
        century, rest = self.words(figures[:2]), figures[2:]
        if not century:
            return ""
        return century + self._words.hundreds + (self.words(rest) if int(rest) else "")

    def before_noun(self, said: str, noun: str) -> str:
        """A number as it is said before `noun`."""
        for pattern, endings in self._agreeing:
            if pattern.match(noun):
                agreed = _ended(said, endings)
                if agreed != said or not endings:
                    return agreed
        agreed = _ended(said, self._words.before_nouns)
        # Who writes `2.000.000 de personas` has the preposition already.
        return said if agreed.endswith(f" {noun}") else agreed

    def form(self, said: str, figures: str) -> str:
        """That of the forms of a word which stands by a number."""
        forms = said.split("|")
        whole, point, _ = figures.replace("\u202f", "").partition(self._words.point)
        number = int(re.sub(r"\D", "", whole) or 2)
        if point and self._words.plural:
            return forms[min(1, len(forms) - 1)]
        if self._words.plural:
            return forms[min(_slavic(number, self._words.plural), len(forms) - 1)]
        return forms[0] if number == 1 and not point else forms[-1]

    def form_behind(self, said: str, match: re.Match[str]) -> str:
        """Likewise of a word that stands behind the number before a match."""
        count = _COUNT.search(match.string[max(0, match.start() - _REACH) : match.start()])
        return self.form(said, count[1] if count else "2")

    def time(self, match: re.Match[str]) -> str:
        """`10:30`."""
        clock = self.form(self._words.clock, match["hour"])
        hour = self.before_noun(self.words(match["hour"]), clock.strip())
        minute = self.words(str(int(match["minute"])))
        if not hour:
            return match[0]
        if int(match["minute"]):
            if match["minute"][0] == "0" and not clock.strip():
                minute = f"{self.words('0')} {minute}"
            return f"{hour}{clock}{minute}"
        full = self.form(self._words.full_hour or self._words.clock, match["hour"])
        return f"{hour}{full}".rstrip()

    def sum(self, match: re.Match[str]) -> str:
        """`3,50 €`."""
        whole, part = re.sub(r"\D", "", match["whole"]), match["part"]
        unit = self.form(self._words.signs[match["sign"]], whole)
        euros = self.before_noun(self.words(whole), unit.split()[0])
        if not euros:
            return f"{match['whole']}{self._words.point + part if part else ''} {unit}"
        cents = self.words(part) if part and int(part) else ""
        return f"{euros} {unit}{self._words.cents}{cents}" if cents else f"{euros} {unit}"

    def fraction(self, match: re.Match[str]) -> str:
        """`1/2`, `2½`."""
        said = self._words.fractions[match["fraction"]]
        whole = self.words(match["whole"]) if match["whole"] else ""
        if match["whole"] and not whole:
            return match[0]
        return f"{whole}{self._words.joint}{said}" if whole else said

    def place(self, match: re.Match[str]) -> str:
        """`am 3. Mai`, `le 1er`, `1ª`."""
        said = self.words(match[1], "ordinal")
        if not said:
            return match[0]
        if self._inflected:
            return self._inflected.inflected(said, match)
        if self._words.feminine and match.groupdict().get("feminine"):
            ending, hers = self._words.feminine
            return re.sub(rf"{ending}\b", hers, said)
        return said

    def place_by(self, match: re.Match[str], place: Place) -> str:
        """A place in a row, with the ending that what stands around it asks for."""
        groups = match.groupdict()
        roman = roman_value(groups["numeral"]) if groups.get("numeral") else None
        figures = str(roman) if roman else groups.get("number") or ""
        said = self.words(figures, "ordinal") if figures else ""
        if not said:
            return match[0]
        *first, last = said.split()
        if place.every_word:
            first = [_ended(word, place.endings) for word in first]
        return " ".join((*first, _ended(last, place.endings)))

    def king(self, match: re.Match[str]) -> str:
        """`Louis XIV`, `Ludwig XIV.`."""
        value = roman_value(match["numeral"])
        words = match.string[max(0, match.start() - _REACH) : match.start()].split()
        if not value or not words or not words[-1][0].isupper():
            return match[0]
        how = self._words.kings
        low = how in ("ordinal", "the ordinal") or (how == "low" and value <= 10)
        said = self.words(str(value), "ordinal" if low else "cardinal")
        if not said:
            return match[0]
        is_queen = bool(low and self._queens and self._queens.fullmatch(words[-1]))
        if is_queen:
            said = _ended(said, self._words.queens_endings)
        the = self._words.the_queen if is_queen and self._words.the_queen else self._words.the
        return f"{the} {said.capitalize()}" if how == "the ordinal" else said

    def century(self, match: re.Match[str]) -> str:
        """`XIXe siècle`."""
        value = roman_value(match["numeral"])
        return (value and self.words(str(value), "ordinal")) or match[0]

    def words(self, figures: str, to: str = "cardinal") -> str:
        """`figures` in words; empty where nobody knows them."""
        said = "" if self._words.in_figures else in_words(figures, self._language, to)
        for written, meant in self._words.said.items():
            said = said.replace(written, meant)
        return said


def _ended(said: str, endings: dict[str, str]) -> str:
    """`said` with the first ending that it has changed as `endings` tell."""
    for ending, other in endings.items():
        if said.endswith(ending):
            return said.removesuffix(ending) + other
    return said


def _slavic(number: int, rule: str) -> int:
    """Which of three forms stands by a number in Russian (`ru`) or Polish (`pl`)."""
    one = number == 1 if rule == "pl" else number % 10 == 1 and number % 100 != 11
    few = number % 10 in (2, 3, 4) and number % 100 not in (12, 13, 14)
    return 0 if one else 1 if few else 2


class _Endings:
    """The ending of a place in a row, which the words around it ask for."""

    def __init__(self, words: Inflection) -> None:
        self._oblique = re.compile(rf"\b(?:{either(words.oblique)})\s$", re.IGNORECASE)
        self._articles = re.compile(rf"\b(?:{either(words.articles)})\s$", re.IGNORECASE)
        self._neuter = re.compile(rf"\s(?:{either(words.neuter)})")

    def inflected(self, said: str, match: re.Match[str]) -> str:
        """`said`, with its ending."""
        before = match.string[max(0, match.start() - 8) : match.start()]
        if self._oblique.search(before):
            return said + "n"
        if self._articles.search(before):
            return said
        return said + ("s" if self._neuter.match(match.string, match.end()) else "r")


def has_numbers(language: str) -> bool:
    """Whether numbers can be put into words of `language`, an ISO 639 code."""
    return bool(in_words("1", language, "cardinal"))


@lru_cache(maxsize=10_000)
def in_words(figures: str, language: str, to: str) -> str:
    """`figures` in words of `language`; empty where num2words is absent or does not know."""
    try:
        num2words = import_module("num2words").num2words
    except ImportError:
        return ""
    try:
        value = float(figures) if "." in figures else int(figures)
        return str(num2words(value, lang=language, to=to))
    except (NotImplementedError, OverflowError, ValueError):
        return ""
