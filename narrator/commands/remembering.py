"""Options that a book keeps: said once, they hold for its later runs, until another is said."""

import functools
import shlex
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

import click

from narrator.commands.console import Console
from narrator.commands.options import SectionedCommand
from narrator.errors import BadScript, Incomplete, NarratorError
from narrator.production import Source
from narrator.workspace import SETTINGS, Setting, Workspace, read_settings, write_settings

KEPT = (
    "formats",
    *("pauses", "profile", "room_tone", "stereo", "chime"),
    *("mixes", "single_voice", "drop_tags", "delivery", "announce_titles", "credits"),
    "doubt",
)
"""The parameters that are kept: what is written, what it sounds like, and how it is read."""

_META = "narrator.remembered"


class Remembered:
    """What a book's earlier runs were told, and what this one is told besides."""

    def __init__(self, folder: Path | None, settings: Mapping[str, Setting], shown: str) -> None:
        self._folder = folder
        self._settings = settings
        self._shown = shown

    def tell(self, console: Console) -> None:
        """Say what holds from earlier runs, if anything does."""
        if self._shown:
            console.say(f"As before: {self._shown} (--forget begins anew)")

    @contextmanager
    def kept(self) -> Iterator[None]:
        """Keep it all, unless what is done meanwhile is refused."""
        try:
            yield
        except (Incomplete, KeyboardInterrupt):
            self._keep()
            raise
        self._keep()

    def _keep(self) -> None:
        if self._folder:
            write_settings(self._folder, self._settings)


class RememberingCommand(SectionedCommand):
    """A command on one book, whose options `KEPT` are as they were the last time unless said."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Let what is remembered stand for what is not said."""
        with suppress(click.UsageError):  # which is told when they are parsed again
            parsed, _, _ = self.make_parser(ctx).parse_args(args=list(args))
            # For what is absent click has marks of its own.
            said = {k: v for k, v in parsed.items() if isinstance(v, str | bool | tuple)}
            if folder := _folder(said):
                self._remember(ctx, folder, said)
        return super().parse_args(ctx, args)

    def _remember(self, ctx: click.Context, folder: Path, said: Mapping[str, Any]) -> None:
        earlier = {} if said.get("forget") else read_settings(folder)
        earlier = {name: value for name, value in earlier.items() if name in KEPT}
        params = {param.name: param for param in self.params}
        for name, value in earlier.items():
            _check(folder, params[name], value)
        now = {name: _absolute(name, said[name]) for name in KEPT if name in said}
        ctx.default_map = {**(ctx.default_map or {}), **earlier}
        shown = [_spelt(params[name], value) for name, value in earlier.items() if name not in now]
        settings = {name: value for name, value in {**earlier, **now}.items() if value != ""}
        ctx.meta[_META] = Remembered(folder, settings, " ".join(shown))


def remembering(command: Callable[..., Any]) -> Callable[..., Any]:
    """`--forget`, and what is remembered as `remembered`, for a `RememberingCommand`."""

    @functools.wraps(command)
    def told(*arguments: Any, forget: bool, **others: Any) -> Any:
        nothing = Remembered(None, {}, "")
        found = click.get_current_context().meta.get(_META, nothing)
        return command(*arguments, remembered=found, **others)

    return click.option(
        "--forget",
        is_flag=True,
        help="Forget what this book's earlier runs were told about how it is read, what it sounds "
        "like and its formats: only what is said now holds.",
    )(told)


def _check(folder: Path, param: click.Parameter, value: Setting) -> None:
    """Refuse a setting that is no value of its option.

    Raises:
        BadScript: it is on or off where a text is wanted, or the other way round.
    """
    is_switch = isinstance(param, click.Option) and param.is_flag
    if isinstance(value, bool) != is_switch:
        wanted = "true or false" if is_switch else "what follows the option, in quotation marks"
        raise BadScript(
            f"{param.name} is {value!r}",
            where=str(folder / SETTINGS),
            todo=f"write {wanted}, or add --forget",
        )


def _absolute(name: str, value: Setting) -> Setting:
    """A value as it can be kept: a file may be named from another folder the next time."""
    is_file = name == "chime" and value
    return str(Path(str(value)).absolute()) if is_file else value


def _spelt(param: click.Parameter, value: Setting) -> str:
    """An option as it is written on a command line."""
    if isinstance(value, bool):
        return (param.opts if value else param.secondary_opts)[0]
    return f"{param.opts[0]} {shlex.quote(value)}"


def _folder(said: Mapping[str, Any]) -> Path | None:
    """The script folder of the book that a command line is about, if it is about one."""
    workspace = Workspace(Path(said.get("workspace") or "."))
    if sources := said.get("sources"):
        data = b"" if sources[0] == "-" else None
        return workspace.script(Source(Path(sources[0]), name=said.get("name"), data=data).book)
    with suppress(NarratorError, KeyError):  # there is no such book: the command will say so
        return workspace.script(workspace.find(said["book"]))
    return None
