"""Numbers as they are written in words, digits and Roman numerals."""

import re

_ROMAN = re.compile(r"(?=[IVXLCDM])M{0,3}(?:CM|CD|D?C{0,3})(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})")
_ROMAN_VALUES = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100, "D": 500, "M": 1000}

_ONES = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen "
    "fifteen sixteen seventeen eighteen nineteen"
)
_SMALL = tuple(_ONES.split())
_TENS = ("", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_SCALES = ((10**12, "trillion"), (10**9, "billion"), (10**6, "million"), (10**3, "thousand"))
_ODD_ORDINALS = {
    "one": "first",
    "two": "second",
    "three": "third",
    "five": "fifth",
    "eight": "eighth",
    "nine": "ninth",
    "twelve": "twelfth",
}

LARGEST = 10**15 - 1
"""The largest number that is put into words."""


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


def cardinal(number: int, joint: str = " and ") -> str:
    """`number` in words, `joint` between its hundreds and what is below them.

    >>> cardinal(1342), cardinal(101, " ")
    ('one thousand three hundred and forty-two', 'one hundred one')

    Raises:
        ValueError: it is negative or above `LARGEST`.
    """
    if not 0 <= number <= LARGEST:
        raise ValueError(f"{number} is not put into words")
    for scale, name in _SCALES:
        if number >= scale:
            many, rest = divmod(number, scale)
            gap = joint if 0 < rest < 100 else " "
            return f"{cardinal(many, joint)} {name}" + (gap + cardinal(rest, joint) if rest else "")
    if number >= 100:
        many, rest = divmod(number, 100)
        return f"{_SMALL[many]} hundred" + (f"{joint}{cardinal(rest)}" if rest else "")
    if number < 20:
        return _SMALL[number]
    tens, ones = divmod(number, 10)
    return _TENS[tens] + (f"-{_SMALL[ones]}" if ones else "")


def ordinal(number: int, joint: str = " and ") -> str:
    """`number` as a place in a row.

    >>> ordinal(21), ordinal(8), ordinal(30)
    ('twenty-first', 'eighth', 'thirtieth')
    """
    words = cardinal(number, joint)
    cut = max(words.rfind(" "), words.rfind("-")) + 1
    head, last = words[:cut], words[cut:]
    if last in _ODD_ORDINALS:
        return head + _ODD_ORDINALS[last]
    return head + (last[:-1] + "ie" if last.endswith("y") else last) + "th"


def year(number: int, joint: str = " and ") -> str:
    """The year `number`, 1000 to 2999, as it is said.

    >>> year(1984), year(1905), year(1900), year(2005, " "), year(2024), year(1066)
    ... # doctest: +NORMALIZE_WHITESPACE
    ('nineteen eighty-four', 'nineteen oh five', 'nineteen hundred', 'two thousand five',
     'twenty twenty-four', 'ten sixty-six')
    """
    century, rest = divmod(number, 100)
    if century % 10 == 0 and rest < 10:
        return cardinal(number, joint)
    if rest == 0:
        return f"{cardinal(century)} hundred"
    return f"{cardinal(century)} {'oh ' if rest < 10 else ''}{cardinal(rest)}"


def digits(text: str, zero: str = "zero") -> str:
    """The digits of `text` one by one; what is no digit is left out.

    >>> digits("90-2", "oh")
    'nine oh two'
    """
    return " ".join(
        _SMALL[int(each)] if each != "0" else zero
        for each in text
        if each.isascii() and each.isdigit()
    )


def by_pairs(number: str) -> str:
    """A number as rooms, flights and models have it, its last two digits apart.

    >>> by_pairs("237"), by_pairs("1408"), by_pairs("600")
    ('two thirty-seven', 'fourteen oh eight', 'six hundred')
    """
    head, tail = number[:-2], int(number[-2:])
    if not int(head or "0"):
        return cardinal(tail)
    if not tail:
        return f"{cardinal(int(head))} hundred"
    return f"{cardinal(int(head))} {'oh ' if tail < 10 else ''}{cardinal(tail)}"


def plural(words: str) -> str:
    """`words` for many of them: decades, and the parts of fractions.

    >>> plural("nineteen sixty"), plural("third"), plural("six")
    ('nineteen sixties', 'thirds', 'sixes')
    """
    if words.endswith("y"):
        return words[:-1] + "ies"
    return words + ("es" if words.endswith("six") else "s")


WORDS_TO_NINETY_NINE = {cardinal(number): number for number in range(1, 100)}
"""`one` to `ninety-nine`, hyphenated, with their values."""

ORDINALS_TO_NINETY_NINE = {ordinal(number): number for number in range(1, 100)}
"""`first` to `ninety-ninth`."""


def number_value(text: str) -> int | None:
    """The value of a number written in digits, Roman capitals, or words up to ninety-nine.

    >>> number_value("Twenty Three"), number_value("the First"), number_value("IV")
    (23, 1, 4)
    """
    if text.isascii() and text.isdigit() and len(text) <= 15:
        return int(text)
    roman = roman_value(text) or (roman_value(text.upper()) if text.islower() else None)
    if roman is not None:
        return roman
    words = re.sub(r"[\s‐‑-]+", "-", text.lower().removeprefix("the ").strip())
    return WORDS_TO_NINETY_NINE.get(words) or ORDINALS_TO_NINETY_NINE.get(words)
