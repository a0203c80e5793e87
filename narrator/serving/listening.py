"""A book's folder for a browser, on this machine or for a phone near it: files of it, nothing else.

Only GET and HEAD, no listing, nothing hidden, nothing outside the folder whatever a link or a
path says; byte ranges, without which players cannot seek.
"""

from collections.abc import Iterable
from pathlib import Path
from typing import Any
from urllib.parse import unquote

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from narrator.companions import FEED_NAME, PUBLICATION_NAME, feed
from narrator.errors import NarratorError
from narrator.files import Damaged, read_json

from .files import TYPES, file_answer, refusal
from .guarding import Guard
from .network import EVERYWHERE, LOOPBACK, Hosts
from .running import Server


def book_server(
    folder: Path, *, lan: bool = False, port: int = 0, names: Iterable[str] = ()
) -> Server:
    """A server for a published book: for this machine only, or for everybody near with `lan`.

    Port 0 takes any that is free. It answers under `names`, too.

    Raises:
        NarratorError: there is no player in the folder, or the port is in use.
    """
    if not (folder / "index.html").is_file():
        raise NarratorError(
            "there is nothing to listen to", where=str(folder), todo="make the book first"
        )
    app = Guard(_listening(folder.resolve()), Hosts(everywhere=lan, names=names))
    return Server(app, EVERYWHERE if lan else LOOPBACK, port)


def _listening(folder: Path) -> Starlette:
    def fed(request: Request) -> Response:
        return _feed(folder, f"http://{request.headers['host']}/")

    def filed(request: Request) -> Response:
        return file_answer(request, folder, request.scope["path"])

    return Starlette(routes=[Route(f"/{FEED_NAME}", fed), Route("/{path:path}", filed)])


def _feed(folder: Path, base: str) -> Response:
    """The podcast feed for whoever asks, with the address under which they found us."""
    try:
        publication = read_json(folder / PUBLICATION_NAME, dict[str, Any])
        text = feed(publication, base, lambda url: (folder / unquote(url)).stat().st_size)
    except (OSError, Damaged, ValueError, LookupError, TypeError, AttributeError):
        return refusal(404)
    return Response(text.encode("utf-8", "replace"), media_type=TYPES[".xml"])
