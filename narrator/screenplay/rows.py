"""One row of a script file to what it means."""

import difflib
import re
from dataclasses import dataclass

from narrator.model import Doubt, Line, LineKind, Pause, Row, SceneBreak, Skipped

from .format import KINDS, MARKERS, PAUSE, RECORDING, SCENE, SKIP, default_kind
from .quoting import bare_name, is_bare_name, read_quoted, read_value, skip_blanks

_MARKER = re.compile(r"\[\s*([^\s\]]*)")
_SECONDS = re.compile(r"([0-9]+(?:[.,][0-9]*)?|[.,][0-9]+)\s*(?:s|sec|secs|second|seconds)?", re.I)
_DOUBT = re.compile(r"\?\s*([0-9]{1,3})%?(?=[\s;\]]|$)")
_RECORDING = re.compile(rf"{RECORDING}\s+(?=[^\s;\]])", re.I | re.A)
_SHOWN = 120
"""Characters that are enough to find a mistake."""
LONGEST_PAUSE = 600.0
"""Seconds."""
_ADD_SPEAKER = "begin the row with a name and a colon"


@dataclass(frozen=True, slots=True)
class Title:
    """The chapter's title row."""

    text: str


class BadRow(Exception):
    """A row that cannot be understood: what is wrong and what to do."""

    def __init__(self, what: str, todo: str) -> None:
        super().__init__(what)
        self.what = what if len(what) <= _SHOWN else f"{what[: _SHOWN - 1]}…"
        self.todo = todo


@dataclass(slots=True)
class _Attributes:
    """What stands in the brackets behind a name."""

    kind: LineKind | None = None
    delivery: str = ""
    doubt: Doubt | None = None
    recording: str = ""


def read_row(row: str) -> Row | Title:
    """The meaning of `row`, which holds no blanks at its ends and may go on over line ends.

    Raises:
        BadRow: it has none.
    """
    return _read_marker(row) if row.startswith("[") else _read_line(row)


def text_start(row: str) -> int:
    """The offset of the colon behind the speaker of the line `row`.

    Raises:
        BadRow: there is none.
    """
    _, at = _read_name(row)
    _, at = _read_attributes(row, at)
    if row[at : at + 1] != ":":
        raise BadRow("no speaker", _ADD_SPEAKER)
    return at


def _read_line(row: str) -> Line:
    name, at = _read_name(row)
    attributes, at = _read_attributes(row, at)
    if row[at : at + 1] != ":":
        if row[at - 1 : at] == "]":
            raise BadRow("no colon behind the bracket", "write it as  Name [whispered]: text")
        raise BadRow("no speaker", _ADD_SPEAKER)
    return Line(
        speaker=name,
        text=row[at + 1 :],
        kind=attributes.kind or default_kind(name),
        delivery=attributes.delivery,
        doubt=attributes.doubt,
        recording=attributes.recording,
    )


def _read_name(row: str) -> tuple[str, int]:
    string = read_quoted(row, 0)
    if string:
        name, end = " ".join(string[0].split()), string[1]
    else:
        end = min((at for at in (row.find(":"), row.find("[")) if at >= 0), default=len(row))
        name = " ".join(row[:end].split())
        if "\n" in row[:end] or not is_bare_name(name):
            raise BadRow("no speaker", _ADD_SPEAKER)
        name = bare_name(name)
    if not name:
        raise BadRow("no speaker", _ADD_SPEAKER)
    return name, skip_blanks(row, end)


def _read_attributes(row: str, at: int) -> tuple[_Attributes, int]:
    attributes = _Attributes()
    if row[at : at + 1] != "[":
        return attributes, at
    while row[at : at + 1] != "]":
        at = _read_attribute(row, skip_blanks(row, at + 1), attributes)
        if at >= len(row):
            raise BadRow("a bracket that is not closed", "put ] behind the last attribute")
    return attributes, skip_blanks(row, at + 1)


def _read_attribute(row: str, at: int, attributes: _Attributes) -> int:
    """Take the attribute at `at` into `attributes`; the offset of the `;` or `]` behind it."""
    doubt, recording = _DOUBT.match(row, at), _RECORDING.match(row, at)
    value, is_quoted, end = read_value(row, found.end() if (found := doubt or recording) else at)
    if doubt:
        _set_doubt(attributes, int(doubt[1]), value)
    elif recording:
        _set_recording(attributes, value)
    elif value.startswith("?") and not is_quoted:
        raise BadRow(
            f"a guess without a number: {value}",
            "write it as  ?62 the reason  or take it away if the speaker is right",
        )
    elif value.casefold() in KINDS and not is_quoted:
        if attributes.kind:
            raise BadRow(f"two kinds: {attributes.kind.value} and {value}", "keep one")
        attributes.kind = KINDS[value.casefold()]
    elif value:
        if attributes.delivery:
            raise BadRow(
                f"two deliveries: {attributes.delivery} and {value}",
                "keep one, or put a comma between them",
            )
        attributes.delivery = value
    return end


def _set_doubt(attributes: _Attributes, percent: int, why: str) -> None:
    if attributes.doubt:
        raise BadRow("two guesses on one line", "keep one")
    if percent > 100:
        raise BadRow(f"a guess that is {percent} % certain", "write a number from 0 to 100")
    attributes.doubt = Doubt(percent / 100, why)


def _set_recording(attributes: _Attributes, name: str) -> None:
    if attributes.recording:
        raise BadRow("two recordings on one line", "keep one")
    attributes.recording = name


def _read_marker(row: str) -> Row | Title:
    found = _MARKER.match(row)
    word = found[1] if found else ""
    if word.casefold() not in MARKERS:
        raise BadRow(f"[{word}] is not known", _marker_advice(word))
    value, _, end = read_value(row, found.end() if found else 1, "]")
    if end >= len(row):
        raise BadRow(f"[{word} is not closed", "put ] behind it")
    return _marked(word.casefold(), value, row[end + 1 :].strip())


def _marked(marker: str, value: str, text: str) -> Row | Title:
    if marker == SKIP:
        return Skipped(text, value)
    if marker == PAUSE:
        return _read_pause(value, text)
    if value:
        raise BadRow(f"[{marker} {value}] is not known", f"write it as  [{marker}] {value}")
    return SceneBreak(text) if marker == SCENE else Title(text)


def _read_pause(value: str, text: str) -> Pause:
    seconds = _SECONDS.fullmatch(value or text)
    if not seconds or (value and text):
        shown = f"{value} {text}".strip()
        raise BadRow(f"a pause of {shown or 'no length'}", "write seconds, as in [pause 1.5]")
    length = float(seconds[1].replace(",", "."))
    if length > LONGEST_PAUSE:
        raise BadRow(
            "a pause that is too long",
            f"write at most {LONGEST_PAUSE:g} seconds, as in [pause 1.5]",
        )
    return Pause(length)


def _marker_advice(word: str) -> str:
    close = difflib.get_close_matches(word.casefold(), MARKERS, n=1)
    if close:
        return f"did you mean [{close[0]}]?"
    known = ", ".join(f"[{marker}]" for marker in MARKERS)
    return f"a row begins with a name and a colon, or with one of {known}"
