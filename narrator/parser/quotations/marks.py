"""The quotation marks of a paragraph and what each can do where it stands."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from narrator.languages import Pack

from .apostrophes import drops_ending, drops_start


class Family(StrEnum):
    """Marks that open and close one another."""

    DOUBLE = "double"
    """Straight, curly in any order, low-high, and typewriter pairs of single marks."""
    SINGLE = "single"
    GUILLEMET = "guillemet"
    ANGLE = "angle"
    CORNER = "corner"
    WHITE_CORNER = "white corner"
    DOUBLE_ANGLE = "double angle"
    DASH = "dash"
    """No mark but a dash where the paragraph begins."""
    INSERT = "insert"
    """No marks of speech: the dashes around what is told in a paragraph that a dash opens."""
    BARE = "bare"
    """Nor this: tags in such a paragraph that no dash parts from the speech."""
    REOPENED = "reopened"
    """Nor this: speech behind such a tag that a dash opens again."""
    RESUMED = "resumed"
    """Nor this: speech behind such a tag without a dash."""
    INWARD = "inward"
    """No marks of their own: guillemets that open with » and close with «."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A quotation mark, or an apostrophe that could be one."""

    start: int
    end: int
    family: Family
    opens: bool
    closes: bool
    sure: bool = True
    """Whether it is surely no apostrophe."""
    low: bool = False
    """Opens like „ and is closed by a mark that opens elsewhere."""


LONG_DASHES = "—–―‒⸺⸻−"
"""Every dash but the hyphen, for a class of characters."""

_FAMILY = {
    Family.DOUBLE: ('"“”„‟″＂〝〞〟❝❞', "''", "``", "’’", "‘‘", "´´", ",,"),
    Family.SINGLE: ("'‘’‚‛`´′❛❜",),
    Family.GUILLEMET: ("«»", "<<", ">>"),
    Family.ANGLE: ("‹›",),
    Family.CORNER: ("「」﹁﹂",),
    Family.WHITE_CORNER: ("『』﹃﹄",),
    Family.DOUBLE_ANGLE: ("《》",),
}
_ENTITIES = {
    "&quot;": '"',
    "&ldquo;": "“",
    "&rdquo;": "”",
    "&bdquo;": "„",
    "&laquo;": "«",
    "&raquo;": "»",
    "&#34;": '"',
    "&#8220;": "“",
    "&#8221;": "”",
    "&#8222;": "„",
}
"""Leftovers of HTML, each with the mark that it stands for."""
_FAMILY_OF = {
    symbol: family for family, (singles, *pairs) in _FAMILY.items() for symbol in (*singles, *pairs)
}
_SINGLES = "".join(_FAMILY[Family.SINGLE])
_OTHERS = "".join(s for s, f in _FAMILY_OF.items() if f is not Family.SINGLE and len(s) == 1)
# One class of characters first, for speed; between two letters a mark is an apostrophe.
_MARK = re.compile(
    rf"[{_SINGLES}{_OTHERS}<>](?!(?<=[^\W_][{_SINGLES}])[^\W_])|(?<!\S),,(?=\S)"
    "|" + "|".join(_ENTITIES)
)
_PAIR = re.compile(
    # Two single marks stand for a double one, opening before a word or closing after one. Of three
    # the one nearest the word is an apostrophe.
    r"""(?P<opens> (?<![^\W_]) (?: (?:``|‘‘)(?=\S) | (?:''|´´)(?=[.…—–_*(-]*['’´]?\w) ) )
    | (?<=\S) (?:''|’’|´´) (?![\w'’´])
    | << (?!<) | >> (?!>)""",
    re.VERBOSE,
)
_GUILLEMET = re.compile("[«»‹›]|<<|>>")
_POINTS = {"«": "<", "‹": "<", "<<": "<", "»": ">", "›": ">", ">>": ">"}
_TAKE_TURNS = re.compile("(?:<>)+|(?:><)+")
_ONLY_OPENS = frozenset("“„‟〝❝‘‚‛❛«‹「『﹁﹃《`") | {"``", "‘‘", "<<", ",,"}
_ONLY_CLOSES = frozenset("”〞〟❞’´❜»›」』﹂﹄》") | {"’’", "´´", ">>"}
_LOW = frozenset("„‚") | {",,"}
_POINTED = frozenset({Family.GUILLEMET, Family.ANGLE})
_CJK = frozenset({Family.CORNER, Family.WHITE_CORNER, Family.DOUBLE_ANGLE})
_BEFORE_OPENING = frozenset("([{—–-―/¿¡…") | frozenset(_FAMILY_OF)
_AFTER_CLOSING = frozenset(".,;:!?)]}—–-―/…。，、！？") | frozenset(_FAMILY_OF)
_STRONG_BEFORE_CLOSING = frozenset(".,;:!?)]—–-―…*_~") | frozenset(_OTHERS)
_MARKUP = "_*"
_AROUND = _MARKUP + " \t\r\n"
_CLOSING_PAIRS = frozenset({"''", "’’", "´´"})
_PAIRED = frozenset("'`‘’´<>")
_CROSSES = ("x ", "× ")
"""Between two measures."""


def points_in(text: str, usual: bool = False) -> bool:
    """Whether the guillemets of a paragraph open with » and close with «.

    They do where they take turns so from the first to the last; where they do not take turns, it
    is as `usual`.

    >>> points_in("» Ja «, sagte sie."), points_in("« Oui », dit-elle.", usual=True)
    (True, False)
    """
    found = _GUILLEMET.findall(text)
    outer = [mark for mark in found if (mark in "‹›") is (found[0] in "‹›")]
    turns = "".join(_POINTS[mark] for mark in outer)
    return turns[:1] == ">" if _TAKE_TURNS.fullmatch(turns) else usual


