"""Which picture a book is shown with: a person's, the story's, or one that is drawn for it."""

import json
from collections import Counter
from pathlib import Path

from narrator.errors import WrongUsage
from narrator.model import NARRATOR, Cast, Script
from narrator.publish import COVER_SIDE, COVER_STYLE, draw_cover
from narrator.workspace import Workspace, digest, kept_cover, write_bytes_whole


def cover_of(
    workspace: Workspace, book: str, script: Script, cast: Cast, given: Path | None
) -> Path:
    """The file of the cover, a JPEG or PNG picture.

    Raises:
        WrongUsage: what is `given` is SVG that cannot be rendered.
    """
    if given and is_svg(given):
        return _rendered(workspace, book, given)
    return given or kept_cover(workspace.script(book)) or _drawn(workspace, book, script, cast)


def is_svg(path: Path) -> bool:
    """Whether a file is to be rendered before players can show it."""
    return path.suffix.lower() in (".svg", ".svgz")


def _drawn(workspace: Workspace, book: str, script: Script, cast: Cast) -> Path:
    """The picture drawn for a book; it is drawn anew when what it shows has changed."""
    spoken = Counter(line.speaker for chapter in script.chapters for line in chapter.lines)
    names = [role.character.name for role in cast.roles if role.character.name != NARRATOR]
    most = max((spoken[name] for name in names), default=0)
    # In steps: a line that is corrected must not change the cover, which is in every file.
    lines = [max(round(6 * (spoken[name] / most) ** 0.5), 1) ** 2 for name in names if spoken[name]]
    shown = (script.info.title, script.info.author, lines)
    path = workspace.cover(book, digest(json.dumps([COVER_STYLE, *shown]).encode()))
    if not path.is_file():
        _keep(path, draw_cover(*shown))
    return path


def _rendered(workspace: Workspace, book: str, given: Path) -> Path:
    """An SVG picture as PNG."""
    try:
        import resvg_py
    except ImportError as error:
        todo = "run: pip install resvg-py, or give a JPEG or PNG picture"
        raise WrongUsage(
            "SVG needs a library to be rendered", where=str(given), todo=todo
        ) from error
    try:
        path = workspace.cover(book, digest(given.read_bytes()))
        if not path.is_file():
            _keep(path, resvg_py.svg_to_bytes(svg_path=str(given), width=COVER_SIDE))
    except (OSError, ValueError) as error:
        todo = "give a JPEG or PNG picture, or none"
        raise WrongUsage(f"cannot be rendered ({error})", where=str(given), todo=todo) from error
    return path


def _keep(path: Path, data: bytes) -> None:
    """Keep a picture in the place of those that were drawn for the book before."""
    write_bytes_whole(path, data)
    for old in path.parent.glob("*.png"):
        if old != path:
            old.unlink()
