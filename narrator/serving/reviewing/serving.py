"""The server of a review: its addresses, and who answers at each."""

import asyncio
import contextlib
import secrets
from collections.abc import AsyncIterator

import anyio.to_thread
from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Route

from narrator.workspace import Workspace

from ..files import refusal
from ..guarding import READING, Guard
from ..network import LOOPBACK, Hosts
from ..running import Server
from . import pages
from .data import routes
from .door import KEY, Door
from .shelf import Shelf

_THREADS = 8
"""Questions of pages that are answered at once; each thread holds on to some memory."""
_LOOK = 0.7
"""Seconds between two looks at files that a hand may have changed."""


class ReviewServer(Server):
    """A server of reviews, with its key."""

    def __init__(self, workspace: Workspace, port: int) -> None:
        """Take a port; 0 takes any that is free.

        Raises:
            NarratorError: the port is in use.
        """
        self._key = secrets.token_urlsafe(24)
        app = Door(_reviewing(Shelf(workspace)), self._key)
        hosts = Hosts(everywhere=False)
        guard = Guard(app, hosts, methods=(*READING, "POST"), policy=pages.POLICY)
        super().__init__(guard, LOOPBACK, port)

    def address(self, book: str | None = None) -> str:
        """Where a book, or all of them, can be reviewed; whoever has it is let in."""
        path = f"book/{book}" if book else ""
        return f"http://{LOOPBACK}:{self.port}/{path}?{KEY}={self._key}"


def review_server(workspace: Workspace, *, port: int = 0) -> ReviewServer:
    """A server on which the books of a workspace are reviewed, on this machine only.

    Raises:
        NarratorError: the port is in use.
    """
    return ReviewServer(workspace, port)


def _reviewing(shelf: Shelf) -> Starlette:
    async def look() -> None:
        while True:
            await asyncio.sleep(_LOOK)
            await run_in_threadpool(shelf.refresh)

    @contextlib.asynccontextmanager
    async def life(_: Starlette) -> AsyncIterator[None]:
        anyio.to_thread.current_default_thread_limiter().total_tokens = _THREADS
        looking = asyncio.create_task(look())
        try:
            yield
        finally:
            looking.cancel()
            await run_in_threadpool(shelf.close)

    return Starlette(routes=[*_pages(shelf), *routes(shelf)], lifespan=life)


def _pages(shelf: Shelf) -> list[BaseRoute]:
    def books(request: Request) -> Response:
        return pages.page(request, "books.html")

    def book(request: Request) -> Response:
        if request.path_params["book"] not in shelf.workspace.books():
            return refusal(404, "There is no such book here; the list of books is at /.")
        return pages.page(request, "review.html")

    def made(request: Request) -> Response:
        return pages.made(request, shelf)

    return [
        Route("/", books),
        Route("/book/{book}", book),
        Route("/assets/{name:path}", pages.asset),
        Route("/made/{book}/{path:path}", made),
    ]
