"""What a book leaves out on purpose: `Mr. ——`, `in 18—`, `d—n`, and the marks of notes."""

import re

from ..rewriting import DIGITS, Rule, rule

_TITLES = (
    r"Mrs?|Ms|Miss|Dr|Lord|Lady|Sir|Capt|Captain|Col|Colonel|Major|General|Lieutenant|Count"
    r"|Countess|Baron|Baroness|Duke|Duchess|Marquis|Prince|Princess|Madame|Monsieur|Mme|Mlle"
    r"|Professor|Prof|Rev|Reverend|Father|Sister|Judge|Squire"
)
_LONG_DASH = r"(?:—{2,4}|-{3,8}|[⸺⸻])"
_ANY_DASH = r"(?:—{1,4}|–{1,4}|-{2,8}|[⸺⸻])"
_WORD_ENDS = r"(?=[\s.,;:!?'’”\")]|\Z)"
_MONTH = r"[A-Z][a-z]{2,8}\.?"
_MASK = r"(?:\*{1,3}|-{2,3}|[—–]{1,2})"
_MASKED = {
    rf"f{_MASK}k": "fuck", rf"s{_MASK}t(?=s?\b|ty\b)": "shit", rf"d{_MASK}mn": "damn",
    rf"d{_MASK}n": "damn", rf"d{_MASK}d(?!\w)": "damned", rf"h{_MASK}ll?(?=s?\b|ish\b)": "hell",
    rf"b{_MASK}tch": "bitch", rf"b{_MASK}st[a*]rd": "bastard", rf"b{_MASK}y(?!\w)": "bloody",
    rf"a{_MASK}hole": "asshole", rf"c{_MASK}nt": "cunt", rf"d{_MASK}ck": "dick",
    rf"p{_MASK}ss": "piss", rf"cr{_MASK}p": "crap", rf"wh{_MASK}re": "whore",
    r"g[-*—–]{1,2}d(?!\w)": "god",
}  # fmt: skip
_CENSORED = "|".join(f"({pattern})" for pattern in _MASKED)
_WORDS = tuple(_MASKED.values())


def _in_full(match: re.Match[str]) -> str:
    """The word that everybody reads there, in the case of its first letter."""
    word = _WORDS[(match.lastindex or 1) - 1]
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
RULES: tuple[Rule, ...] = (
    rule(
        rf"(\b(?:{_TITLES}|of|at|in|near|from|to)\.?\s){_LONG_DASH}{_WORD_ENDS}",
        r"\1Blank",
        "—-⸺⸻",
    ),
    rule(rf"(\b(?:{_TITLES})\.?\s[A-Z]){_ANY_DASH}{_WORD_ENDS}", r"\1", "—–-⸺⸻"),
    rule(
        rf"(\b(?:in|of|year|since|until|till|grace|{_MONTH}|\d(?:st|nd|rd|th)?),?\s1[4-9])"
        rf"{_ANY_DASH}{_WORD_ENDS}",
        r"\1 blank",
        "—–-⸺⸻",
    ),
    rule(r"(?<![^\W_])_{3,80}(?![^\W_])", " blank ", "_"),
    rule(rf"(?<![\w*-])(?:{_CENSORED})", _in_full, "*-—–", re.IGNORECASE),
    # The marks of notes.
    rule(r"(?<=[\w.,;:!?\"”’'\)])\[(?:\d{1,3}|[*†‡a-z]|note\s\d{1,3})\](?!\w)", "", "["),
    rule(r"(?:(?<=[a-z]{3})|(?<=[.,;:!?\"”’')]))[¹²³⁰⁴-⁹]{1,3}", "", "¹²³⁰⁴⁵⁶⁷⁸⁹"),
    rule(r"(?<=[\w.,;:!?\"”’')])[†‡]{1,2}", "", "†‡"),
    rule(r"(?:(?<=[a-z][.!?][\"”’])|(?<=[a-z],[”’]))\d{1,3}(?=\s|\Z)", "", '"”’'),
    rule(r"(?<=[a-z]{4}[.!?])(?<!chap\.)(?<!sect\.)\d{1,2}(?=\s+[\"“]?[A-Z]|\s*\Z)", "", ".!?"),
)
"""Before dashes are pauses and asterisks emphasis."""
