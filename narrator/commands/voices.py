"""`narrator voices`: the voices there are."""

import shutil
import sys
import textwrap
from collections.abc import Sequence
from dataclasses import asdict
from typing import Any

import click

from narrator.commands import options, voices_download, voices_measure, voices_sample
from narrator.commands.console import Console
from narrator.production import KnownVoice, known_voices, sample_of, usable_voices
from narrator.workspace import Workspace

_HEAD = (
    *("ENGINE", "VOICE", "LANGUAGE", "GENDER", "AGE", "PITCH", "PACE", "LICENCE", "SAMPLE"),
    "DESCRIPTION",
)

_DESCRIBED = 20
"""Columns that a description needs beside the others."""
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
@click.option(
    "--language",
    metavar="TAG",
    type=options.LanguageTag(),
    help="The voices for a text in that language.",
)
@options.as_json
@click.pass_context
def command(
    context: click.Context,
    engine: str | None,
    workspace: Workspace,
    language: str | None,
    as_json: bool,
) -> None:
    """List the voices there are: what to write after `voice =` in a casting file, with the name of
    their engine in front (piper:...) if the file is for another.

    Without --engine these are the voices of all engines that have any, but for those of your system
    (--engine pyttsx3). A question mark behind a gender or an age means that it was heard, not told
    by the engine. SAMPLE is a place on the page that `narrator voices sample` makes. The espeak
    engine also takes espeak's own names, such as en-us+f3 (accent+variant).
    """
    if context.invoked_subcommand:
        return
    voices = (
        known_voices(workspace, engine, language) if engine else usable_voices(workspace, language)
    )
    with Console(as_json=as_json) as console:
        samples = [sample_of(workspace, known.voice) for known in voices]
        console.result(
            "\n".join(_table(voices, samples, _columns())),
            [_facts(known, sample) for known, sample in zip(voices, samples, strict=True)],
        )


command.add_command(voices_measure.command)
command.add_command(voices_sample.command)
command.add_command(voices_download.command)


def _facts(known: KnownVoice, sample: str) -> dict[str, Any]:
    measured = asdict(known.print) if known.print else None
    inferred = {
        "gender_inferred": known.gender_is_inferred,
        "age_inferred": known.age_is_inferred,
    }
    return {**asdict(known.voice), **inferred, "measured": measured, "sample": sample}


def _columns() -> int:
    """The width of the terminal that shows the table; 0 where it goes elsewhere."""
    return shutil.get_terminal_size().columns if sys.stdout.isatty() else 0


def _table(voices: Sequence[KnownVoice], samples: Sequence[str], columns: int) -> list[str]:
    """A row for each voice; in a terminal that is too narrow for rows, a few lines for each."""
    rows: list[tuple[str, ...]] = [_HEAD]
    rows += [_row(known, sample) for known, sample in zip(voices, samples, strict=True)]
    widths = [max(len(row[column]) for row in rows) for column in range(len(rows[0]) - 1)]
    if columns and sum(widths) + 2 * len(widths) + _DESCRIBED > columns:
        return [line for row in rows[1:] for line in _stacked(row, columns)]
    return [
        "  ".join([*(cell.ljust(width) for cell, width in zip(row, widths, strict=False)), row[-1]])
        for row in rows
    ]


def _stacked(row: Sequence[str], columns: int) -> list[str]:
    """A voice in lines of a terminal: what to write in a casting file, then all else."""
    engine, name, *facts = row
    told = textwrap.wrap(
        ", ".join(filter(None, facts)),
        width=columns - 1,
        initial_indent="  ",
        subsequent_indent="  ",
        break_on_hyphens=False,
    )
    return [f"{name} ({engine})", *told]


def _row(known: KnownVoice, sample: str) -> tuple[str, ...]:
    voice, print = known.voice, known.print
    hertz = f"{voice.pitch_hz:.0f} Hz" if voice.pitch_hz else ""
    if print and print.pitch_hz:
        hertz += f" ({print.low_hz:.0f}-{print.high_hz:.0f})"
    return (
        voice.engine,
        voice.id,
        voice.language,
        voice.gender + INFERRED * known.gender_is_inferred,
        voice.age + INFERRED * known.age_is_inferred,
        hertz,
        f"{print.pace:.0f}/s" if print else "",
        voice.licence,
        sample,
        voice.description,
    )
