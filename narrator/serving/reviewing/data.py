"""What a page asks of the books, and who answers. `docs/review-api.md` is the page for people."""

import json
from collections.abc import Callable
from typing import Any

import msgspec
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Route

from narrator.errors import NarratorError
from narrator.production import KnownVoice
from narrator.review import answer_of, read_action, read_ask, sound_of
from narrator.review.stories import LARGEST
from narrator.workspace import read_record

from .answers import Endpoint, answering, body, data, document, pieces
from .events import event_stream
from .shelf import Opened, Shelf
from .sounds import sound_answer

_RECORDING = 64 << 20
"""Bytes of a recording that is sent to us."""
Asked = Callable[[Opened, Request], Any]


def routes(shelf: Shelf) -> list[BaseRoute]:
    """All of them."""

    def get(path: str, asked: Asked) -> Route:
        return Route(f"/api/books/{{book}}{path}", _answer(shelf, asked), methods=["GET"])

    def post(path: str, asked: Asked) -> Route:
        return Route(f"/api/books/{{book}}{path}", _answer(shelf, asked), methods=["POST"])

    return [
        get("", lambda book, _: book.session.overview()),
        get("/chapters/{n:int}", lambda book, ask: book.session.sheet(ask.path_params["n"])),
        get("/doubts", lambda book, _: book.session.doubts()),
        get("/scene/{id:int}", lambda book, ask: _scene(book, ask.path_params["id"])),
        get("/people", lambda book, _: book.session.people(book.listening.casting.alike())),
        get("/sayings", lambda book, _: book.session.sayings()),
        get("/voices", lambda book, _: list(map(_voice, book.listening.casting.voices()))),
        get("/history", lambda book, _: book.session.history()),
        post("/undo", lambda book, _: book.session.undo()),
        post("/redo", lambda book, _: book.session.redo()),
        *_sending(shelf),
        *_making(shelf),
        *_stories(shelf),
    ]


def _sending(shelf: Shelf) -> list[BaseRoute]:
    """What a page sends more with than an address."""

    async def opened(request: Request) -> Opened:
        return await run_in_threadpool(shelf.open, request.path_params["book"])

    async def act(request: Request) -> Response:
        action = read_action(await document(request))
        book = await opened(request)
        return data(await run_in_threadpool(book.session.act, action))

    async def hear(request: Request) -> Response:
        ask = read_ask(await document(request))
        book = await opened(request)
        return data(await run_in_threadpool(book.listening.hear, ask))

    async def bring(request: Request) -> Response:
        book = await opened(request)
        content = await body(request, _RECORDING)
        return data({"recording": await run_in_threadpool(book.listening.bring, content)})

    async def sound(request: Request) -> Response:
        book = await opened(request)
        return sound_answer(request, book.listening.wave(request.path_params["name"]))

    return [
        Route("/api/books/{book}/actions", answering(act), methods=["POST"]),
        Route("/api/books/{book}/hear", answering(hear), methods=["POST"]),
        Route("/api/books/{book}/recordings", answering(bring), methods=["POST"]),
        Route("/sound/{book}/{name}.wav", answering(sound)),
    ]


def _making(shelf: Shelf) -> list[BaseRoute]:
    """The making of books."""

    async def watch(request: Request) -> Response:
        return event_stream(shelf, request.path_params["book"])

    async def make(request: Request) -> Response:
        book = (await run_in_threadpool(shelf.open, request.path_params["book"])).session.book
        return data(await run_in_threadpool(shelf.making(book).start, "record", book))

    async def stop(request: Request) -> Response:
        return data(await run_in_threadpool(shelf.making(request.path_params["book"]).stop))

    async def work(request: Request) -> Response:
        return data(shelf.making(request.path_params["book"]).work)

    return [
        Route("/api/books/{book}/events", answering(watch)),
        Route("/api/books/{book}/make", answering(make), methods=["POST"]),
        Route("/api/books/{book}/stop", answering(stop), methods=["POST"]),
        Route("/api/books/{book}/work", answering(work)),
    ]


def _stories(shelf: Shelf) -> list[BaseRoute]:
    """The list of books, and stories that become some."""
    stories = shelf.stories

    async def books(_: Request) -> Response:
        return data(await run_in_threadpool(lambda: [_listed(shelf, book) for book in shelf]))

    async def bring(request: Request) -> Response:
        name, path = stories.begin(request.query_params.get("name", ""))
        try:
            with path.open("wb") as file:
                async for piece in pieces(request, LARGEST):
                    file.write(piece)
            return data({"story": await run_in_threadpool(stories.keep, name, path)})
        finally:
            path.unlink(missing_ok=True)

    async def plan(request: Request) -> Response:
        path = str(stories.path(request.path_params["story"]))
        told = await run_in_threadpool(answer_of, "plan", path, "--json")
        return data(json.loads(told))

    async def make(request: Request) -> Response:
        story = request.path_params["story"]
        path, book = str(stories.path(story).absolute()), stories.book(story)
        await run_in_threadpool(shelf.making(book).start, "make", path, "--name", book)
        return data({"book": book})

    return [
        Route("/api/books", answering(books)),
        Route("/api/stories", answering(bring), methods=["POST"]),
        Route("/api/stories/{story}/plan", answering(plan)),
        Route("/api/stories/{story}/make", answering(make), methods=["POST"]),
    ]


def _answer(shelf: Shelf, asked: Asked) -> Endpoint:
    """An endpoint that asks something of a book."""

    def ask(request: Request) -> Response:
        return data(asked(shelf.open(request.path_params["book"]), request))

    async def endpoint(request: Request) -> Response:
        return await run_in_threadpool(ask, request)

    return answering(endpoint)


def _scene(book: Opened, id: int) -> dict[str, tuple[str, ...]]:
    return {"people": book.session.scene(id)}


def _voice(known: KnownVoice) -> dict[str, str]:
    voice = known.voice
    return {
        "id": voice.id,
        "description": voice.description,
        "gender": voice.gender.value,
        "age": voice.age.value,
        "kind": voice.kind.value,
        "language": voice.language,
    }


def _listed(shelf: Shelf, book: str) -> dict[str, Any]:
    """A book in the list of all."""
    folder = shelf.workspace.script(book)
    try:
        record = read_record(folder)
    except NarratorError:
        record = None
    rows = [path.read_text("utf-8", "replace") for path in sorted(folder.glob("[0-9]*.txt"))]
    return {
        "book": book,
        "title": record.info.title if record else book,
        "author": record.info.author if record else "",
        "chapters": len(rows),
        "doubtful": sum(row.count("[?") + row.count("; ?") for row in rows),
        "sound": sound_of(shelf.workspace, book),
        "work": msgspec.to_builtins(shelf.making(book).work),
    }
