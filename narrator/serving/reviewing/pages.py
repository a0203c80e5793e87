"""The pages of a review, their modules and styles, and what was made of a book."""

from importlib.resources import files
from pathlib import Path

from starlette.requests import Request
from starlette.responses import Response

from ..files import file_answer, refusal
from .shelf import Shelf

POLICY = "; ".join(
    (
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self' data:",
        "media-src 'self' blob:",
        "connect-src 'self'",
        "base-uri 'none'",
        "form-action 'none'",
        "frame-ancestors 'none'",
    )
)
"""What a page may load: nothing of another server, and no program or style within it."""
_MADE = "frame-ancestors 'none'"
"""Of pages that name their own program and style by their hashes."""
_FOLDERS = tuple(
    Path(str(files(package) / "assets")) for package in ("narrator.serving", "narrator.pages")
)


def page(request: Request, name: str) -> Response:
    """One of the two pages."""
    return file_answer(request, _FOLDERS[0], name)


def asset(request: Request) -> Response:
    """A module, a style or a picture of the pages."""
    name = request.path_params["name"]
    if name.endswith(".html") or "/" in name:
        return refusal(404)
    found = next((folder for folder in _FOLDERS if (folder / name).is_file()), _FOLDERS[0])
    return file_answer(request, found, name)


def made(request: Request, shelf: Shelf) -> Response:
    """A file of what people listen to."""
    book = request.path_params["book"]
    if book not in shelf.workspace.books():
        return refusal(404)
    folder = shelf.workspace.published(book).resolve()
    answer = file_answer(request, folder, request.path_params["path"])
    answer.headers["Content-Security-Policy"] = _MADE
    return answer
