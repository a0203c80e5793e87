"""A book under review to what a page is told of it."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence

from narrator.casting import find_saying_problems, read_sayings
from narrator.model import NARRATOR, Line, Pause, Row, SceneBreak, Skipped

from . import shapes
from .doubts import confidence, expected_wrong, forecast, is_asked, people_around
from .papers import Paper
from .reviewed import Reviewed

COLOURS = 12
Likely = Callable[[int], Sequence[str]]
"""Who may say the line of an id, the likeliest first."""


def row_of(book: Reviewed, id: int, row: Row) -> shapes.Row:
    """A row as a page shows it."""
    match row:
        case Line():
            doubt = shapes.Doubt(row.doubt.confidence, row.doubt.why) if row.doubt else None
            return shapes.Row(
                id,
                "line",
                row.text,
                book.bill.name_of(row.speaker),
                row.kind.value,
                row.opens_paragraph,
                row.delivery,
                row.recording,
                doubt,
                book.stale.get(id),
            )
        case Pause():
            return shapes.Row(id, "pause", seconds=row.seconds)
        case SceneBreak():
            return shapes.Row(id, "scene", row.text)
        case Skipped():
            return shapes.Row(id, "skipped", row.text, reason=row.reason)


def rows_of(book: Reviewed, ids: Iterable[int]) -> tuple[shapes.Row, ...]:
    """Rows by their ids."""
    places = map(book.papers.place, ids)
    return tuple(row_of(book, place.id, place.placed.row) for place in places)


def sheet_of(book: Reviewed, paper: Paper) -> shapes.Sheet:
    """A chapter, in full."""
    rows = (row_of(book, id, placed.row) for id, placed in zip(paper.ids, paper.rows, strict=True))
    return shapes.Sheet(paper.number, paper.title, paper.version, tuple(rows), paper.problem)


def heading_of(book: Reviewed, paper: Paper) -> shapes.Heading:
    """A chapter in the list of all."""
    lines = [
        (id, placed.row)
        for id, placed in zip(paper.ids, paper.rows, strict=True)
        if isinstance(placed.row, Line)
    ]
    known = [book.stale[id] for id, _ in lines if id in book.stale]
    sure = [confidence(line, book.sure.get(id)) for id, line in lines if is_asked(line)]
    return shapes.Heading(
        paper.number,
        paper.title,
        paper.version,
        len(lines),
        sum(line.doubt is not None for _, line in lines),
        round(expected_wrong(sure), 2),
        sum(known) if len(known) == len(lines) else None,
    )


def forecast_of(book: Reviewed, pace: float | None) -> shapes.Forecast:
    """When to stop."""
    sure, doubtful = [], []
    for place, line in book.papers.lines():
        if line.doubt:
            doubtful.append(line.doubt.confidence)
        if is_asked(line):
            sure.append(confidence(line, book.sure.get(place.id)))
    return forecast(sure, doubtful, pace)


def speakers(book: Reviewed) -> list[str]:
    """Everyone with lines, most lines first, the narrator aside."""
    lines = Counter(book.bill.name_of(line.speaker) for _, line in book.papers.lines())
    del lines[NARRATOR]
    return [name for name, _ in lines.most_common()]


def doubts_of(book: Reviewed, likely: Likely) -> list[shapes.Doubtful]:
    """The lines to be looked at, the least certain first."""
    names = speakers(book)
    found = [
        shapes.Doubtful(
            place.id,
            place.paper.number,
            book.bill.name_of(line.speaker),
            line.doubt.confidence,
            people_around(place, likely(place.id), names),
        )
        for place, line in book.papers.lines()
        if line.doubt
    ]
    return sorted(found, key=lambda one: one.confidence)


def sayings_of(book: Reviewed) -> list[shapes.Saying]:
    """How words are said that a person told, but for one language only."""
    desk, found = book.desk, []
    for name in (desk.casting, desk.lexicon):
        text = desk.text(name)
        if text.strip() and not find_saying_problems(text):
            everywhere = name == desk.lexicon
            found += [
                shapes.Saying(one.written, one.say, one.ipa, everywhere)
                for one in read_sayings(text)
                if not one.language
            ]
    return found


def people_of(book: Reviewed, like: Mapping[str, tuple[str, ...]]) -> list[shapes.Person]:
    """Everyone who speaks, and all of the casting file, the narrator first."""
    lines: Counter[str] = Counter()
    spoken: Counter[str] = Counter()
    for _, line in book.papers.lines():
        name = book.bill.name_of(line.speaker)
        lines[name] += 1
        spoken[name] += len(line.text)
    whole = max(sum(spoken.values()), 1)
    cast = [role.character.name for role in book.bill.cast.roles]
    colours = {
        name: at for at, name in enumerate(dict.fromkeys([NARRATOR, *cast, *speakers(book)]))
    }
    names = sorted(colours, key=lambda name: (name != NARRATOR, -lines[name], colours[name]))
    return [
        _person(book, name, lines[name], spoken[name] / whole, like.get(name, ()), colours[name])
        for name in names
    ]


def _person(
    book: Reviewed, name: str, lines: int, share: float, like: tuple[str, ...], colour: int
) -> shapes.Person:
    role = book.bill.cast.role(name)
    known = next((one for one in book.bill.characters if one.name == name), None)
    one = role.character if role else known
    return shapes.Person(
        name=name,
        aliases=book.bill.aliases_of(name),
        lines=lines,
        share=round(share, 5),
        voice=role.voice if role else "",
        rate=role.manner.rate if role else 1.0,
        pitch=role.manner.pitch if role else 0.0,
        gain=role.gain if role else 0.0,
        locked=role.locked if role else False,
        gender=one.gender.value if one else "unknown",
        age=one.age.value if one else "unknown",
        kind=one.kind.value if one else "person",
        like=like,
        colour=-1 if name == NARRATOR else colour % COLOURS,
    )
