"""How English differs from country to country when numbers are read out."""

from dataclasses import dataclass

from narrator.languages.spoken import SpokenTables

from .. import numbers


@dataclass(frozen=True, slots=True)
class English:
    """The English of a country: its words, and its numbers."""

    words: SpokenTables
    numbers: numbers.NumberWords
    """As they are said outside of America; below a hundred it is all one."""
    is_american: bool

    @property
    def joint(self) -> str:
        """What stands between hundreds and tens."""
        return self.words.numbers.american_joint if self.is_american else self.words.numbers.joint

    def cardinal(self, number: int) -> str:
        """`number` in words."""
        return self.numbers.cardinal(number, self.joint)

    def ordinal(self, number: int) -> str:
        """`number` as a place in a row."""
        return self.numbers.ordinal(number, self.joint)

    def year(self, number: int) -> str:
        """`number` as a year; below 1000 as any number."""
        return self.numbers.year(number, self.joint) if number >= 1000 else self.cardinal(number)

    def decimal(self, whole: str, part: str | None) -> str:
        """A number in digits, thousands with commas between, with the digits behind its point."""
        bare = whole.replace(",", "")
        if int(bare or "0") > numbers.LARGEST:
            said = self.numbers.digits(bare)
        elif bare == "0" and part and not self.is_american:
            said = self.words.numbers.nought
        else:
            said = self.cardinal(int(bare)) if bare else ""
        if not part:
            return said
        return f"{said} {self.words.numbers.point} {self.numbers.digits(part)}".strip()


def english(words: SpokenTables, locale: str) -> English:
    """The English of `locale`, of which `words` are; where it names no country, American."""
    country = locale.replace("_", "-").casefold().partition("-")[2]
    is_american = not country or country in words.numbers.american
    return English(words, numbers.number_words(words.numbers), is_american)
