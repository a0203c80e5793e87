"""How English differs from country to country when numbers are read out."""

from dataclasses import dataclass

from .. import numbers


@dataclass(frozen=True, slots=True)
class English:
    """The English of a country."""

    is_american: bool

    @property
    def joint(self) -> str:
        """What stands between hundreds and tens."""
        return " " if self.is_american else " and "

    def cardinal(self, number: int) -> str:
        """`number` in words."""
        return numbers.cardinal(number, self.joint)

    def ordinal(self, number: int) -> str:
        """`number` as a place in a row."""
        return numbers.ordinal(number, self.joint)

    def year(self, number: int) -> str:
        """`number` as a year; below 1000 as any number."""
        return numbers.year(number, self.joint) if number >= 1000 else self.cardinal(number)

    def decimal(self, whole: str, part: str | None) -> str:
        """A number in digits, thousands with commas between, with the digits behind its point."""
        bare = whole.replace(",", "")
        if int(bare or "0") > numbers.LARGEST:
            said = numbers.digits(bare)
        elif bare == "0" and part and not self.is_american:
            said = "nought"
        else:
            said = self.cardinal(int(bare)) if bare else ""
        return f"{said} point {numbers.digits(part)}".strip() if part else said


def english(locale: str) -> English:
    """The English of `locale`; where it names no country, American."""
    country = locale.replace("_", "-").casefold().partition("-")[2]
    return English(country in ("", "us", "latn-us", "ca", "ph"))
