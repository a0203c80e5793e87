"""Pieces and verdicts to a script: every block becomes rows, in order, nothing left out."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from narrator.model import (
    NARRATOR,
    Block,
    BlockKind,
    Book,
    Chapter,
    Doubt,
    Line,
    LineKind,
    Row,
    SceneBreak,
    Script,
    ScriptChapter,
    Skipped,
    Span,
    Trace,
)

from .deciding import Verdict, thinker_of
from .mentions import NOBODY
from .page import Paragraph, Part, PieceKind
from .people import SOMEONE, bill, characters
from .study import Study
from .turns import delivery_of, tag_of

CUE = "cue"
"""Why a speaker is certain: a play, or another source that names its speakers, says so."""
DOUBTFUL = 0.9
"""A speaker less sure than this is put to a person as a question."""

VOICED = (LineKind.DIALOGUE, LineKind.THOUGHT, LineKind.VERSE, LineKind.LETTER)
"""Kinds of lines that count as somebody's."""

_KINDS = {BlockKind.VERSE: LineKind.VERSE, BlockKind.LETTER: LineKind.LETTER}


class Assembler:
    """Makes the script of one book from what was found out about it."""

    def __init__(self, book: Book, study: Study, verdicts: Sequence[Verdict]) -> None:
        self._book = book
        self._study = study
        self._verdicts = {
            place: verdict
            for turn, verdict in zip(study.turns, verdicts, strict=True)
            for place in turn.parts
        }
        self._thoughts = _thinkers(study)
        self._names = self.bill(verdicts)
        self._paragraphs = {
            (paragraph.chapter, paragraph.block): number
            for number, paragraph in enumerate(study.paragraphs)
        }

    def bill(self, verdicts: Sequence[Verdict]) -> dict[int, str]:
        """The names of all who speak by these verdicts, or think."""
        speaking = {verdict.person for verdict in (*verdicts, *self._thoughts.values())}
        return bill(self._study.people, speaking - {NOBODY})

    def places(self) -> list[list[tuple[int, int] | None]]:
        """For each row of each chapter the paragraph and part that it voices, if it does."""
        return [
            [
                place
                for index, block in enumerate(chapter.blocks)
                if block.text.strip()
                for place in self._voiced_in(self._paragraphs.get((number, index)))
            ]
            for number, chapter in enumerate(self._book.chapters)
        ]

    def _voiced_in(self, number: int | None) -> Iterator[tuple[int, int] | None]:
        if number is None:
            yield None
            return
        for run in _runs(self._study.paragraphs[number]):
            index, part = run[0]
            yield (number, index) if part.is_voiced else None

    def script(self) -> Script:
        """The whole script."""
        chapters = tuple(
            ScriptChapter(chapter.title, tuple(self._rows(number, chapter)))
            for number, chapter in enumerate(self._book.chapters)
        )
        lines = Counter(
            line.speaker for chapter in chapters for line in chapter.lines if line.kind in VOICED
        )
        people = characters(self._study.pack, self._study.people, self._names, lines)
        return Script(self._book.info, chapters, people, self._book.pronunciations)

    def _rows(self, number: int, chapter: Chapter) -> Iterator[Row]:
        for index, block in enumerate(chapter.blocks):
            if not block.text.strip():
                continue
            where = self._paragraphs.get((number, index))
            if where is not None:
                yield from self._lines(block, where)
            else:
                yield _plain_row(block)

    def _lines(self, block: Block, number: int) -> Iterator[Line]:
        """The lines of a paragraph: neighbouring parts of the narrator's are one."""
        opens = True
        for run in _runs(self._study.paragraphs[number]):
            if run[0][1].is_voiced:
                line = self._voiced(block, number, *run[0], opens)
            else:
                start, end = run[0][1].start, run[-1][1].end
                written = run[0][1].kind is PieceKind.LETTER
                kind = LineKind.LETTER if written else _KINDS.get(block.kind, LineKind.NARRATION)
                line = Line(
                    NARRATOR, block.text[start:end], kind, opens, trace=_trace(block, start, end)
                )
            yield line
            opens = False

    def _voiced(self, block: Block, number: int, index: int, part: Part, opens: bool) -> Line:
        text = block.text[part.start : part.end]
        if part.kind is PieceKind.THOUGHT:
            thinker = self._thoughts[number, index]
            trace = _trace(block, part.start, part.end, thinker.confidence, thinker.why)
            speaker = self._names.get(thinker.person, NARRATOR)
            doubt = doubt_of(thinker)
            return Line(speaker, text, LineKind.THOUGHT, opens, doubt=doubt, trace=trace)
        verdict = self._verdicts[number, index]
        speaker = self._names.get(verdict.person, SOMEONE)
        tag = tag_of(self._study.pack, self._study.texts[number], index)
        kind = LineKind.VERSE if block.kind is BlockKind.VERSE else LineKind.DIALOGUE
        trace = _trace(block, part.start, part.end, verdict.confidence, verdict.why)
        delivery = delivery_of(self._study.pack, tag, text, block.text[part.end :])
        return Line(speaker, text, kind, opens, delivery, doubt_of(verdict), trace)


def _thinkers(study: Study) -> Mapping[tuple[int, int], Verdict]:
    return {
        (number, index): thinker_of(study, number, index)
        for number, paragraph in enumerate(study.paragraphs)
        for index, part in enumerate(paragraph.parts)
        if part.kind is PieceKind.THOUGHT
    }


def doubt_of(verdict: Verdict) -> Doubt | None:
    """The question that a verdict puts to a person, where it is not sure enough."""
    unsure = verdict.confidence < DOUBTFUL
    return Doubt(verdict.confidence, verdict.why) if unsure else None


def _runs(paragraph: Paragraph) -> list[list[tuple[int, Part]]]:
    runs: list[list[tuple[int, Part]]] = []
    for index, part in enumerate(paragraph.parts):
        if runs and _is_told(part) and _is_told(runs[-1][0][1]):
            runs[-1].append((index, part))
        else:
            runs.append([(index, part)])
    return runs


def _is_told(part: Part) -> bool:
    """Whether the narrator goes on with it as with any other narration."""
    return not part.is_voiced and part.kind is not PieceKind.LETTER


def _plain_row(block: Block) -> Row:
    start = len(block.text) - len(block.text.lstrip())
    trace = _trace(block, start, len(block.text.rstrip()))
    if block.kind is BlockKind.SCENE_BREAK:
        return SceneBreak(block.text, trace)
    if block.kind is BlockKind.SKIPPED:
        return Skipped(block.text, block.reason, trace)
    if block.speaker:
        plain = LineKind.NARRATION if block.speaker == NARRATOR else LineKind.DIALOGUE
        kind = LineKind.VERSE if block.kind is BlockKind.VERSE else plain
        return Line(block.speaker, block.text, kind, trace=replace(trace, why=CUE))
    return Line(NARRATOR, block.text, LineKind.HEADING, trace=trace)


def _trace(block: Block, start: int, end: int, confidence: float = 1.0, why: str = "") -> Trace:
    first, last = block.place(start), block.place(end - 1)
    if first is None or last is None:
        return Trace(None, confidence, why)
    return Trace(Span(first, last + 1), confidence, why)
