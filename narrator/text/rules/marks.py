"""Punctuation: what is a pause to the ear, and what is only for the eye."""

import re

from narrator.languages import either
from narrator.languages.spoken import Script

from ..rewriting import Rule, rule

_STRENGTH = "?!.:;,"


def _strongest(match: re.Match[str]) -> str:
    run = match[0]
    return next((mark for mark in _STRENGTH if mark in run), "") + " "


_LAST_WORD = re.compile(r"[^\W_]+$")


class _Clipped:
    def __init__(self, words: Script) -> None:
        self._left_out = words.clipped

    def in_full(self, match: re.Match[str]) -> str:
        """What the apostrophe of `a cup o' tea`, `th' house` and `I don' know` leaves out."""
        before = _LAST_WORD.search(match.string[max(0, match.start() - 8) : match.start()])
        return self._left_out.get(before[0].lower(), match[0]) if before else match[0]


def _it_is(match: re.Match[str]) -> str:
    """`’S all right`."""
    return "It's" if match[1] == "S" else "it's"


def apostrophes(words: Script) -> tuple[Rule, ...]:
    """The rules for apostrophes, and for single quotation marks."""
    # What stands before a mark is looked at last: so each search is for the mark, which is fast.
    return (
        # Old print: you 'll.
        rule(rf"\s(?=['’](?:{either(words.spaced_endings)})\b)(?<=[^\W\d_]\s)", "", "'’"),
        rule(r"['’](?=\s)(?<=[\wʼ].)", _Clipped(words).in_full, "'’"),
        rule(r"['’]([Ss])(?=\s[a-z])(?<![^\s“\"‘]..)", _it_is, "'’"),
        # One apostrophe inside words; single quotation marks around them go.
        rule(r"['’ʼ＇`´](?<=[^\W\d_].)(?=[^\W\d_])", "'", "’ʼ＇`´"),
        rule(
            r"['’ʼ＇](?:(?<![^\W\d_].)|(?![^\W\d_]))|[‘‚‛`´]",
            " ",
            "'’ʼ＇‘‚‛`´",
            re.DOTALL,
        ),
    )


QUOTATION_MARKS: tuple[Rule, ...] = (
    rule(r"[\"“”„‟«»‹›〝〞＂「」『』]", " ", '"“”„‟«»‹›〝〞＂「」『』'),
)
EMPHASIS: tuple[Rule, ...] = (
    rule(r"(?<![^\W_])_([^\W_]+)_", r"\1", "_"),  # _my_self
    rule(r"(?<=[^\W_])[_|\\]+(?=[^\W_])", " ", "_|\\"),
    rule(r"[*_~=#^|\\<>]", "", "*_~=#^|\\<>"),
)
EMPHASIS_ALONE: tuple[Rule, ...] = (
    *EMPHASIS[:2],
    rule(r"[*_~^|\\]|#(?!\w)|={2,}|[<>](?!\s?\d)", "", "*_~=#^|\\<>"),
)
"""Likewise, but what may be mathematics or a number stays."""
PAUSES: tuple[Rule, ...] = (
    rule(r"\.(?:\s?\.)++|…", ", ", ".…"),
    rule(r"[–—―⸺⸻]|--+", ", ", "–—―⸺⸻-"),
    rule(r"[-‐‑](?:(?<![^\W_].)(?!\d)|(?![^\W_]))", ", ", "-‐‑", re.DOTALL),
    rule(r"[()\[\]{}•·]", ", ", "()[]{}•·"),
)
SETTLING: tuple[Rule, ...] = (
    # One mark at a place, the strongest, and one space behind it; but `a.m.,` is no end.
    rule(r"(?<=[ap]\.m)\.(?=,)", "", ","),
    rule(
        r"\s+[,;:.!?][\s,;:.!?]*+"
        r"|[,;:.!?](?=[,;:.!?]|\s[\s,;:.!?]|[^\S ])[\s,;:.!?]++"
        r"|\s\s+|[^\S ]",
        _strongest,
    ),
)
"""Inner marks that touch letters on both sides stay: 3.14, 10:30, a.m."""
_CROWDED = re.compile(r"[,;:.!?]{2}|\s[\s,;:.!?]").search


def may_crowd(text: str) -> bool:
    """Whether in `text` marks and spaces may stand that are no use beside each other."""
    return bool(_CROWDED(text)) or not text.isprintable()


ENDS: tuple[Rule, ...] = (
    rule(r"\A[,;:.!?\s]++|\s++\Z", ""),
    rule(r"[,;:]\Z", ".", ",;:"),
)
_LOOSE = frozenset(",;:.!? \n")


def may_end(text: str) -> bool:
    """Whether `text` begins or ends with marks that are no use there."""
    return text[:1] in _LOOSE or text[-1:] in _LOOSE - {".", "!", "?"}
