"""What can be done to lines, as other texts of their files."""

from collections.abc import Callable, Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from narrator.model import NARRATOR, Line, LineKind, Pause, Row, Skipped
from narrator.screenplay import PlacedRow, placed_chapter, respoken, write_row

from .hunks import rows_of
from .papers import CannotBeDone, Paper, Papers, Place

Texts = Mapping[str, str]
"""Files as they shall be, by name."""

_SPOKEN = (LineKind.DIALOGUE, LineKind.THOUGHT)


@dataclass(frozen=True, slots=True)
class Edit:
    """Rows of a file, from `first` to before `behind`, counted from 1, and what stands there."""

    first: int
    behind: int
    rows: tuple[str, ...]


def assign(papers: Papers, ids: Iterable[int], speaker: str | None, kind: LineKind | None) -> Texts:
    """Lines said by `speaker`, or by whom it was guessed, and without a doubt."""

    def settled(line: Line) -> Line:
        who = speaker or line.speaker
        return replace(line, speaker=who, kind=kind or _kind(line, who), doubt=None)

    return _changed(papers, ids, settled)


def deliver(papers: Papers, ids: Iterable[int], delivery: str) -> Texts:
    """Lines said so."""
    return _changed(papers, ids, lambda line: replace(line, delivery=delivery))


def respeak(papers: Papers, names: Mapping[str, str]) -> Texts:
    """All lines of some speakers given to others, doubts and all."""
    found = [place.id for place, line in papers.lines() if line.speaker in names]
    return _changed(papers, found, lambda line: replace(line, speaker=names[line.speaker]))


def said_by(papers: Papers, names: Container[str], chapter: int | None) -> list[int]:
    """The ids of all lines of somebody with some names, in a chapter or in the book."""
    return [
        place.id
        for place, line in papers.lines()
        if line.speaker in names and chapter in (None, place.paper.number)
    ]


def omit(papers: Papers, ids: Iterable[int], reason: str) -> Texts:
    """Lines that are not read aloud."""
    return _edited(papers, ids, lambda place: _instead(place, Skipped(_line(place).text, reason)))


def restore(papers: Papers, ids: Iterable[int], speaker: str) -> Texts:
    """Skipped text read by `speaker`."""

    def spoken(place: Place) -> Edit:
        row = place.placed.row
        if not isinstance(row, Skipped):
            raise CannotBeDone("this is read aloud already")
        kind = LineKind.NARRATION if speaker == NARRATOR else LineKind.DIALOGUE
        return _instead(place, Line(speaker, row.text, kind))

    return _edited(papers, ids, spoken)


def pause(papers: Papers, id: int, seconds: float | None, *, behind: bool) -> Texts:
    """A silence of so many seconds before or behind a line, and no other there."""
    place = papers.place(id)
    paper, rows = _open(place.paper), place.paper.rows
    at = place.at
    if behind:
        low, high, where = at + 1, _next_line(rows, at), place.placed.behind
    else:
        low, high, where = _last_line(rows, at) + 1, at, place.placed.first
    old = [placed for placed in rows[low:high] if isinstance(placed.row, Pause)]
    edits = [Edit(placed.first, placed.behind, ()) for placed in old]
    if seconds is not None:
        new = write_row(Pause(seconds))
        if old:
            edits[0] = replace(edits[0], rows=(new,))
        else:
            edits.append(Edit(where, where, (new,)))
    return {paper.name: _with(paper.text, edits)}


def split(papers: Papers, id: int, at: int) -> Texts:
    """A line as two, both by its speaker."""
    place = papers.place(id)
    line = _line(place)
    one, two = line.text[:at].strip(), line.text[at:].strip()
    if not one or not two:
        raise CannotBeDone("a line cannot be split at its end")
    rows = (write_row(replace(line, text=one)), write_row(replace(line, text=two)))
    placed = place.placed
    paper = _open(place.paper)
    return {paper.name: _with(paper.text, [Edit(placed.first, placed.behind, rows)])}


