"""`narrator voices`: the voices there are."""

from dataclasses import asdict
from typing import Any

import click

from narrator.commands import options, voices_download, voices_measure, voices_sample
from narrator.commands.console import Console
from narrator.engines import DEFAULT_ENGINE
from narrator.production import KnownVoice, known_voices
from narrator.workspace import Workspace

_HEAD = ("VOICE", "LANGUAGE", "GENDER", "AGE", "PITCH", "PACE", "LICENCE", "DESCRIPTION")

INFERRED = "?"
"""Behind a gender or age that was measured, not told by the engine."""


@click.group(
    "voices",
    short_help="List the voices there are.",
    epilog="Example:  narrator voices --engine espeak",
    invoke_without_command=True,
)
@options.engine
@options.workspace
@click.option("--language", metavar="TAG", help="The voices for a text in that language.")
@options.as_json
@click.pass_context
def command(
    context: click.Context,
    engine: str | None,
    workspace: Workspace,
    language: str | None,
    as_json: bool,
) -> None:
    """List the voices of an engine: what to write after `voice =` in a casting file.

    A question mark behind a gender or an age means that it was heard, not told by the engine. The
    espeak engine also takes espeak's own names, such as en-us+f3 (accent+variant).
    """
    if context.invoked_subcommand:
        return
    voices = known_voices(workspace, engine or DEFAULT_ENGINE, language)
    with Console(as_json=as_json) as console:
        console.result("\n".join(_table(voices)), [_facts(known) for known in voices])


command.add_command(voices_measure.command)
command.add_command(voices_sample.command)
command.add_command(voices_download.command)


def _facts(known: KnownVoice) -> dict[str, Any]:
    measured = asdict(known.print) if known.print else None
    inferred = {
        "gender_inferred": known.gender_is_inferred,
        "age_inferred": known.age_is_inferred,
    }
    return {**asdict(known.voice), **inferred, "measured": measured}


def _table(voices: tuple[KnownVoice, ...]) -> list[str]:
    rows: list[tuple[str, ...]] = [_HEAD]
    rows += [_row(known) for known in voices]
    widths = [max(len(row[column]) for row in rows) for column in range(len(rows[0]) - 1)]
    return [
        "  ".join([*(cell.ljust(width) for cell, width in zip(row, widths, strict=False)), row[-1]])
        for row in rows
    ]


def _row(known: KnownVoice) -> tuple[str, ...]:
    voice, print = known.voice, known.print
    hertz = f"{voice.pitch_hz:.0f} Hz" if voice.pitch_hz else ""
    if print and print.pitch_hz:
        hertz += f" ({print.low_hz:.0f}-{print.high_hz:.0f})"
    return (
        voice.id,
        voice.language,
        voice.gender + INFERRED * known.gender_is_inferred,
        voice.age + INFERRED * known.age_is_inferred,
        hertz,
        f"{print.pace:.0f}/s" if print else "",
        voice.licence,
        voice.description,
    )
