"""What a shell offers while a command is typed: books, engines, voices."""

from pathlib import Path

import click

from narrator.engines import default_engine, engine_class, engine_names
from narrator.errors import NarratorError
from narrator.workspace import Workspace


def books(ctx: click.Context, _: click.Parameter, begun: str) -> list[str]:
    """The books of the workspace that the command line names."""
    where = ctx.params.get("workspace") or Path()
    workspace = where if isinstance(where, Workspace) else Workspace(Path(where))
    return [name for name in workspace.books() if name.startswith(begun)]


def engines(_: click.Context, __: click.Parameter, begun: str) -> list[str]:
    """The engines there are."""
    return [name for name in engine_names() if name.startswith(begun)]


def voices(ctx: click.Context, _: click.Parameter, begun: str) -> list[str]:
    """The voices of the engine that the command line names, where they are known at once."""
    engine = ctx.params.get("engine") or default_engine()
    try:
        listed = engine_class(str(engine)).listed_for("en") or ()
    except NarratorError:
        return []
    return [voice.id for voice in listed if voice.id.startswith(begun)]
