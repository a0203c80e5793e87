"""Signs that are read out, and those that nobody reads."""

import re
import unicodedata

from ..rewriting import Rule, rule

_READ = (
    (r"\s?&\s?", " and ", "&"),
    (r"(?<=\d)\s?×\s?(?=\d)", " times ", "×"),
    (r"(?<=\d)\s[xX]\s(?=\d)", " by ", "xX"),
    (r"(?<=\d)\s?÷\s?(?=\d)", " divided by ", "÷"),
    (r"\s?±\s?", " plus or minus ", "±"),
    (r"(?<=\w)\s?\+\s?(?=\w)", " plus ", "+"),
    (r"(?<=\d)\s?[−]\s?(?=\d)", " minus ", "−"),
    (r"(?<=\d)\+", " plus", "+"),
    (r"(?<=\w)\s?=\s?(?=\d)", " equals ", "="),
    (r"(?<=\d)\s?≈\s?(?=\d)", " is about ", "≈"),
    (r"#(?=\d)", "number ", "#"),
    (r"§+\s?(?=\w)", "section ", "§"),
    (r"©", " copyright ", "©"),
    (r"∞", " infinity ", "∞"),
    (r"(?<=[^\W_])@(?=[^\W_])", " at ", "@"),
)


SIGNS = frozenset("".join(needs for _, _, needs in _READ)) - {"x", "X"}


def _without_symbols(match: re.Match[str]) -> str:
    return "".join(" " if _is_symbol(character) else character for character in match[0])


def _is_symbol(character: str) -> bool:
    if character.isalnum():
        return False
    return unicodedata.category(character)[0] == "S" or character in "\ufe0e\ufe0f\u20e3"


READ: tuple[Rule, ...] = tuple(rule(*each) for each in _READ)
DROPPED: tuple[Rule, ...] = (
    rule(r"(?<=[^\W\d_])/(?=[^\W\d_])", " ", "/"),
    rule(r"[$+`]", " ", "$+`"),
    # Emoji and every other symbol: all that is neither Latin nor a common mark.
    rule(r"[^\x00-\x7f\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u02ff\u2010-\u2027]+", _without_symbols),
)
