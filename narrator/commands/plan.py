"""`narrator plan`: what making a story would come to."""

from pathlib import Path
from typing import Any

import click

from narrator.commands import options
from narrator.commands.console import Console, count, duration
from narrator.model import Character, ScriptChapter
from narrator.production import Plan, parse_source, plan_script

SHOWN_DOUBTS = 10


@click.command(
    "plan",
    short_help="Show what `make` would do with a story; write nothing.",
    epilog="Example:  narrator plan story.txt",
)
@options.sources
@options.reading
@options.jobs
@options.as_json
def command(
    sources: tuple[Path, ...], name: str | None, jobs: int, as_json: bool, **reading: Any
) -> None:
    """Show what `make` would do with a story: chapters, cast, doubtful lines, time and size.

    Nothing is written.
    """
    story = options.story(sources, name, reading)
    with Console(as_json=as_json) as console:
        plan = plan_script(parse_source(story, console.listen), jobs)
        console.result("\n".join(_report(plan)), _document(plan))


def _report(plan: Plan) -> list[str]:
    info = plan.script.info
    title = f"{info.title}, by {info.author}" if info.author else info.title
    return [
        title,
        "",
        count(len(plan.script.chapters), "chapter"),
        *(f"  {number:>3}  {_chapter(chapter)}" for number, chapter in _numbered(plan)),
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


def _numbered(plan: Plan) -> list[tuple[int, ScriptChapter]]:
    return list(enumerate(plan.script.chapters, start=1))


def _chapter(chapter: ScriptChapter) -> str:
    words = sum(len(line.text.split()) for line in chapter.lines)
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


def _document(plan: Plan) -> dict[str, Any]:
    return {
        "title": plan.script.info.title,
        "author": plan.script.info.author,
        "chapters": [chapter.title for chapter in plan.script.chapters],
        "characters": {character.name: character.lines for character in plan.speakers},
        "doubtful": len(plan.doubtful),
        "sound_seconds": round(plan.sound_seconds, 1),
        "size_bytes": round(plan.size_bytes),
        "work_seconds": round(plan.work_seconds, 1),
    }
