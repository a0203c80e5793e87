"""`script/<book>/parsed.json`: the lines as the parser last had them, by the file of their chapter.

It lets Narrator tell a speaker that a person settled from one that it guessed itself.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import msgspec

from narrator.files import Damaged, read_json
from narrator.model import Line, Script
from narrator.screenplay import chapter_file_name

from .files import digest, write_whole

FILE_NAME = "parsed.json"


@dataclass(frozen=True, slots=True)
class ParsedLine:
    """A line as Narrator wrote it."""

    text: str
    speaker: str
    doubt: int | None = None
    """How sure it was, in per cent, where it put a question."""
    asked: bool = False
    """Whether a server said who speaks."""


@dataclass(frozen=True, slots=True)
class Parsed:
    """What Narrator wrote."""

    chapters: Mapping[str, tuple[ParsedLine, ...]]
    """The lines by the name of their file."""
    learnt: str = ""
    """Names the corrections that the lines follow."""
    coming: Mapping[str, tuple[ParsedLine, ...]] = field(default_factory=dict)
    """By the SHA-256 of a file that was about to be written, the lines that it has then."""

    def lines_of(self, path: Path) -> tuple[ParsedLine, ...]:
        """The lines of a file as Narrator last had them, also if it was cut short."""
        if self.coming and (lines := self.coming.get(digest(path.read_bytes()))) is not None:
            return lines
        return self.chapters.get(path.name, ())


def parsed_line(line: Line, *, asked: bool = False) -> ParsedLine:
    """What is remembered of `line`."""
    doubt = round(100 * line.doubt.confidence) if line.doubt else None
    return ParsedLine(line.text, line.speaker, doubt, asked)


def parsed_script(script: Script, plain: Script | None = None) -> Parsed:
    """What is remembered of `script`; where `plain` says otherwise a server was asked."""
    return Parsed(
        {
            chapter_file_name(number, chapter.title): tuple(
                parsed_line(line, asked=plain is not None and line != before)
                for line, before in zip(chapter.lines, other.lines, strict=True)
            )
            for number, (chapter, other) in enumerate(
                zip(script.chapters, (plain or script).chapters, strict=True), start=1
            )
        }
    )


def read_parsed(folder: Path) -> Parsed | None:
    """What was remembered in a script folder; None where nothing is that can be read."""
    try:
        data = read_json(folder / FILE_NAME, dict[str, Any])
        return Parsed(_lines(data["chapters"]), str(data["learnt"]), _lines(data["coming"]))
    except (OSError, Damaged, ValueError, KeyError, TypeError, AttributeError):
        return None


def write_parsed(folder: Path, parsed: Parsed) -> None:
    """Remember `parsed` in a script folder."""
    data = {
        "chapters": {key: list(map(_row, lines)) for key, lines in parsed.chapters.items()},
        "learnt": parsed.learnt,
        "coming": {key: list(map(_row, lines)) for key, lines in parsed.coming.items()},
    }
    write_whole(folder / FILE_NAME, msgspec.json.encode(data).decode() + "\n")


def _row(line: ParsedLine) -> tuple[str, str, int | None, bool]:
    return line.text, line.speaker, line.doubt, line.asked


def _lines(data: Mapping[str, Sequence[Sequence[Any]]]) -> dict[str, tuple[ParsedLine, ...]]:
    return {key: tuple(ParsedLine(*line) for line in lines) for key, lines in data.items()}
