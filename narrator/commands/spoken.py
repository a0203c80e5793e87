"""`narrator spoken`: what an engine is given for a text."""

import json
import sys
from collections.abc import Iterator

import click

from narrator.commands import options
from narrator.production import diction_of
from narrator.text import Diction, Spoken, numbers_in_words, speech, spoken
from narrator.workspace import Workspace

_UNKNOWN = "num2words does not know it"
_BYTE_ORDER_MARK = b"\xef\xbb\xbf"


@click.command(
    "spoken",
    short_help="Show what an engine is given for the text on standard input.",
    epilog="Example:  narrator spoken --language en-GB",
)
@click.option(
    "--language",
    default="en-US",
    show_default=True,
    metavar="TAG",
    type=options.LanguageTag(),
    help="The language of the text, and whose way to read numbers: en-GB.",
)
@click.option(
    "--book",
    metavar="BOOK",
    shell_complete=options.completing.books,
    help="Use this book's lexicon.",
)
@click.option("--heading", is_flag=True, help="Take each line for a heading.")
@options.engine
@options.workspace
@click.option(
    "--json", "as_json", is_flag=True, help="A JSON object a line, with what each word stands for."
)
def command(
    language: str,
    book: str | None,
    heading: bool,
    engine: str | None,
    workspace: Workspace,
    as_json: bool,
) -> None:
    """Read standard input and print, a line for a line, what an engine would be given.

    With --engine it is what this engine is given: espeak gets some sounds as phonemes.
    """
    diction = Diction(language)
    if not numbers_in_words(language):
        click.echo(f"narrator: numbers in {language!r} stay in figures: {_UNKNOWN}", err=True)
    if book or engine:
        name = workspace.find(book) if book else None
        diction = diction_of(workspace, name, language=language, engine=engine or "silent")
    for line in _lines():
        if as_json:
            said = speech(line, diction, heading=heading)
            click.echo(json.dumps(_document(line, said), ensure_ascii=False))
        else:
            click.echo(spoken(line, diction, heading=heading))


def _lines() -> Iterator[str]:
    """The lines of standard input; one that is no UTF-8 is read as old Windows would."""
    for number, raw in enumerate(sys.stdin.buffer):
        line = raw.removeprefix(_BYTE_ORDER_MARK) if number == 0 else raw
        try:
            text = line.decode("utf-8")
        except UnicodeDecodeError:
            text = line.decode("cp1252", errors="replace")
        yield text.rstrip("\r\n")


def _document(line: str, said: Spoken) -> dict[str, object]:
    words = [
        {
            "spoken": said.text[word.start : word.end],
            "written": line[written.start : written.end],
            "start": written.start,
            "end": written.end,
        }
        for word, written in said.words()
    ]
    return {"written": line, "spoken": said.text, "words": words}
