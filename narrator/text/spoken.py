"""What an engine is given for a line as it is written: the rules, in the order they are applied."""

import re
import unicodedata
from collections.abc import Callable

from .spoken_emphasis import calm_shouting, calm_stretching, join_stammers
from .spoken_names import say_abbreviations, say_roman_numerals
from .spoken_signs import drop_symbols, say_money, say_signs

Rule = Callable[[str], str]

_RUN = re.compile(r"[\s,;:.!?]++")
_STRENGTH = "?!.:;,"
_MOST_PASSES = 4
"""What one rule leaves can be a case for another: `0×%` is `0 %`, is `0 percent`."""


def spoken(text: str) -> str:
    """`text` as it is said aloud; empty where it holds nothing to say.

    >>> spoken("“_Wait_ -- Dr. Ray . . .”")
    'Wait, Doctor Ray.'
    """
    for _ in range(_MOST_PASSES):
        before = text
        for rule in RULES:
            text = rule(text)
        if text == before:
            break
    return text if is_speakable(text) else ""


def is_speakable(text: str) -> bool:
    """Whether there is anything to say: a letter or a digit."""
    return any(map(str.isalnum, text))


def drop_invisible(text: str) -> str:
    """No soft hyphens, marks of direction or control characters."""
    if text.isascii() and text.isprintable():
        return text
    return "".join(filter(None, map(_visible, text)))


def pause_at_line_ends(text: str) -> str:
    """Verse keeps its line ends: each is a short pause."""
    return re.sub(r"(?<=[\w\"'”’)])[^\S\n]*+\n\s*+", ", ", text)


def plain_apostrophes(text: str) -> str:
    """One apostrophe inside words; single quotation marks around them go."""
    text = re.sub(r"(?<=[^\W\d_])['’ʼ＇`´](?=[^\W\d_])", "'", text)
    return re.sub(r"(?<![^\W\d_])['’ʼ＇]|['’ʼ＇](?![^\W\d_])|[‘‚‛`´]", " ", text)


def drop_quotation_marks(text: str) -> str:
    """The voice says who speaks, not the marks."""
    return re.sub(r"[\"“”„‟«»‹›〝〞＂「」『』]", " ", text)


def drop_emphasis(text: str) -> str:
    """`*x*`, `_x_`, `**x**`, `~x~`, `=x=` and the signs of headings."""
    text = re.sub(r"(?<![^\W_])_([^\W_]+)_", r"\1", text)  # _my_self
    text = re.sub(r"(?<=[^\W_])[_|\\]+(?=[^\W_])", " ", text)
    return re.sub(r"[*_~=#^|\\<>]", "", text)


def pause_at_dashes(text: str) -> str:
    """Dashes, ellipses and brackets are short pauses; hyphens inside words are not."""
    text = re.sub(r"\.(?:\s?\.)++|…", ", ", text)
    text = re.sub(r"(?<=\d)[–—](?=\d)", " to ", text)
    text = re.sub(r"[–—―⸺⸻]|--+", ", ", text)
    text = re.sub(r"(?<![^\W_])[-‐‑](?!\d)|[-‐‑](?![^\W_])", ", ", text)
    return re.sub(r"[()\[\]{}•·]", ", ", text)


def settle_marks(text: str) -> str:
    """One mark at a place, the strongest; none at the start, and no space before it."""
    text = _RUN.sub(_strongest, text).lstrip(",;:.!? ").rstrip()
    return text[:-1] + "." if text.endswith((",", ";", ":")) else text


def _visible(character: str) -> str:
    category = unicodedata.category(character)
    if category == "Cc":
        return character if character == "\n" else " "
    return "" if category[0] == "C" else character


def _strongest(match: re.Match[str]) -> str:
    run = match[0]
    inside = match.start() > 0 and match.end() < len(match.string)
    if len(run) == 1 and inside and not run.isspace():
        return run  # 3.14, 10:30, a.m.
    mark = next((mark for mark in _STRENGTH if mark in run), "")
    return mark + " "


RULES: tuple[Rule, ...] = (
    drop_invisible,
    pause_at_line_ends,
    plain_apostrophes,
    drop_quotation_marks,
    say_money,
    say_signs,
    drop_emphasis,
    say_abbreviations,
    pause_at_dashes,
    drop_symbols,
    join_stammers,
    calm_stretching,
    calm_shouting,
    settle_marks,
    say_roman_numerals,
)
"""Each takes the text as the one before left it."""
