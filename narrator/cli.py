"""The `narrator` command: which commands there are, and how a failure is shown."""

import errno
import importlib
import os
import shlex
import sys
import traceback
from collections.abc import Sequence
from difflib import get_close_matches
from pathlib import Path
from typing import NoReturn

import click

from narrator import __version__
from narrator.errors import NarratorError

COMMANDS = {
    "make": "Turn a story into an audiobook: parse, cast, record and publish it.",
    "batch": "Make several stories, each into a book of its own.",
    "watch": "Make what is put into a folder, until you end it.",
    "plan": "Show what `make` would do with a story; write nothing.",
    "parse": "Write the script of a story: who says what.",
    "check": "List the problems and the doubtful lines of a book's script.",
    "cast": "Give every character of a book a voice.",
    "record": "Record and publish a book from its script.",
    "review": "Correct and direct a book in a browser.",
    "listen": "Serve a book to a browser here, or to a phone near by.",
    "voices": "List the voices there are.",
    "say": "Speak a text into a sound file.",
    "names": "List the unusual names of a book, and how to hear each.",
    "spoken": "Show what an engine is given for the text on standard input.",
    "doctor": "Say what Narrator needs, what is missing, and how to mend it.",
}
"""Each command's line of help; the command is in the module of `narrator.commands` of its name."""

_SPACE = "free some space and run the same again"
_FOLDER = "see that it is there and that you may write to it; -C chooses another folder to work in"

INTERRUPTED = 130
"""Exit code after Ctrl-C, as shells have it."""


class CommandGroup(click.Group):
    """A group that loads a command only when it is used, so that `--help` answers at once."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The names, in the order a person needs them."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of that name; None where there is none."""
        if cmd_name not in COMMANDS:
            return None
        module = importlib.import_module(f"narrator.commands.{cmd_name}")
        command = module.command
        assert isinstance(command, click.Command)  # noqa: S101 (for the type checker)
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """The command that `args` begin with; of an unknown one, what may have been meant."""
        name = args[0]
        if name in COMMANDS or name.startswith("-"):
            return super().resolve_command(ctx, args)
        near = get_close_matches(name.lower(), COMMANDS, n=1)
        if near:
            hint = f"Did you mean: narrator {near[0]}"
        elif Path(name).exists():
            hint = f"Did you mean: narrator make {shlex.quote(name)}"
        else:
            hint = "`narrator --help` lists the commands."
        raise click.UsageError(f"There is no command {name!r}. {hint}", ctx)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The list of commands, from the table above."""
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))


@click.group(
    cls=CommandGroup,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
    epilog="Begin with:  narrator make STORY.txt",
)
@click.version_option(__version__, prog_name="narrator")
def group() -> None:
    """Turn a story into an audiobook with a voice for every character.

    Everything happens on this machine, in the current folder: the script in script/ and the cast in
    voices/ are yours to edit, and what you listen to is in audio_out/.
    """


def main(arguments: Sequence[str] | None = None) -> NoReturn:
    """Run the command line and exit: see `narrator.errors` for the exit codes."""
    _open_streams()
    sys.exit(run(arguments))


def _open_streams() -> None:
    """Let what is closed (`>&-`) lead nowhere, before a pipe of ours takes its number."""
    for number, name in enumerate(("stdin", "stdout", "stderr")):
        try:
            os.fstat(number)
        except OSError:
            nowhere = os.open(os.devnull, os.O_RDWR)
            if nowhere != number:
                os.dup2(nowhere, number)
                os.close(nowhere)
            os.set_inheritable(number, True)
        if getattr(sys, name) is None:
            stream = open(number, "w" if number else "r", encoding="utf-8", closefd=False)  # noqa: SIM115
            setattr(sys, name, stream)


def run(arguments: Sequence[str] | None = None) -> int:
    """Run the command line and return its exit code; every failure is a line on stderr."""
    try:
        code = group.main(args=arguments, prog_name="narrator", standalone_mode=False)
    except click.ClickException as error:
        error.show()
        return error.exit_code
    except (click.Abort, KeyboardInterrupt):
        _complain("interrupted; what is done is kept, run the same command again to go on")
        return INTERRUPTED
    except NarratorError as error:
        _complain(str(error))
        return error.exit_code
    except BrokenPipeError:
        # Whoever read our output has left (`narrator voices | head`): nothing is wrong.
        sys.stdout = open(os.devnull, "w")  # noqa: SIM115, PTH123 (silences the flush at exit)
        return 0
    except OSError as error:
        _complain(_os_error(error))
        return NarratorError.exit_code
    except Exception as error:
        return _unforeseen(error)
    # A command returns nothing; one that asks click to exit has its code returned here.
    return code if isinstance(code, int) else 0


def _os_error(error: OSError) -> str:
    why = error.strerror or str(error)
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        return str(NarratorError("the disk is full", where=error.filename or "", todo=_SPACE))
    if not error.filename:
        return why
    return str(NarratorError(f"cannot be used ({why})", where=str(error.filename), todo=_FOLDER))


def _unforeseen(error: Exception) -> int:
    """A defect of ours: still one line, with the rest for whoever reports it."""
    if os.environ.get("NARRATOR_DEBUG"):
        traceback.print_exception(error)
    else:
        _complain(
            f"unforeseen {type(error).__name__}: {error}; this is a defect of Narrator: "
            "set NARRATOR_DEBUG=1 and run the command again for the details to report"
        )
    return NarratorError.exit_code


def _complain(message: str) -> None:
    for row in message.splitlines() or [""]:
        click.echo(f"narrator: {row}", err=True)
