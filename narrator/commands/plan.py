"""`narrator plan`: what making a story would come to."""

from typing import Any

import click

from narrator.commands import options
from narrator.commands.console import Console, count, duration
from narrator.commands.languages import language_name, language_told
from narrator.languages import find_pack
from narrator.model import Book, Character, Line, ScriptChapter
from narrator.production import (
    LeftOut,
    Plan,
    Source,
    engine_for,
    known_speed,
    parse_source,
    plan_script,
)
from narrator.text.characters import count_words
from narrator.workspace import Workspace

SHOWN_DOUBTS = 10
_SAMPLE = 50
"""Characters of what is not read that are shown of a passage."""


@click.command(
    "plan",
    short_help="Show what `make` would do with a story; write nothing.",
    epilog="Example:  narrator plan story.txt",
)
@options.workspace
@options.story
@click.option("--skipped", is_flag=True, help="List each passage that is not read, in full.")
@options.engine
@options.jobs
@options.as_json
def command(
    workspace: Workspace,
    story: Source,
    skipped: bool,
    engine: str | None,
    jobs: int,
    as_json: bool,
) -> None:
    """Show what `make` would do with a story: chapters, what is not read, cast, doubtful lines,
    time and size.

    What a casting file of the book says of people and engine is followed. Nothing is written into
    the workspace. How fast an engine speaks on this machine is measured
    when it is first asked for, and kept in Narrator's own folder.
    """
    with Console(as_json=as_json) as console:
        book, script = parse_source(workspace, story, console.heed)
        speed = known_speed(engine or engine_for(workspace, story.book, script.info.language))
        plan = plan_script(script, jobs, speed)
        report = [*_about(book), *_report(plan, in_full=skipped)]
        console.result("\n".join(report), _document(book, plan))


def _about(book: Book) -> list[str]:
    """The title, and in a second line what else is known."""
    info = book.info
    title = f"{info.title}, by {info.author}" if info.author else info.title
    series = f"{info.series}, {info.series_number}".rstrip(", ")
    cover = "with a cover" if book.cover else ""
    found = book.identification
    language = language_told(found) if found else language_name(info.language)
    about = [title, "; ".join(filter(None, (series, info.date, language, cover)))]
    pack = find_pack(info.language)
    if pack and pack.about.tested:
        about.append(f"Who says what, in this language: {pack.about.tested}")
    return about


def _report(plan: Plan, *, in_full: bool) -> list[str]:
    return [
        "",
        count(len(plan.script.chapters), "chapter"),
        *(f"  {number:>3}  {_chapter(chapter)}" for number, chapter in _numbered(plan)),
        *_not_read(plan, in_full=in_full),
        "",
        count(len(plan.speakers), "speaking character"),
        *(f"  {_character(character)}" for character in plan.speakers),
        "",
        f"{count(len(plan.doubtful), 'doubtful line')}, least certain first",
        *(f"  {_doubt(plan, index)}" for index in range(min(SHOWN_DOUBTS, len(plan.doubtful)))),
        *_more(len(plan.doubtful) - SHOWN_DOUBTS),
        "",
        f"About {duration(plan.sound_seconds)} of sound, "
        f"{max(1, round(plan.size_bytes / 1e6)):,} MB as MP3 and M4B, "
        f"made in about {duration(max(1.0, plan.work_seconds))}.",
    ]


def _not_read(plan: Plan, *, in_full: bool) -> list[str]:
    if not plan.left_out:
        return []
    words = sum(group.words for group in plan.left_out)
    rows = ["", f"Not read: {count(words, 'word')}{'' if in_full else ' (--skipped lists them)'}"]
    for group in plan.left_out:
        rows.append(f"  {_group(group)}" + ("" if in_full else f": {_sample(group.passages[0])}"))
        rows += [f"      {passage}" for passage in group.passages if in_full]
    return rows


def _group(group: LeftOut) -> str:
    times = f", {len(group.passages):,} times" if len(group.passages) > 1 else ""
    return f"{group.reason} ({count(group.words, 'word')}{times})"


def _sample(text: str) -> str:
    return text if len(text) <= _SAMPLE else text[: _SAMPLE - 1].rstrip() + "…"


def _numbered(plan: Plan) -> list[tuple[int, ScriptChapter]]:
    return list(enumerate(plan.script.chapters, start=1))


def _chapter(chapter: ScriptChapter) -> str:
    words = sum(count_words(line.text) for line in chapter.lines)
    return f"{chapter.title} ({count(words, 'word')})"


def _character(character: Character) -> str:
    facts = f"{character.gender.value}, {character.age.value}".replace(", unknown", "")
    also = f"; also {', '.join(character.aliases)}" if character.aliases else ""
    return f"{character.name}: {count(character.lines, 'line')}, {facts}{also}"


def _doubt(plan: Plan, index: int) -> str:
    line = plan.doubtful[index]
    doubt = line.doubt
    if doubt is None:  # pragma: no cover (doubtful lines have one)
        return line.text
    text = line.text if len(line.text) <= 60 else line.text[:59] + "…"
    return f"{doubt.confidence:4.0%}  {line.speaker}: {text}  ({doubt.why})"


def _more(number: int) -> list[str]:
    return [f"  and {number:,} more"] if number > 0 else []


def _document(book: Book, plan: Plan) -> dict[str, Any]:
    info = book.info
    return {
        "title": info.title,
        "author": info.author,
        "language": info.language,
        "language_found": _found(book),
        "series": info.series,
        "series_number": info.series_number,
        "date": info.date,
        "cover": book.cover is not None,
        "not_read": {group.reason: list(group.passages) for group in plan.left_out},
        "chapters": [chapter.title for chapter in plan.script.chapters],
        "characters": {character.name: character.lines for character in plan.speakers},
        "doubtful": len(plan.doubtful),
        "doubtful_lines": list(map(_doubtful, plan.doubtful)),
        "sound_seconds": round(plan.sound_seconds, 1),
        "size_bytes": round(plan.size_bytes),
        "work_seconds": round(plan.work_seconds, 1),
    }


def _found(book: Book) -> dict[str, Any]:
    """How the language was found, and on what its reading was tested."""
    found, pack = book.identification, find_pack(book.info.language)
    tested = pack.about.tested if pack else ""
    if found is None:
        return {"tested": tested}
    return {
        "by": found.evidence.value,
        "certainty": round(found.certainty, 3),
        "refused": found.refused,
        "tested": tested,
    }


def _doubtful(line: Line) -> dict[str, Any]:
    doubt = line.doubt
    return {
        "speaker": line.speaker,
        "text": line.text,
        "confidence": round(doubt.confidence, 2) if doubt else None,
        "why": doubt.why if doubt else "",
    }
