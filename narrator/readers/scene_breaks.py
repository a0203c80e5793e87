"""Which rows are ornaments between two scenes."""

import re
from functools import cache

from narrator.languages import every_pack
from narrator.languages.headings import Headings

_ORNAMENTS = frozenset("*•·∙●○◦~∼#=_-‐‑‒–—―⸻⁂⁎❦❧✦✧✶✷✻❋❖◆◇◊★☆♦♥♡§¤°+^|<>/\\.…■□▪▫❃❀✿⚜☙")
_ALONE = frozenset("*•●○~#⁂⁎❦❧✦✧✶✷✻❋❖◆◇◊★☆♦♥♡§■□❃❀✿⚜☙—–⸻")
_DOTS = frozenset(".…")
_LETTERS = re.compile(r"o0o|oOo|O0O|o+0+o+|O+o+O+|xXx|xxx+|ooo+|XoX|xox|XxX")
_ORNAMENT_LETTERS = frozenset("oO0xX")
_SIGNS = _ORNAMENTS | _ORNAMENT_LETTERS
_LONGEST_WITH_LETTERS = 60


def is_scene_break(text: str) -> bool:
    """Whether a row, white space at its ends removed, is an ornament and nothing else.

    >>> [is_scene_break(t) for t in ("* * *", "-x-", "o0o", "⁂", "...", "x", "STOP!")]
    [True, True, True, True, False, False, False]
    >>> is_scene_break("--line break--"), is_scene_break("Give me a break.")
    (True, False)
    """
    if _is_named(text):
        return True
    if text[:1] not in _SIGNS:
        return False
    signs = set(text)
    spaces = {sign for sign in signs if sign.isspace()}
    signs -= spaces
    if not signs:
        return False
    if signs <= _ORNAMENTS:
        return not signs <= _DOTS and (len(text) >= 3 or signs <= _ALONE)
    if len(text) > _LONGEST_WITH_LETTERS or not signs <= _ORNAMENTS | _ORNAMENT_LETTERS:
        return False
    bare = "".join(text.split())
    letters = bare.strip("".join(_ORNAMENTS))
    if signs & (_ORNAMENTS - _DOTS):
        return len(bare) >= 3 and bare != letters and "00" not in letters
    return bool(_LETTERS.fullmatch(letters))


def _is_named(text: str) -> bool:
    """Whether it is called a break, in ornament or in capitals."""
    if len(text) > _LONGEST_WITH_LETTERS:
        return False
    first = text[:1]
    if first.isalpha() and first not in _ORNAMENT_LETTERS and not text.isupper():
        return False
    return bool(_named(every_pack().headings).fullmatch(text))


@cache
def _named(words: Headings) -> re.Pattern[str]:
    ornament = r"[\W_xXoO0]+"
    return re.compile(
        rf"{ornament}{words.breaks.source}{ornament}|(?-i:{words.loud_breaks.source})",
        re.IGNORECASE,
    )
