"""Numbers as they are written in words, digits and Roman numerals."""

import re
from functools import cache, cached_property

from narrator.languages import pack_for
from narrator.languages.spoken import Numbers

_ROMAN = re.compile(r"(?=[IVXLCDM])M{0,3}(?:CM|CD|D?C{0,3})(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})")
_ROMAN_VALUES = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100, "D": 500, "M": 1000}

LARGEST = 10**15 - 1
"""The largest number that is put into words."""


_HAN_DIGITS = {sign: value for value, sign in enumerate("〇一二三四五六七八九")} | {
    "零": 0,
    "两": 2,
    "兩": 2,
    "壱": 1,
    "弐": 2,
    "参": 3,
}
_HAN_TENS = {"十": 10, "百": 100, "千": 1000, "廿": 20}


def han_value(text: str) -> int | None:
    """The value of a number below ten thousand in Chinese or Japanese signs; None if it is none.

    >>> han_value("十二"), han_value("一百零五"), han_value("二〇三"), han_value("山")
    (12, 105, 203, None)
    """
    if not text or not all(sign in _HAN_DIGITS or sign in _HAN_TENS for sign in text):
        return None
    if not any(sign in _HAN_TENS for sign in text):
        return int("".join(str(_HAN_DIGITS[sign]) for sign in text))
    total = digit = 0
    for sign in text:
        if sign in _HAN_DIGITS:
            digit = _HAN_DIGITS[sign]
        elif sign == "廿":
            total, digit = total + 20, 0
        else:
            total, digit = total + (digit or 1) * _HAN_TENS[sign], 0
    return total + digit


def roman_value(text: str) -> int | None:
    """The value of a Roman numeral in capitals, or None where `text` is none.

    >>> roman_value("XIV"), roman_value("IIII"), roman_value("")
    (14, None, None)
    """
    if len(text) > 15 or not _ROMAN.fullmatch(text):
        return None
    digits = [_ROMAN_VALUES[letter] for letter in text]
    pairs = zip(digits, [*digits[1:], 0], strict=True)
    return sum(-here if here < after else here for here, after in pairs)


def figures_value(text: str) -> int | None:
    """The number that `text` writes in decimal figures of any script, 15 at most; else None.

    Figures that are no decimals, `²` and `①`, are for `str.isdigit` what they are not for `int`.

    >>> figures_value("12"), figures_value("٣"), figures_value("²"), figures_value("7" * 5000)
    (12, 3, None, None)
    """
    return int(text) if len(text) <= 15 and text.isdecimal() else None


