"""What a book leaves out on purpose: `Mr. ——`, `in 18—`, `d—n`, and the marks of notes."""

import re

from narrator.languages import either
from narrator.languages.spoken import Blanks

from ..rewriting import DIGITS, Rule, rule

_LONG_DASH = r"(?:—{2,4}|-{3,8}|[⸺⸻])"
_ANY_DASH = r"(?:—{1,4}|–{1,4}|-{2,8}|[⸺⸻])"
_WORD_ENDS = r"(?=[\s.,;:!?'’”\")]|\Z)"
_MONTH = r"[A-Z][a-z]{2,8}\.?"
_MASK = r"(?:\*{1,3}|-{2,3}|[—–]{1,2})"


class _Masked:
    """`d—n`."""

    def __init__(self, words: Blanks) -> None:
        self._words = tuple(words.masked.values())
        patterns = (f"({each.replace('{mask}', _MASK)})" for each in words.masked)
        self.pattern = rf"(?<![\w*-])(?:{'|'.join(patterns)})"

    def in_full(self, match: re.Match[str]) -> str:
        """The word that everybody reads there, in the case of its first letter."""
        word = self._words[(match.lastindex or 1) - 1]
        return word.capitalize() if match[0][0].isupper() else word


def may_apply(text: str) -> bool:
    """Whether `text` may hold a blank, a masked word or the mark of a note."""
    if any(sign in text for sign in ("--", "*", "__", "[", "-d")):
        return True
    return bool(_MAY_BE(text))


_MAY_BE = re.compile(
    r"[—–⸺⸻†‡¹²³⁰⁴-⁹0-9](?:(?<=[⸺⸻†‡¹²³⁰⁴-⁹])|(?<=[—–])(?:(?<!\w\w\w.)|—)|(?<=[.,;!?\"”]\d))",
    re.DOTALL,
).search
SIGNS = DIGITS | frozenset("*-—–⸺⸻_[†‡¹²³⁰⁴⁵⁶⁷⁸⁹")


def rules(words: Blanks) -> tuple[Rule, ...]:
    """The rules, before dashes are pauses and asterisks emphasis."""
    titles, blank = either(words.titles), words.blank
    named = rf"(\b(?:{titles}|{either(words.places)})\.?\s){_LONG_DASH}{_WORD_ENDS}"
    dated = rf"{either(words.before_years)}|{_MONTH}|\d(?:st|nd|rd|th)?"
    masked = _Masked(words)
    return (
        rule(named, rf"\1{blank.capitalize()}", "—-⸺⸻"),
        rule(rf"(\b(?:{titles})\.?\s[A-Z]){_ANY_DASH}{_WORD_ENDS}", r"\1", "—–-⸺⸻"),
        rule(rf"(\b(?:{dated}),?\s1[4-9]){_ANY_DASH}{_WORD_ENDS}", rf"\1 {blank}", "—–-⸺⸻"),
        rule(r"(?<![^\W_])_{3,80}(?![^\W_])", f" {blank} ", "_"),
        rule(masked.pattern, masked.in_full, "*-—–", re.IGNORECASE),
        *_notes(words),
    )


def _notes(words: Blanks) -> tuple[Rule, ...]:
    """The marks of notes."""
    no_notes = "".join(rf"(?<!{each}\.)" for each in sorted(words.chapters))
    number = rf"\d{{1,3}}|[*†‡a-z]|{words.note}\s\d{{1,3}}"
    return (
        rule(rf"(?<=[\w.,;:!?\"”’'\)])\[(?:{number})\](?!\w)", "", "["),
        rule(r"(?:(?<=[a-z]{3})|(?<=[.,;:!?\"”’')]))[¹²³⁰⁴-⁹]{1,3}", "", "¹²³⁰⁴⁵⁶⁷⁸⁹"),
        rule(r"(?<=[\w.,;:!?\"”’')])[†‡]{1,2}", "", "†‡"),
        rule(r"(?:(?<=[a-z][.!?][\"”’])|(?<=[a-z],[”’]))\d{1,3}(?=\s|\Z)", "", '"”’'),
        rule(rf"(?<=[a-z]{{4}}[.!?]){no_notes}\d{{1,2}}(?=\s+[\"“]?[A-Z]|\s*\Z)", "", ".!?"),
    )
