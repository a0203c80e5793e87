"""Plays, screenplays and chats: who speaks stands in front of what they say."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import Enum, auto
from functools import cache

from narrator.languages import every_pack
from narrator.languages.matter import Stage
from narrator.model import Block, BlockKind, Book, Chapter
from narrator.text.title_case import capitalised

CUE = "speaker cue"

_DIRECTION = re.compile(r"\[[^\[\]]{1,400}\]|(?<![^\s])\((?:[^()]{1,400})\)(?![^\s.,;:!?])")
_LONGEST = 40
_FEWEST = 6
"""Cues in a whole text that is a play."""
_SHARE = 0.5
"""Of its paragraphs have a cue; prose with a colon now and then is far from that."""
_TITLED_SHARE = 0.7
_ALONE_SHARE = 0.2
"""Likewise where a cue has a line of its own, and what is said may be many paragraphs."""
_PEOPLE, _PEOPLE_SHARE = 12, 0.25
"""So many people at most speak in a play, in all or a cue; a list of terms has many more."""
_TOLD = (BlockKind.PARAGRAPH, BlockKind.VERSE)


class _Place(Enum):
    """Where cues stand."""

    COLON = auto()
    """Before what is said, and a colon."""
    STOP = auto()
    """Likewise, and a full stop."""
    ALONE = auto()
    """On a line of their own."""


@dataclass(frozen=True, slots=True)
class _Form:
    """How the cues of a text are written."""

    place: _Place
    cue: re.Pattern[str]
    direction: re.Pattern[str]
    """How a stage direction begins."""
    never: frozenset[str]
    """First words of what is no name."""


def cast_play(book: Book) -> Book:
    """`book` with the cues of a play taken off its speeches; any other book as it is.

    Each cue becomes a SKIPPED block, what follows it a block with a speaker.
    """
    blocks = [b for c in book.chapters for b in c.blocks if b.kind in _TOLD and not b.speaker]
    form = _form(blocks)
    if form is None:
        return book
    return replace(
        book, chapters=tuple(_chapter(chapter, form, book.text) for chapter in book.chapters)
    )


def person_named(cue: str) -> str:
    """The name of a person as a story would write it.

    >>> person_named("MRS. PELL"), person_named("Tom")
    ('Mrs. Pell', 'Tom')
    """
    return capitalised(cue.lower()) if cue.isupper() else cue


@cache
def _forms(stage: Stage) -> tuple[_Form, ...]:
    """All forms, the one that is looked for first in front."""
    word = r"[^\W\d_][\w.'’-]*"
    name = rf"{word}(?:[ \t]+(?:{word}|&|{stage.joint.source}|\d{{1,2}})){{0,4}}"
    before = rf"(?P<name>{name})(?P<aside>[ \t]*[(\[][^)\]\n]{{1,80}}[)\]])?"
    cues = {
        _Place.COLON: r"[ \t]*:(?=\s)\s*",
        _Place.STOP: r"\.(?:[—–-]|(?=\s))\s*",
        _Place.ALONE: r"[.:]?[ \t]*(?:\n\s*|\Z)",
    }
    acted = rf"[\[(]|(?i:{stage.directions.source})|[*_].*[*_]$"
    direction = re.compile(acted)
    return tuple(
        _Form(place, re.compile(before + behind), direction, stage.never_names)
        for place, behind in cues.items()
    )


def _form(blocks: Sequence[Block]) -> _Form | None:
    """How the cues of a text are written; None where it has none."""
    for form in _forms(every_pack().matter.stage):
        names = [name for block in blocks if (name := _cue(block.text, form))]
        shouted = sum(name.isupper() for name in names)
        again = Counter(names)
        repeated = sum(count for count in again.values() if count > 1)
        share = _SHARE if 10 * shouted >= 9 * len(names) else _TITLED_SHARE
        if form.place is not _Place.COLON and share != _SHARE:
            continue
        share = _ALONE_SHARE if form.place is _Place.ALONE else share
        often = len(names) >= max(_FEWEST, share * len(blocks))
        few = 1 < len(again) <= max(_PEOPLE, _PEOPLE_SHARE * len(names))
        if often and few and 2 * repeated >= len(names):
            return form
    return None


def _cue(text: str, form: _Form) -> str:
    """The name in front of `text`; empty where there is none."""
    match = form.cue.match(text)
    if match is None or len(match["name"]) > _LONGEST:
        return ""
    if match.end() == len(text) and form.place is not _Place.ALONE:
        return ""
    name = match["name"]
    if form.place is _Place.ALONE:
        name = name.rstrip(".")
        return name if name.isupper() and name.split()[0].casefold() not in form.never else ""
    if name == "A" and form.place is _Place.COLON:  # the answer to a Q
        return name
    first = name.split()[0].casefold().rstrip(".")
    return name if name[0].isupper() and first not in form.never else ""


def _chapter(chapter: Chapter, form: _Form, text: str | None) -> Chapter:
    if form.place is _Place.ALONE:
        return replace(chapter, blocks=tuple(_cast_under_cues(chapter.blocks, form, text)))
    return replace(chapter, blocks=tuple(new for old in chapter.blocks for new in _cast(old, form)))


def _cast_under_cues(blocks: Sequence[Block], form: _Form, text: str | None) -> Iterator[Block]:
    """Blocks under cues that stand on lines of their own: up to the next cue or a blank line.

    Where a blank line stands below the cue itself, and in a format without lines, all up to the
    next cue is said by its speaker, stage directions aside.
    """
    speaker, place, loose = "", 0, True
    for number, block in enumerate(blocks):
        if block.kind not in _TOLD or block.speaker:
            speaker = ""
            yield block
            continue
        name = _cue(block.text, form)
        if name:
            yield from _cast(block, form)
            speaker, place = person_named(name), number
            loose = True
        elif not speaker or form.direction.match(block.text):
            yield block
        else:
            apart = _apart(blocks[number - 1], block, text)
            if number == place + 1:
                loose = apart
            if apart and not loose:
                speaker = ""
            worded = any(map(str.isalnum, block.text))
            yield replace(block, speaker=speaker) if worded else block


def _apart(before: Block, block: Block, text: str | None) -> bool:
    """Whether a blank line stands between two blocks, as far as that can be told."""
    if text is None or before.start is None or block.start is None:
        return True
    end = before.place(len(before.text) - 1) or 0
    between = text[end + 1 : block.start].replace("\r\n", "\n")
    return between.count("\n") + between.count("\r") > 1


def _cast(block: Block, form: _Form) -> Iterator[Block]:
    name = _cue(block.text, form) if block.kind in _TOLD and not block.speaker else ""
    match = form.cue.match(block.text) if name else None
    if match is None:
        yield block
        return
    yield _part(block, 0, match.end(), BlockKind.SKIPPED, reason=CUE)
    speaker = person_named(name)
    at = match.end()
    for direction in _DIRECTION.finditer(block.text, at):
        yield from _told(block, at, direction.start(), speaker)
        yield from _told(block, direction.start(), direction.end(), "")
        at = direction.end()
    yield from _told(block, at, len(block.text), speaker)


def _told(block: Block, start: int, end: int, speaker: str) -> Iterator[Block]:
    text = block.text[start:end]
    if not text.strip():
        return
    worded = any(map(str.isalnum, text))
    yield _part(block, start, end, block.kind, speaker=speaker if worded else "")


def _part(
    block: Block, start: int, end: int, kind: BlockKind, *, reason: str = "", speaker: str = ""
) -> Block:
    """Part of a block's text as a block of its own, white space at its ends left out."""
    text = block.text[start:end]
    start, end = start + len(text) - len(text.lstrip()), start + len(text.rstrip())
    return replace(block.part(start, end), kind=kind, reason=reason, speaker=speaker)