class NumberWords:
    """Numbers in words, as the grammar of English makes them of its words."""

    def __init__(self, words: Numbers) -> None:
        self.words = words

    def cardinal(self, number: int, joint: str | None = None) -> str:
        """`number` in words, `joint` between its hundreds and what is below them.

        >>> english_numbers().cardinal(1342), english_numbers().cardinal(101, " ")
        ('one thousand three hundred and forty-two', 'one hundred one')

        Raises:
            ValueError: it is negative or above `LARGEST`.
        """
        if not 0 <= number <= LARGEST:
            raise ValueError(f"{number} is not put into words")
        joint = self.words.joint if joint is None else joint
        for scale, name in self._scales:
            if number >= scale:
                many, rest = divmod(number, scale)
                gap = joint if 0 < rest < 100 else " "
                said = f"{self.cardinal(many, joint)} {name}"
                return said + (gap + self.cardinal(rest, joint) if rest else "")
        if number >= 100:
            many, rest = divmod(number, 100)
            said = f"{self.words.ones[many]} {self.words.hundred}"
            return said + (f"{joint}{self.cardinal(rest)}" if rest else "")
        if number < 20:
            return self.words.ones[number]
        tens, ones = divmod(number, 10)
        return self.words.tens[tens - 2] + (f"-{self.words.ones[ones]}" if ones else "")

    def ordinal(self, number: int, joint: str | None = None) -> str:
        """`number` as a place in a row.

        >>> english_numbers().ordinal(21), english_numbers().ordinal(30)
        ('twenty-first', 'thirtieth')
        """
        words = self.cardinal(number, joint)
        cut = max(words.rfind(" "), words.rfind("-")) + 1
        head, last = words[:cut], words[cut:]
        if last in self.words.odd_ordinals:
            return head + self.words.odd_ordinals[last]
        return head + (last[:-1] + "ie" if last.endswith("y") else last) + "th"

    def year(self, number: int, joint: str | None = None) -> str:
        """The year `number`, 1000 to 2999, as it is said.

        >>> [english_numbers().year(number) for number in (1984, 1905, 1900)]
        ['nineteen eighty-four', 'nineteen oh five', 'nineteen hundred']
        >>> [english_numbers().year(number, " ") for number in (2005, 2024, 1066)]
        ['two thousand five', 'twenty twenty-four', 'ten sixty-six']
        """
        century, rest = divmod(number, 100)
        if century % 10 == 0 and rest < 10:
            return self.cardinal(number, joint)
        if rest == 0:
            return f"{self.cardinal(century)} {self.words.hundred}"
        return f"{self.cardinal(century)} {self.two_figures(rest)}"

    def two_figures(self, number: int) -> str:
        """`number`, below 100, where it has two figures.

        >>> english_numbers().two_figures(5)
        'oh five'
        """
        said = self.cardinal(number)
        return f"{self.words.zero_said} {said}" if number < 10 else said

    def digits(self, text: str, zero: str | None = None) -> str:
        """The digits of `text` one by one; what is no digit is left out.

        >>> english_numbers().digits("90-2", "oh")
        'nine oh two'
        """
        ones = self.words.ones
        return " ".join(
            ones[int(each)] if each != "0" or zero is None else zero
            for each in text
            if each.isascii() and each.isdigit()
        )

    def by_pairs(self, number: str) -> str:
        """A number as rooms, flights and models have it, its last two digits apart.

        >>> [english_numbers().by_pairs(number) for number in ("237", "1408", "600")]
        ['two thirty-seven', 'fourteen oh eight', 'six hundred']
        """
        head, tail = number[:-2], int(number[-2:])
        if not int(head or "0"):
            return self.cardinal(tail)
        if not tail:
            return f"{self.cardinal(int(head))} {self.words.hundred}"
        return f"{self.cardinal(int(head))} {self.two_figures(tail)}"

    @cached_property
    def to_ninety_nine(self) -> dict[str, int]:
        """`one` to `ninety-nine` and `first` to `ninety-ninth`, with their values."""
        numbers = range(1, 100)
        return {self.cardinal(number): number for number in numbers} | {
            self.ordinal(number): number for number in numbers
        }

    def value(self, text: str) -> int | None:
        """The value of a number written in digits, Roman capitals, or words up to ninety-nine."""
        if (figures := figures_value(text)) is not None:
            return figures
        roman = roman_value(text) or (roman_value(text.upper()) if text.islower() else None)
        if roman is not None:
            return roman
        words = re.sub(r"[\s‐‑-]+", "-", text.lower().removeprefix("the ").strip())
        return self.to_ninety_nine.get(words)

    @cached_property
    def _scales(self) -> tuple[tuple[int, str], ...]:
        names = enumerate(self.words.scales, start=1)
        return tuple((1000**power, name) for power, name in names)[::-1]


def plural(words: str) -> str:
    """`words`, a number in English, for many of them: decades, and the parts of fractions.

    >>> plural("nineteen sixty"), plural("third"), plural("six")
    ('nineteen sixties', 'thirds', 'sixes')
    """
    if words.endswith("y"):
        return words[:-1] + "ies"
    return words + ("es" if words.endswith("six") else "s")


@cache
def number_words(words: Numbers) -> NumberWords:
    """Numbers in `words`."""
    return NumberWords(words)


def english_numbers() -> NumberWords:
    """Numbers in the words of English."""
    return number_words(pack_for("en").spoken.numbers)


def number_value(text: str) -> int | None:
    """The value of a number written in digits, Roman capitals, or English words up to ninety-nine.

    >>> number_value("Twenty Three"), number_value("the First"), number_value("IV")
    (23, 1, 4)
    """
    return english_numbers().value(text)
