"""The server of a review: its addresses, and who answers at each."""

import asyncio
import contextlib
import secrets
from collections.abc import AsyncIterator, Callable
from typing import Any

from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Route

from narrator.review import Session, read_action
from narrator.workspace import Workspace

from ..guarding import READING, Guard
from ..network import LOOPBACK, Hosts
from ..running import Server
from . import pages
from .answers import Endpoint, answering, data, document
from .door import KEY, Door
from .events import event_stream
from .shelf import Shelf

_LOOK = 0.7
"""Seconds between two looks at files that a hand may have changed."""
Asked = Callable[[Session, Request], Any]


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
        looking = asyncio.create_task(look())
        try:
            yield
        finally:
            looking.cancel()
            await run_in_threadpool(shelf.close)

    return Starlette(routes=[*_pages(shelf), *_data(shelf)], lifespan=life)


def _pages(shelf: Shelf) -> list[BaseRoute]:
    def books(request: Request) -> Response:
        return pages.page(request, "books.html")

    def book(request: Request) -> Response:
        return pages.page(request, "review.html")

    def made(request: Request) -> Response:
        return pages.made(request, shelf)

    return [
        Route("/", books),
        Route("/book/{book}", book),
        Route("/assets/{name:path}", pages.asset),
        Route("/made/{book}/{path:path}", made),
    ]


def _data(shelf: Shelf) -> list[BaseRoute]:
    def get(path: str, asked: Asked) -> Route:
        return Route(f"/api/books/{{book}}{path}", _answer(shelf, asked), methods=["GET"])

    def post(path: str, asked: Asked) -> Route:
        return Route(f"/api/books/{{book}}{path}", _answer(shelf, asked), methods=["POST"])

    async def act(request: Request) -> Response:
        action = read_action(await document(request))
        session = await run_in_threadpool(shelf.session, request.path_params["book"])
        return data(await run_in_threadpool(session.act, action))

    async def watch(request: Request) -> Response:
        return event_stream(await run_in_threadpool(shelf.session, request.path_params["book"]))

    return [
        get("", lambda session, _: session.overview()),
        get("/chapters/{n:int}", lambda session, ask: session.sheet(ask.path_params["n"])),
        get("/doubts", lambda session, _: session.doubts()),
        get(
            "/scene/{id:int}", lambda session, ask: {"people": session.scene(ask.path_params["id"])}
        ),
        get("/people", lambda session, _: session.people({})),
        get("/sayings", lambda session, _: session.sayings()),
        get("/history", lambda session, _: session.history()),
        post("/undo", lambda session, _: session.undo()),
        post("/redo", lambda session, _: session.redo()),
        Route("/api/books/{book}/actions", answering(act), methods=["POST"]),
        Route("/api/books/{book}/events", answering(watch), methods=["GET"]),
    ]


def _answer(shelf: Shelf, asked: Asked) -> Endpoint:
    """An endpoint that asks the session of a book."""

    def ask(request: Request) -> Response:
        return data(asked(shelf.session(request.path_params["book"]), request))

    async def endpoint(request: Request) -> Response:
        return await run_in_threadpool(ask, request)

    return answering(endpoint)
