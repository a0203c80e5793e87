"""`narrator voices`: the voices there are."""

from dataclasses import asdict

import click

from narrator.commands import options
from narrator.commands.console import Console
from narrator.engines import DEFAULT_ENGINE
from narrator.model import Voice
from narrator.studio import voices_of


@click.command(
    "voices",
    short_help="List the voices there are.",
    epilog="Example:  narrator voices --engine espeak",
)
@options.engine
@options.as_json
def command(engine: str | None, as_json: bool) -> None:
    """List the voices of an engine: what to write after `voice =` in a casting file.

    The espeak engine also takes espeak's own names, such as en-us+f3 (accent+variant).
    """
    voices = voices_of(engine or DEFAULT_ENGINE)
    with Console(as_json=as_json) as console:
        console.result("\n".join(_table(voices)), [asdict(voice) for voice in voices])


def _table(voices: tuple[Voice, ...]) -> list[str]:
    rows = [("VOICE", "LANGUAGE", "GENDER", "AGE", "PITCH", "DESCRIPTION")]
    rows += [_row(voice) for voice in voices]
    widths = [max(len(row[column]) for row in rows) for column in range(len(rows[0]) - 1)]
    return [
        "  ".join([*(cell.ljust(width) for cell, width in zip(row, widths, strict=False)), row[-1]])
        for row in rows
    ]


def _row(voice: Voice) -> tuple[str, str, str, str, str, str]:
    pitch = f"{voice.pitch_hz:.0f} Hz" if voice.pitch_hz else ""
    return (voice.id, voice.language, voice.gender, voice.age, pitch, voice.description)
