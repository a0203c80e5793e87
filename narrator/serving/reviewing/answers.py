"""Answers: data as JSON, and failures in one line."""

from collections.abc import AsyncIterator, Awaitable, Callable
from typing import Any

import msgspec
from starlette.requests import ClientDisconnect, Request
from starlette.responses import Response

from narrator.errors import NarratorError
from narrator.review import CannotBeDone

MOST = 4 << 20
"""Bytes of a JSON document that is sent to us."""
Endpoint = Callable[[Request], Awaitable[Response]]


class TooLarge(Exception):
    """What is sent is larger than anything should be."""


class NoJson(Exception):
    """What is sent is not said to be JSON."""


def data(what: Any) -> Response:
    """`what` as JSON."""
    return Response(msgspec.json.encode(what), media_type="application/json")


def failure(status: int, message: str) -> Response:
    """What went wrong, and what to do."""
    return Response(msgspec.json.encode({"error": message}), status, media_type="application/json")


async def body(request: Request, most: int = MOST) -> bytes:
    """All that is sent.

    Raises:
        TooLarge: it is more than `most` bytes.
    """
    return b"".join([piece async for piece in pieces(request, most)])


async def pieces(request: Request, most: int) -> AsyncIterator[bytes]:
    """What is sent, as it comes.

    Raises:
        TooLarge: it is more than `most` bytes.
    """
    size = 0
    async for piece in request.stream():
        size += len(piece)
        if size > most:
            raise TooLarge
        yield piece


async def document(request: Request) -> bytes:
    """The JSON document that is sent.

    Raises:
        NoJson, TooLarge: it is none, or too large.
    """
    if request.headers.get("content-type", "").partition(";")[0].strip() != "application/json":
        raise NoJson
    return await body(request)


def answering(endpoint: Endpoint) -> Endpoint:
    """`endpoint`, with an answer for all that can go wrong."""

    async def answer(request: Request) -> Response:
        try:
            return await endpoint(request)
        except (CannotBeDone, NarratorError) as error:
            return failure(409, str(error))
        except msgspec.MsgspecError as error:
            return failure(400, str(error))
        except NoJson:
            return failure(400, "that is no JSON; send it with Content-Type: application/json")
        except TooLarge:
            return failure(413, "that is too large")
        except (KeyError, ValueError):
            return failure(404, "there is no such thing")
        except ClientDisconnect:
            return failure(400, "it was not sent to its end")

    return answer