def marks_of(pack: Pack, text: str, inward: bool = False) -> Iterator[Mark]:
    """Every mark of a paragraph that may open or close a quotation, in order.

    With `inward`, a guillemet whose neighbours do not tell opens as » and closes as «.
    """
    after_pair, paired = 0, False
    for match in _MARK.finditer(text):
        start = match.start()
        if start < after_pair:
            continue
        end = match.end()
        if match[0] in _PAIRED:
            pair = _PAIR.match(text, start)
            if pair and not _is_pair(pack, text, pair, paired):
                pair = None
            paired = paired or pair is not None
            end = after_pair = pair.end() if pair else end
            if not pair and match[0] in "<>":
                continue
        mark = _read(pack, text, start, end, inward)
        if mark:
            yield mark


def _is_pair(pack: Pack, text: str, pair: re.Match[str], paired: bool) -> bool:
    """Whether two single marks are one double mark; `paired` if such were seen before."""
    if pair[0] == "‘‘":
        return not drops_start(pack, text, pair.start() + 1) or "’’" in text[pair.end() :]
    if pair[0] not in _CLOSING_PAIRS:
        return True
    if not pair["opens"]:
        return paired  # nothin'' ends a word and a quotation in single marks
    # ''Tis begins a quotation in single marks and a word, unless a pair closes it.
    return not drops_start(pack, text, pair.start() + 1) or pair[0] in text[pair.end() :]


def _read(pack: Pack, text: str, start: int, end: int, inward: bool) -> Mark | None:
    symbol = _ENTITIES.get(text[start:end], text[start:end])
    family = _FAMILY_OF[symbol]
    if family in _CJK:
        return Mark(start, end, family, symbol in _ONLY_OPENS, symbol in _ONLY_CLOSES)
    left, right = _before(text, start), _after(text, end)
    opens = _may_open(left, right, text, end)
    closes = left != " " and (right == " " or right in _AFTER_CLOSING)
    if left == right == " " and text[:start].strip() and not text[end:].strip(_AROUND):
        # The last of a paragraph, behind a blank, opens nothing.
        return Mark(start, end, family, False, True, low=symbol in _LOW)
    if left == right == " " and family is Family.DOUBLE and not text[:start].strip(_AROUND):
        # The first, before a blank, opens, however it is drawn.
        return Mark(start, end, family, True, False, low=symbol in _LOW)
    if family is Family.SINGLE:
        return _single(pack, text, start, symbol, opens, closes)
    if opens == closes or (symbol in _ONLY_OPENS and left == right == " "):
        opens, closes = _as_drawn(symbol)
        if inward and family in _POINTED:
            opens, closes = closes, opens
    ends = family is Family.DOUBLE and closes and not opens
    if ends and _is_measure(pack, text, start, symbol, right):
        return None
    return Mark(start, end, family, opens, closes, low=symbol in _LOW)


def _may_open(left: str, right: str, text: str, end: int) -> bool:
    if left != " " and left not in _BEFORE_OPENING:
        return False
    if right == " ":
        return False
    return right not in ".,;:!?)" or text.startswith(("..", ". ."), end)


def _as_drawn(symbol: str) -> tuple[bool, bool]:
    """What a mark does where its neighbours do not tell; a straight one may do both."""
    return symbol not in _ONLY_CLOSES, symbol not in _ONLY_OPENS


def _single(
    pack: Pack, text: str, start: int, symbol: str, opens: bool, closes: bool
) -> Mark | None:
    if not opens and not closes:
        if text[start - 1] in ",:" and text[start + 1 : start + 2].isupper():
            return Mark(start, start + 1, Family.SINGLE, True, False)  # no blank: he cried,'Stop!'
        alone = _before(text, start) == " " and text[start + 1 : start + 2].isspace()
        opens, closes = alone and symbol == "‘", alone and symbol in "'’"
        return Mark(start, start + 1, Family.SINGLE, opens, closes) if opens or closes else None
    if opens and closes:
        opens, closes = _as_drawn(symbol)
    sure = True
    if opens:
        sure = not drops_start(pack, text, start) and symbol not in "’´′"
    elif text[start - 1] not in _STRONG_BEFORE_CLOSING:
        sure = not drops_ending(pack, text, start) and text[start + 1 : start + 2] in _AFTER_CLOSING
    return Mark(start, start + 1, Family.SINGLE, opens, closes, sure, low=symbol in _LOW)


def _is_measure(pack: Pack, text: str, start: int, symbol: str, right: str) -> bool:
    """Whether the mark means inches or seconds: 6'2\", 5' 11\", 12\" x 14\"."""
    if symbol not in ('"', "″", "''", "”") or not text[start - 1 : start].isdigit():
        return False
    number = text[max(0, start - 12) : start].rstrip("0123456789½¼¾.⁄/")
    if symbol == "″" or number.rstrip()[-1:] in ("'", "’", "′"):
        return True
    behind = text[start + 1 : start + 4].lstrip()
    return right == " " and behind.startswith((*_CROSSES, *pack.marks.by))


def _before(text: str, start: int) -> str:
    at = start - 1
    while at >= 0 and text[at] in _MARKUP:
        at -= 1
    return " " if at < 0 or text[at].isspace() else text[at]


def _after(text: str, end: int) -> str:
    while end < len(text) and text[end] in _MARKUP:
        end += 1
    return " " if end >= len(text) or text[end].isspace() else text[end]
