"""How the values of options become what they mean."""

import os
import re
import shlex
from pathlib import Path
from typing import Any

import click

from narrator.commands.languages import tag_named
from narrator.engines import engine_names, no_such_engine
from narrator.errors import BadSource, WrongUsage
from narrator.languages.tags import TWO_LETTERS, canonical, primary
from narrator.mixing import Profile, find_profile
from narrator.production import mixes_of
from narrator.workspace import Workspace

_TAG = re.compile(r"[A-Za-z]{2,3}([-_][A-Za-z0-9]{1,8})*")
_ISO_639_3 = (
    "ast bar bpy chr cmn crh csb dsb fil fur gsw grc hak haw hsb jbo kok ksh lfn mai nan nci nds "
    "pap piqd quc qya scn sco shn sjn syc szl tlh wuu yue"
)
_OTHERS = frozenset(_ISO_639_3.split())
"""Languages without a code of two letters that voices speak or books are written in."""


class LanguageTag(click.ParamType["str"]):
    """A BCP 47 tag of a language that there is."""

    name = "tag"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """The tag, with a code of two letters where there is one."""
        tag = canonical(str(value))
        if _TAG.fullmatch(tag) and (primary(tag) in TWO_LETTERS or primary(tag) in _OTHERS):
            return tag
        near = tag_named(tag)
        todo = f"{near} is its tag" if near else "give its tag, such as en, en-GB, fr or pt-BR"
        raise click.BadParameter(f"{value!r} names no language; {todo}", ctx, param)


_ADDRESS = re.compile(r"(https?|ftp)://", re.IGNORECASE)


class StoryPath(click.Path):
    """A path; an empty one, as of a shell's variable that is not set, is refused, and so is an
    address."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        """The path."""
        if value == "":
            self.fail("an empty name", param, ctx)
        if isinstance(value, str) and _ADDRESS.match(value):
            todo = "download it first, for instance with a browser, and name the file"
            raise BadSource("this is an address of the web, no file", where=value, todo=todo)
        return super().convert(value, param, ctx)


def workspace_of(_: click.Context, __: click.Parameter, folder: Path) -> Workspace:
    """The workspace in a folder, which has to be there: a name that was mistyped makes none."""
    if not folder.is_dir():
        todo = f"check its name, or make it first: mkdir {shlex.quote(str(folder))}"
        raise WrongUsage("there is no such folder to work in", where=f"-C {folder}", todo=todo)
    return Workspace(folder)


def book_named(_: click.Context, __: click.Parameter, name: str | None) -> str | None:
    """What a person calls a book: a name with a letter or digit in it, and no path."""
    if name is None:
        return None
    if not any(map(str.isalnum, name)):
        raise click.BadParameter(f"{name!r} is no name; give one with letters or digits")
    if "/" in name or "\\" in name:
        todo = "a book lies in script/ and audio_out/ of the workspace, which -C chooses"
        raise click.BadParameter(f"{name!r} is a path, no name; {todo}")
    return name


def stories_once(
    _: click.Context, __: click.Parameter, paths: tuple[Path, ...]
) -> tuple[Path, ...]:
    """Files of which none is named twice: it would be read twice."""
    seen: set[str] = set()
    for path in paths:
        whole = os.path.realpath(path)
        if whole in seen:
            raise click.BadParameter(f"{str(path)!r} is named twice; name each file once")
        seen.add(whole)
    return paths


def formats_of(_: click.Context, __: click.Parameter, listed: str) -> tuple[str, ...]:
    """The formats of a list with commas."""
    names = tuple(name.strip() for name in listed.split(",") if name.strip())
    if not names:
        raise click.BadParameter("name at least one format, such as mp3")
    return names


def listed_mixes(_: click.Context, __: click.Parameter, listed: str) -> str:
    """A list of mixes, each of which there is."""
    try:
        mixes_of(listed)
    except ValueError as error:
        raise click.BadParameter(f"{listed!r}; use cast, single, or cast,single") from error
    return listed


def engine_of(_: click.Context, __: click.Parameter, name: str | None) -> str | None:
    """The name of an engine that there is."""
    if name and name not in engine_names():
        missing = no_such_engine(name)
        raise WrongUsage(missing.what, where="--engine", todo=missing.todo)
    return name


def profile_of(_: click.Context, __: click.Parameter, name: str | None) -> Profile | None:
    """The profile of a name, if there is one."""
    return find_profile(name) if name else None


def no_file(_: click.Context, __: click.Parameter, file: Path | None) -> Path | None:
    """An empty name takes a file away."""
    return None if file == Path() else file
