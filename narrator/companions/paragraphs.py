"""A chapter's text as it is shown: paragraphs of lines of sentences, each with its time."""

from collections.abc import Iterator
from dataclasses import dataclass

from narrator.model import ChapterAudio, Cue, Line, LineKind, SceneBreak, ScriptChapter

from .emphasis import Run, emphases, runs

_CLINGING = "—–,.;:!?…)]}”’»"
"""What stands right behind the word before it."""
_SET_APART = (LineKind.HEADING, LineKind.VERSE, LineKind.LETTER)


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of text that is one sentence, or is not spoken."""

    text: str
    """As written, with the white space that follows it."""
    start: float | None = None
    """Seconds from the start of the chapter; None where it is not spoken."""
    end: float | None = None
    runs: tuple[Run, ...] = ()
    """The text as it is shown: without the marks of emphasis, cut where it begins and ends."""


@dataclass(frozen=True, slots=True)
class Said:
    """What one voice says in one go."""

    speaker: str
    kind: LineKind
    pieces: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A run of lines that the page sets apart."""

    kind: LineKind | None
    """HEADING, VERSE, LETTER, or NARRATION for a plain paragraph; None for a scene break."""
    said: tuple[Said, ...]

    @property
    def text(self) -> str:
        """All of its words."""
        return "".join(piece.text for said in self.said for piece in said.pieces)


def paragraphs(chapter: ScriptChapter, audio: ChapterAudio) -> tuple[Paragraph, ...]:
    """The text of a chapter; what is skipped is not in it."""
    found: list[tuple[LineKind | None, list[Said]]] = []
    cues = iter(audio.cues)
    fresh = True
    for row in chapter.rows:
        if isinstance(row, SceneBreak):
            found.append((None, [Said("", LineKind.NARRATION, (_plain(row.text or "* * *"),))]))
            fresh = True
        elif isinstance(row, Line):
            kind = row.kind if row.kind in _SET_APART else LineKind.NARRATION
            if fresh or row.opens_paragraph or found[-1][0] is not kind:
                found.append((kind, []))
            fresh = False
            said = found[-1][1]
            if said:
                said[-1] = _spaced(said[-1], row.text)
            said.append(Said(row.speaker, row.kind, tuple(_pieces(next(cues)))))
    return tuple(Paragraph(kind, tuple(said)) for kind, said in found)


def _spaced(said: Said, following: str) -> Said:
    """`said` with a space at its end, if what follows in the paragraph wants one."""
    if not said.pieces or following[:1] in _CLINGING:
        return said
    last = said.pieces[-1]
    spaced = Piece(last.text + " ", last.start, last.end, (*last.runs, (" ", False)))
    return Said(said.speaker, said.kind, (*said.pieces[:-1], spaced))


def _next_visible(text: str, start: int) -> int:
    while start < len(text) and text[start].isspace():
        start += 1
    return start


def _pieces(cue: Cue) -> Iterator[Piece]:
    """The whole text of a cue's line, cut at its sentences."""
    text, at = cue.line.text, 0
    pairs = emphases(text)
    for sentence in cue.sentences:
        start, end = sentence.span
        if at < start:
            yield Piece(text[at:start], runs=runs(text, at, start, pairs))
        at = _next_visible(text, end)
        shown = (*runs(text, start, end, pairs), *([(text[end:at], False)] if end < at else []))
        yield Piece(text[start:at], sentence.start, sentence.end, shown)
    if at < len(text):
        yield Piece(text[at:], runs=runs(text, at, len(text), pairs))


def _plain(text: str) -> Piece:
    return Piece(text, runs=((text, False),))