def merge(papers: Papers, id: int) -> Texts:
    """A line and the next one as one."""
    place = papers.place(id)
    line, paper = _line(place), _open(place.paper)
    after = paper.rows[place.at + 1] if place.at + 1 < len(paper.rows) else None
    if after is None or not isinstance(after.row, Line):
        raise CannotBeDone("there is no line right behind it to be joined with")
    sign = "\n" if line.kind is LineKind.VERSE else " "
    whole = replace(line, text=f"{line.text}{sign}{after.row.text}")
    edit = Edit(place.placed.first, after.behind, (write_row(whole),))
    return {paper.name: _with(paper.text, [edit])}


def record(papers: Papers, id: int, recording: str) -> Texts:
    """A line heard as it was recorded, or in its voice."""
    return _changed(papers, [id], lambda line: replace(line, recording=recording))


def _changed(papers: Papers, ids: Iterable[int], change: Callable[[Line], Line]) -> Texts:
    return _edited(papers, ids, lambda place: _headed(place, change(_line(place))))


def _edited(papers: Papers, ids: Iterable[int], edit: Callable[[Place], Edit]) -> Texts:
    edits: dict[str, tuple[Paper, list[Edit]]] = {}
    index = {id: at for paper in papers for at, id in enumerate(paper.ids)}
    for id in dict.fromkeys(ids):
        paper = _open(papers.place(id).paper)
        found = edits.setdefault(paper.name, (paper, []))
        found[1].append(edit(Place(paper, index[id])))
    return {name: _with(paper.text, some) for name, (paper, some) in edits.items()}


def _open(paper: Paper) -> Paper:
    """`paper`, if anything can be done to it."""
    if paper.problem:
        raise CannotBeDone(paper.problem.splitlines()[0])
    return paper


def _line(place: Place) -> Line:
    row = place.placed.row
    if not isinstance(row, Line):
        raise CannotBeDone("this is not read aloud")
    return row


def _kind(line: Line, speaker: str) -> LineKind:
    """The kind of a line once it is said by `speaker`."""
    if speaker == NARRATOR:
        return LineKind.NARRATION if line.kind in _SPOKEN else line.kind
    return LineKind.DIALOGUE if line.kind is LineKind.NARRATION else line.kind


def _headed(place: Place, line: Line) -> Edit:
    """`line` in place of what stands there with the same words, which stay as they are written."""
    placed = place.placed
    rows = rows_of(place.paper.text)[placed.first - 1 : placed.behind - 1]
    text = respoken("".join(rows), {1: line})
    read = placed_chapter(text).rows
    if [one.row for one in read] == [replace(line, opens_paragraph=False)]:
        return Edit(placed.first, placed.behind, tuple(map(_bare, rows_of(text))))
    return _instead(place, line)


def _instead(place: Place, row: Row) -> Edit:
    """`row` in place of another; notes among its rows stay, before it."""
    placed = place.placed
    rows = rows_of(place.paper.text)[placed.first : placed.behind - 1]
    notes = [_bare(each) for each in rows if each.startswith("#")]
    return Edit(placed.first, placed.behind, (*notes, write_row(row)))


def _bare(row: str) -> str:
    return row.rstrip("\r\n")


def _with(text: str, edits: Sequence[Edit]) -> str:
    """`text` with other rows; the rest of it, and its line ends, as they stand."""
    rows = rows_of(text)
    end = "\r\n" if "\r\n" in text else "\n"
    if rows and not rows[-1].endswith(("\r", "\n")):
        rows[-1] += end
    return "".join(_pieces(rows, edits, end))


def _pieces(rows: Sequence[str], edits: Sequence[Edit], end: str) -> Iterator[str]:
    at = 0
    for edit in sorted(edits, key=lambda edit: (edit.first, edit.behind)):
        yield from rows[at : edit.first - 1]
        for row in edit.rows:
            yield row.replace("\n", end) + end
        at = edit.behind - 1
    yield from rows[at:]


def _next_line(rows: Sequence[PlacedRow], at: int) -> int:
    """The index of the line behind the row `at`, or of the end."""
    following = range(at + 1, len(rows))
    return next((n for n in following if isinstance(rows[n].row, Line)), len(rows))


def _last_line(rows: Sequence[PlacedRow], at: int) -> int:
    """The index of the line before the row `at`; -1 where there is none."""
    return next((n for n in range(at - 1, -1, -1) if isinstance(rows[n].row, Line)), -1)
