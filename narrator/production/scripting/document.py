"""The JSON document of `narrator parse --json`: an interface, documented in docs/json.md."""

from bisect import bisect_right
from collections.abc import Sequence
from typing import Any

from narrator.model import (
    Character,
    Line,
    Pronunciation,
    SceneBreak,
    Script,
    ScriptChapter,
    Skipped,
    Span,
    Trace,
)

SCENE_BREAK = "scene break"
"""The reason given for the mark of a scene break, which is heard as a pause."""


def script_document(script: Script) -> dict[str, Any]:
    """`script` as plain data, ready for JSON."""
    return {
        "title": script.info.title,
        "author": script.info.author,
        "language": script.info.language,
        "pronunciations": [_pronunciation(each) for each in script.pronunciations],
        "characters": [_character(character) for character in script.characters],
        "chapters": [_chapter(chapter) for chapter in script.chapters],
        "skipped": [skip for chapter in script.chapters for skip in _skipped(chapter)],
    }


def _character(character: Character) -> dict[str, Any]:
    return {
        "name": character.name,
        "aliases": list(character.aliases),
        "gender": character.gender.value,
        "age": character.age.value,
        "lines": character.lines,
    }


def _pronunciation(said: Pronunciation) -> dict[str, Any]:
    ways = {"say": said.say, "ipa": said.ipa, "language": said.language, "tongue": said.tongue}
    return {"written": said.written, **{name: way for name, way in ways.items() if way}}


def _chapter(chapter: ScriptChapter) -> dict[str, Any]:
    return {"title": chapter.title, "lines": [_line(line) for line in chapter.lines]}


def _line(line: Line) -> dict[str, Any]:
    return {
        "speaker": line.speaker,
        "kind": line.kind.value,
        "text": line.text,
        **_place(line.trace),
        "confidence": round(line.trace.confidence, 3),
        "why": line.trace.why,
    }


def _skipped(chapter: ScriptChapter) -> list[dict[str, Any]]:
    spans = sorted(line.trace.span for line in chapter.lines if line.trace.span)
    return [
        {
            **_place_of_skipped(row.trace, spans),
            "reason": row.reason if isinstance(row, Skipped) else SCENE_BREAK,
        }
        for row in chapter.rows
        if isinstance(row, Skipped | SceneBreak)
    ]


def _place_of_skipped(trace: Trace, lines: Sequence[Span]) -> dict[str, Any]:
    """Where it stands; `within` where a line spans it, so that every character is in one only."""
    if trace.span:
        at = bisect_right(lines, trace.span.start, key=lambda line: line.start) - 1
        if at >= 0 and trace.span.end <= lines[at].end:
            return {**_place(Trace()), "within": [*trace.span]}
    return _place(trace)


def _place(trace: Trace) -> dict[str, int | None]:
    start, end = trace.span if trace.span else (None, None)
    return {"start": start, "end": end}
