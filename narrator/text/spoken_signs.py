"""Money, signs and symbols, said or dropped."""

import re
import unicodedata

from .numbers import LARGEST, cardinal

_UNITS = {
    "$": ("dollar", "dollars", "cent", "cents"),
    "£": ("pound", "pounds", "penny", "pence"),
    "€": ("euro", "euros", "cent", "cents"),
}
_MONEY = re.compile(
    r"([$£€])\s?(\d{1,3}(?:,\d{3}){1,5}|\d{1,15})(?:\.(\d{1,4}))?(?![\d,]*\d)"
    r"(?:\s?(million|billion|trillion|thousand|hundred|m|bn|k)\b)?",
    re.IGNORECASE,
)
_SHORT_SCALES = {"m": "million", "bn": "billion", "k": "thousand"}
_SIGNS = (
    (r"\s?&\s?", " and "),
    (r"(?<=\d)\s?%", " percent"),
    (r"\s?°\s?C\b", " degrees Celsius"),
    (r"\s?°\s?F\b", " degrees Fahrenheit"),
    (r"\s?°", " degrees"),
    (r"(?<=\d)\s?½", " and a half"),
    (r"(?<=\d)\s?¼", " and a quarter"),
    (r"(?<=\d)\s?¾", " and three quarters"),
    (r"½", "half"),
    (r"¼", "a quarter"),
    (r"¾", "three quarters"),
    (r"(?<=\d)\s?×\s?(?=\d)", " times "),
    (r"(?<=\w)\s?\+\s?(?=\w)", " plus "),
    (r"(?<=\w)\s?=\s?(?=\d)", " equals "),
    (r"#(?=\d)", "number "),
    (r"№\s?", "number "),
    (r"(?<=[^\W_])@(?=[^\W_])", " at "),
    (r"(?<=[^\W\d_])/(?=[^\W\d_])", " "),
    (r"(?<![\w.])\.(?=\d)", "point "),
)
_COMPILED = tuple((re.compile(pattern), to) for pattern, to in _SIGNS)


def say_money(text: str) -> str:
    """`$3.50` in words; the sign stands before the sum but is said after it."""
    return _MONEY.sub(_sum, text) if any(sign in text for sign in _UNITS) else text


def say_signs(text: str) -> str:
    """The signs that people read out: `&`, `%`, `#9`."""
    if text.isalnum():
        return text
    for pattern, replacement in _COMPILED:
        text = pattern.sub(replacement, text)
    return text


def drop_symbols(text: str) -> str:
    """Emoji and every other symbol that nobody reads out."""
    if text.isascii() and not any(sign in text for sign in "$+`"):
        return text
    return "".join(" " if _is_symbol(character) else character for character in text)


def _is_symbol(character: str) -> bool:
    if character.isalnum():
        return False
    return unicodedata.category(character)[0] == "S" or character in "\ufe0e\ufe0f\u20e3"


def _sum(match: re.Match[str]) -> str:
    sign, whole, part, scale = match.groups()
    one, many, small, smalls = _UNITS[sign]
    amount = int(whole.replace(",", ""))
    if amount > LARGEST:
        return match[0]
    if scale:
        point = f" point {' '.join(map(cardinal, map(int, part)))}" if part else ""
        return f"{cardinal(amount)}{point} {_SHORT_SCALES.get(scale.lower(), scale)} {many}"
    said = f"{cardinal(amount)} {one if amount == 1 else many}"
    cents = int(part) if part and len(part) == 2 else 0
    if not cents:
        return said if not part or len(part) == 2 else match[0].replace(sign, "") + f" {many}"
    coins = f"{cardinal(cents)} {small if cents == 1 else smalls}"
    return f"{said} and {coins}" if amount else coins
