"""The text of a block as a browser would show it: white space, line ends, emphasis."""

import re
from collections.abc import Iterator

from ..heading_numbers import numbered

LINE_END = "\v"
"""Stands for a forced line end while a block is collected."""
EMPHASIS, PLAIN = "\x0e", "\x0f"
"""Stand for the beginning and the end of emphasis while a block is collected."""

EDGE = "\x1c"
"""Stands for the edge of an element while a heading is collected."""

_BLANKS = re.compile(r"[ \t\r\n\f]+")
_PARAGRAPH_END = re.compile(r"[ \x0e\x0f]*\v[ \x0e\x0f]*\v[ \v\x0e\x0f]*")
_JOINT = re.compile(f"{PLAIN}( ?){EMPHASIS}")
_INVISIBLE = re.compile("\u00ad(?:[ \t]*\n[ \t]*)?|[\u200b\u2060\ufeff]")
"""Soft hyphens and marks that only say where a line may end."""
_EDGE = re.compile(f"([{EMPHASIS}{PLAIN}])")
_GLUED = re.compile(f"(?P<left>[^\\W_](?:{EDGE}?[^\\W_])*)(?P<edges>{EDGE}+)(?=(?P<right>[^\\W_]))")
_NEXT = re.compile(r"[^\W_]+")
_QUOTES = frozenset('"“”«»„「」『』*_')


def segments(collected: str, *, keep: bool = False, emphasis: bool = True) -> Iterator[str]:
    """The paragraphs in what was collected for a block: two line ends in a row divide them.

    `keep` leaves white space as it is, as in `<pre>`; with `emphasis`, words set apart are put
    between asterisks.

    >>> list(segments(" One\\n two\\v three \\v\\v four"))
    ['One two\\nthree', 'four']
    """
    text = _INVISIBLE.sub("", collected)
    if keep:
        text = text.replace("\t", " ").replace("\n", LINE_END)
    text = _BLANKS.sub(" ", text)
    if LINE_END not in text:
        shown = (_marked(text) if emphasis else _unmarked(text)).strip()
        if shown:
            yield shown
        return
    for part in _PARAGRAPH_END.split(text):
        marked = _marked(part) if emphasis else _unmarked(part)
        lines = (line.strip() for line in marked.split(LINE_END))
        shown = "\n".join(line for line in lines if line)
        if shown:
            yield shown


def heading_lines(text: str) -> list[str]:
    """The lines of a heading; `Chapter` and the number below it are one."""
    lines: list[str] = []
    for line in text.split("\n"):
        if lines and numbered(lines[-1]) is None and numbered(f"{lines[-1]} {line}"):
            lines[-1] += f" {line}"
        else:
            lines.append(line)
    return lines


def parted(heading: str) -> str:
    """`heading` with a line end where two elements meet that only their looks keep apart.

    >>> parted(f"{EDGE}Chapter One{EDGE}{EDGE}The Quay{EDGE}")
    'Chapter One\\x0bThe Quay'
    >>> parted(f"{EDGE}T{EDGE}HE {EDGE}Q{EDGE}uay"), parted(f"Chapter{EDGE}{EDGE}1")
    ('THE Quay', 'Chapter 1')
    """
    return _GLUED.sub(_joint, heading).replace(EDGE, "")


def _joint(edge: re.Match[str]) -> str:
    left, right = edge["left"].replace(EDGE, ""), edge["right"]
    small = left[-1].islower() or left[-1].isdecimal()
    apart = small if edge["edges"] == EDGE else small or len(left) > 1
    if right.isdecimal() and left[-1].isalpha() and small:
        between = " "
    elif right.isupper() and apart:
        line = edge.string[: edge.end("left")].replace(EDGE, "").rpartition(LINE_END)[2]
        word = _NEXT.match(edge.string, edge.start("right"))
        goes_on = word is not None and numbered(line) is None and numbered(f"{line} {word[0]}")
        between = " " if goes_on else LINE_END
    else:
        between = ""
    return f"{edge['left']}{between}"


def _unmarked(text: str) -> str:
    return text.replace(EMPHASIS, "").replace(PLAIN, "")


def _marked(text: str) -> str:
    """`text` with asterisks around whole words that are set apart.

    >>> _marked("I \\x0enever\\x0f did, \\x0eTom\\x0f’s un\\x0ebelief\\x0f")
    'I *never* did, Tom’s unbelief'
    """
    if EMPHASIS not in text and PLAIN not in text:
        return text
    pieces = _EDGE.split(_JOINT.sub(r"\1", text))
    depth, inside, shown = 0, "", ""
    for index, piece in enumerate(pieces):
        if piece == EMPHASIS:
            depth += 1
        elif piece == PLAIN:
            depth = max(depth - 1, 0)
            if not depth and inside:
                following = (pieces[at] for at in range(index + 1, len(pieces)))
                after = next((more for more in following if more not in ("", EMPHASIS)), "")
                shown += _asterisked(inside, shown[-1:], after[:2])
                inside = ""
        elif depth:
            inside += piece
        else:
            shown += piece
    return shown + inside


def _asterisked(words: str, before: str, after: str) -> str:
    core = words.strip(" " + LINE_END)
    if (
        not any(map(str.isalnum, core))
        or not _QUOTES.isdisjoint(core)
        or LINE_END in core
        or (before.isalnum() and words[:1] != " ")
        or (words[-1:] != " " and (after[:1].isalnum() or _is_ending(after)))
    ):
        return words
    at = words.index(core)
    return f"{words[:at]}*{core}*{words[at + len(core) :]}"


def _is_ending(after: str) -> bool:
    """Whether `’s` and the like follow."""
    return after[:1] in ("'", "’") and after[1:2].isalpha()
