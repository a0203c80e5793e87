"""How the values of options become what they mean."""

from pathlib import Path
from typing import Any

import click

from narrator.mixing import Profile, find_profile
from narrator.workspace import Workspace


class StoryPath(click.Path):
    """A path; an empty one, as of a shell's variable that is not set, is refused."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        """The path."""
        if value == "":
            self.fail("an empty name", param, ctx)
        return super().convert(value, param, ctx)


def workspace_of(_: click.Context, __: click.Parameter, folder: Path) -> Workspace:
    """The workspace in a folder."""
    return Workspace(folder)


def formats_of(_: click.Context, __: click.Parameter, listed: str) -> tuple[str, ...]:
    """The formats of a list with commas."""
    names = tuple(name.strip() for name in listed.split(",") if name.strip())
    if not names:
        raise click.BadParameter("name at least one format, such as mp3")
    return names


def profile_of(_: click.Context, __: click.Parameter, name: str | None) -> Profile | None:
    """The profile of a name, if there is one."""
    return find_profile(name) if name else None


def no_file(_: click.Context, __: click.Parameter, file: Path | None) -> Path | None:
    """An empty name takes a file away."""
    return None if file == Path() else file
