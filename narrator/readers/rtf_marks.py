"""What RTF hides, strikes out, notes or raises, marked in its text before its looks are taken off.

The library that takes them off knows none of it: without the marks, hidden text would be read and
notes would be gone. Control words after the RTF specification 1.9.1.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from narrator.model import Block, BlockKind, Chapter

from .asides import Aside, set_apart
from .markup.marks import is_note_number
from .markup.raised import shifted
from .markup.roles import HIDDEN, NOTE, NOTE_MARK

_NEEDED = re.compile(r"\\(?:v|deleted|super|sub|footnote)(?![a-z])")
_NOTE = re.compile(r"\{\s*(?:\\\*\s*)?\\footnote(?![a-z])[ ]?")
_TOKEN = re.compile(r"\\(?:(?P<word>[a-zA-Z]{1,32})(?P<value>-?\d{1,10})?[ ]?|.)|[{}]", re.DOTALL)
_KINDS = ("hidden", "note", "mark", "up", "down")
_FIRST = 0xE010
"""Code points for private use: text that has them loses them."""
_OPENS = {kind: chr(_FIRST + 2 * at) for at, kind in enumerate(_KINDS)}
_CLOSES = {kind: chr(_FIRST + 2 * at + 1) for at, kind in enumerate(_KINDS)}
_ALL = "".join((*_OPENS.values(), *_CLOSES.values()))
_SIGNS = re.compile(f"[{_ALL}]")


def _span(kind: str) -> str:
    return f"{_OPENS[kind]}(?P<{kind}>[^{_ALL}]*){_CLOSES[kind]}"


_SHIFTED = re.compile(f"{_span('up')}|{_span('down')}")
_LEFT_OUT = re.compile("|".join(map(_span, ("hidden", "note", "mark"))))
_LEFT_OUT_OR_STRAY = re.compile(f"{_LEFT_OUT.pattern}|[{_ALL}]")
_REASONS = {"hidden": HIDDEN, "note": NOTE, "mark": NOTE_MARK}


@dataclass(frozen=True, slots=True)
class _Looks:
    """What holds in a group of RTF."""

    note: bool = False
    hidden: bool = False
    deleted: bool = False
    place: str = ""
    """`up` or `down`, where its text is not on the line."""

    @property
    def kind(self) -> str:
        """The mark that its text gets; empty for none."""
        return "note" if self.note else "hidden" if self.hidden or self.deleted else self.place

    def after(self, word: str, value: str | None) -> "_Looks":
        """What holds behind a control word."""
        on = value != "0"
        match word:
            case "narratornote":
                return replace(self, note=True)
            case "v":
                return replace(self, hidden=on)
            case "deleted":
                return replace(self, deleted=on)
            case "super":
                return replace(self, place="up" if on else "")
            case "sub":
                return replace(self, place="down" if on else "")
            case "nosupersub":
                return replace(self, place="")
            case "plain":
                return _Looks(note=self.note)
        return self


def with_marks(rtf: str) -> str:
    """The RTF document with marks in its text around what is to be told apart in `settled`."""
    if not _NEEDED.search(rtf) or r"\bin" in rtf:
        return rtf
    return "".join(_marked(_NOTE.sub(r"{\\narratornote ", rtf)))


def _marked(rtf: str) -> Iterator[str]:
    looks, groups, at = _Looks(), list[_Looks](), 0
    for token in _TOKEN.finditer(rtf):
        yield rtf[at : token.start()]
        at = token.end()
        before = looks.kind
        if token[0] == "{":
            groups.append(looks)
            yield "{"
        elif token[0] == "}":
            looks = groups.pop() if groups else _Looks()
            yield from (_sign(before, looks.kind, _CLOSES), "}", _sign(looks.kind, before, _OPENS))
        else:
            looks = looks.after(token["word"] or "", token["value"])
            yield from (
                token[0],
                _sign(before, looks.kind, _CLOSES),
                _sign(looks.kind, before, _OPENS),
            )
    yield rtf[at:]


def _sign(kind: str, other: str, signs: dict[str, str]) -> str:
    """The sign of `kind` in RTF, where the other side of a border is of another kind."""
    return "" if not kind or kind == other else rf"{{\uc0\u{ord(signs[kind])} }}"


def settled(text: str) -> str:
    """The text that became of a marked document, with marks around what is left out alone.

    A raised number is the mark of a note behind a word or a sentence, else an exponent.
    """
    if not _SIGNS.search(text):
        return text
    text = _SHIFTED.sub(_shown, text)
    return _LEFT_OUT_OR_STRAY.sub(_on_one_line, text)


def _on_one_line(found: re.Match[str]) -> str:
    """What is left out, if it is any, in one paragraph."""
    inner = " ".join(found[found.lastgroup].split()) if found.lastgroup else ""
    return f"{found[0][0]}{inner}{found[0][-1]}" if inner else ""


def _shown(found: re.Match[str]) -> str:
    if found["down"] is not None:
        return shifted(found["down"], up=False)
    inner = found["up"]
    before = _SIGNS.sub("", found.string[max(0, found.start() - 40) : found.start()])
    if is_note_number(inner, before):
        return f"{_OPENS['mark']}{inner}{_CLOSES['mark']}"
    return shifted(inner, up=True)


def without_marked(chapters: Sequence[Chapter], *, read_notes: bool) -> tuple[Chapter, ...]:
    """`chapters` with what is left out in skipped blocks of its own; notes are read if wanted."""
    return tuple(
        replace(
            chapter,
            blocks=tuple(
                _read(each) if read_notes and each.reason == NOTE else each
                for block in chapter.blocks
                for each in set_apart(block, list(_asides(block.text)))
            ),
        )
        for chapter in chapters
    )


def _read(note: Block) -> Block:
    return replace(note, kind=BlockKind.PARAGRAPH, reason="")


def _asides(text: str) -> Iterator[Aside]:
    for found in _LEFT_OUT.finditer(text):
        kind = found.lastgroup or ""
        yield Aside(found.span(), _REASONS[kind], found.span(kind))
