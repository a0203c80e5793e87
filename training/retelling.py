"""Novels told anew the way stories are told today: what people do instead of `said he`.

The annotated novels are old. Most of what is said in them has a tag, and hardly anything stands
beside what its speaker does: `“No.” Tom shrugged. “Not yet.”` So tags are taken out or made into
such beats; who says what stays as the annotators have it. The parser then reads it afresh.
"""

import hashlib
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from benchmarks.attribution.corpus import Novel
from narrator.model import Block, Book, Chapter
from narrator.parser.mentions import Kind, Mention
from narrator.parser.page import Paragraph, Part
from narrator.parser.study import Study
from narrator.parser.turns import Tag, Turn

_KEPT, _LEFT_OUT, _OTHERS = 80, 135, 10
"""Of 256 tags how many stay, and up to where they are left out; the rest become beats. Of 256 beats
how many belong to whoever speaks next."""
_MARKS = 4
"""Tokens besides the tag that a piece of narration may have and still be no more than a tag."""
_ACTS = (
    "shrugged",
    "nodded",
    "laughed",
    "sighed",
    "frowned",
    "smiled",
    "grinned",
    "looked at the floor",
    "looked up",
    "did not look up",
    "put down the cup",
    "turned to the window",
    "was silent for a moment",
    "leaned on the door frame",
    "folded the letter and put it away",
    "shook a fist at the ceiling",
    "picked up the bag",
    "took a step back",
    "went to the door and opened it",
    "sat down on the stairs",
    "stood in the doorway",
    "kept walking",
    "had gone quite white",
    "rubbed one eye",
    "waved a hand at the room",
    "reached for the matches",
    "pointed at the clock on the wall",
    "let go of the rope",
    "began to cry",
    "stared",
    "hesitated",
    "glanced round the table",
    "cut the bread into two pieces and pushed one across the table",
    "stirred the tea, tasted it, and put in more sugar",
    "stopped in the middle of the road",
    "held out the key",
)
_MORE = (
    "",
    "",
    "",
    " It was getting late.",
    " The clock ticked.",
    " Nobody moved.",
    " Outside it had begun to rain, and the gutters were full.",
)


@dataclass(frozen=True, slots=True)
class _Edit:
    start: int
    """Offsets into the block's text."""
    end: int
    text: str


def retold(study: Study, book: Book, novel: Novel) -> tuple[Book, Novel]:
    """`book` told anew, with the gold moved along. `study` is what the parser made of it."""
    edits: dict[tuple[int, int], dict[int, _Edit]] = {}
    for turn in study.turns:
        for number, edit in _edits(study, turn):
            paragraph = study.paragraphs[number]
            here = edits.setdefault((paragraph.chapter, paragraph.block), {})
            here.setdefault(edit.start, edit)
    return _rewritten(book, novel, {place: list(here.values()) for place, here in edits.items()})


def _edits(study: Study, turn: Turn) -> Iterator[tuple[int, _Edit]]:
    for tag in turn.tags:
        paragraph = study.paragraphs[tag.paragraph]
        for index, part in enumerate(paragraph.parts):
            if not _is_bare_tag(tag, part) or tag.mention is None:
                continue
            draw = hashlib.sha256(f"{index} {paragraph.text}".encode()).digest()
            if draw[0] < _KEPT:
                continue
            teller = _others(study, turn, tag, part) if draw[1] < _OTHERS else None
            number, mention = teller or (tag.paragraph, tag.mention)
            told = "" if draw[0] < _LEFT_OUT else _beat(study.paragraphs[number], mention, draw)
            yield tag.paragraph, _Edit(part.start, part.end, told)
            if index and paragraph.parts[index - 1].is_voiced:
                yield from _stopped(tag.paragraph, paragraph, paragraph.parts[index - 1])


def _is_bare_tag(tag: Tag, part: Part) -> bool:
    inside = part.first <= tag.first < part.last and not part.is_voiced
    short = part.last - part.first <= tag.last - tag.first + _MARKS
    return inside and short and tag.direct and bool(tag.verb)


def _others(study: Study, turn: Turn, tag: Tag, part: Part) -> tuple[int, Mention] | None:
    """Whoever a tag names as the next speaker, if the paragraph ends here."""
    ends = study.paragraphs[tag.paragraph].parts[-1] == part
    if not ends or turn.index + 1 == len(study.turns):
        return None
    follows = study.turns[turn.index + 1].tag
    named = follows and follows.mention and follows.mention.kind is Kind.NAME
    return (follows.paragraph, follows.mention) if follows and follows.mention and named else None


def _beat(paragraph: Paragraph, mention: Mention, draw: bytes) -> str:
    tokens = paragraph.tokens[mention.first : mention.last]
    who = " ".join(paragraph.text[tokens[0].start : tokens[-1].end].split())
    act, more = _ACTS[draw[2] % len(_ACTS)], _MORE[draw[3] % len(_MORE)]
    return f"{who[0].upper()}{who[1:]} {act}.{more}"


def _stopped(number: int, paragraph: Paragraph, quoted: Part) -> Iterator[tuple[int, _Edit]]:
    """A comma before the closing marks becomes a full stop."""
    text = paragraph.text[quoted.start : quoted.end]
    bare = text.rstrip("\"'”’»“›)_* \n")
    if bare.endswith(","):
        at = quoted.start + len(bare) - 1
        yield number, _Edit(at, at + 1, ".")


def _rewritten(
    book: Book, novel: Novel, edits: dict[tuple[int, int], list[_Edit]]
) -> tuple[Book, Novel]:
    chapters, texts, moves = [], [], []
    length = 0
    for number, chapter in enumerate(book.chapters):
        blocks: list[Block] = []
        for index, block in enumerate(chapter.blocks):
            here = sorted(edits.get((number, index), []), key=lambda edit: edit.start)
            text = block.text
            if block.start is not None:
                moves.append((block.start, length, here))
            for edit in reversed(here):
                text = text[: edit.start] + edit.text + text[edit.end :]
            blocks.append(replace(block, text=text, start=length))
            texts.append(text)
            length += len(text) + 2
        chapters.append(Chapter(chapter.title, tuple(blocks)))
    text = "\n\n".join(texts)
    segments = tuple(
        replace(one, start=_moved(one.start, moves), end=_moved(one.end, moves))
        for one in novel.segments
    )
    told = Book(book.info, tuple(chapters), text)
    return told, replace(novel, text=text, segments=segments)


def _moved(offset: int, moves: Sequence[tuple[int, int, list[_Edit]]]) -> int:
    """Where an offset into the old text is in the new."""
    at = bisect_right(moves, offset, key=lambda move: move[0]) - 1
    if at < 0:
        return 0
    old, new, edits = moves[at]
    inside = offset - old
    grown = sum(
        len(edit.text) - (min(edit.end, inside) - edit.start)
        for edit in edits
        if edit.start < inside
    )
    return new + inside + grown
