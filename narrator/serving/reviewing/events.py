"""What happens to a book, as server-sent events (HTML, section 9.2)."""

import asyncio
from collections.abc import AsyncIterator

import msgspec
from starlette.responses import StreamingResponse

from .shelf import Shelf

_BEAT = 15.0
"""Seconds after which a silent stream shows that it is alive."""
_BEHIND = 1000
"""Events that a page may be behind; one that is slower reads the book again."""


def event_stream(shelf: Shelf, book: str) -> StreamingResponse:
    """Everything that happens to a book from now on."""
    return StreamingResponse(_events(shelf, book), media_type="text/event-stream")


async def _events(shelf: Shelf, book: str) -> AsyncIterator[bytes]:
    loop = asyncio.get_running_loop()
    queue: asyncio.Queue[bytes] = asyncio.Queue()

    def told(name: str, what: object) -> None:
        row = b"event: %s\ndata: %s\n\n" % (name.encode(), msgspec.json.encode(what))
        loop.call_soon_threadsafe(put, row)

    def put(row: bytes) -> None:
        if queue.qsize() > _BEHIND:
            while not queue.empty():
                queue.get_nowait()
            row = b"event: book\ndata: null\n\n"
        queue.put_nowait(row)

    leave = shelf.watch(book, told)
    try:
        yield b": hello\n\n"
        while True:
            try:
                yield await asyncio.wait_for(queue.get(), _BEAT)
            except TimeoutError:
                yield b": beat\n\n"
    finally:
        leave()
