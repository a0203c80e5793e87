"""A chapter's rows to the text of its script file."""

from collections.abc import Iterator

from narrator.model import Line, LineKind, Pause, Row, SceneBreak, ScriptChapter, Skipped

from .format import CHAPTER, INDENT, PAUSE, RECORDING, SCENE, SKIP, default_kind
from .quoting import write_delivery, write_name, write_value


def write_chapter(chapter: ScriptChapter) -> str:
    """The script file of `chapter`; reading it gives the same chapter again, traces aside."""
    rows = [_marked(CHAPTER, chapter.title)]
    for group, opens in _groups(chapter.rows):
        *markers, last = group
        if opens:
            rows.append("")
        rows.extend(write_row(marker) for marker in markers)
        if opens and markers and isinstance(last, Line):
            rows.append("")
        rows.append(write_row(last))
    return "\n".join(rows) + "\n"


def _groups(rows: tuple[Row, ...]) -> Iterator[tuple[list[Row], bool]]:
    """Each line with the markers before it, and whether a blank row sets them apart.

    A reader takes any blank row since the last line for a new paragraph.
    """
    group: list[Row] = []
    for row in rows:
        group.append(row)
        if isinstance(row, Line):
            yield group, row.opens_paragraph
            group = []
    if group:
        yield group, True


def write_row(row: Row) -> str:
    """`row` as it stands in a file; verse has a line end for each of its own."""
    match row:
        case Line():
            return _spoken(row)
        case Pause():
            return f"[{PAUSE} {_seconds(row.seconds)}]"
        case SceneBreak():
            return _marked(SCENE, row.text)
        case Skipped():
            return _marked(f"{SKIP} {write_value(row.reason)}".rstrip(), row.text)


def _marked(marker: str, text: str) -> str:
    return f"[{marker}] {text}".rstrip()


def _seconds(seconds: float) -> str:
    return f"{seconds + 0.0:.3f}".rstrip("0").rstrip(".")


def _spoken(line: Line) -> str:
    text = line.text.replace("\n", "\n" + INDENT)
    return f"{write_head(line)}: {text}".rstrip()


def write_head(line: Line) -> str:
    """What stands in front of the colon: the speaker and what is said of the line."""
    attributes = "; ".join(_attributes(line))
    return write_name(line.speaker) + (f" [{attributes}]" if attributes else "")


def _attributes(line: Line) -> Iterator[str]:
    if line.kind is not default_kind(line.speaker):
        yield LineKind(line.kind).value
    if line.delivery:
        yield write_delivery(line.delivery)
    if line.recording:
        yield f"{RECORDING} {write_value(line.recording)}"
    if line.doubt:
        yield f"?{round(line.doubt.confidence * 100)} {write_value(line.doubt.why)}".rstrip()
