"""A server that speaks OpenAI's protocol: which model it has, and what that says to a prompt."""

import http.client
import json
import socket
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from threading import Event, Timer
from typing import Any
from urllib.parse import urlsplit

from narrator.errors import NarratorError
from narrator.files import Damaged, json_of

LARGEST_REPLY = 1_000_000
"""Bytes; an answer is one name."""
LONGEST_ANSWER = 1024
"""Tokens: room for models that think aloud first."""


TOO_SLOW = "no answer came in time"


class Unreachable(Exception):
    """The server is not there, or is no such server; the message says how it failed."""


class NoAnswer(Exception):
    """The server is there, but this request got no proper reply in time."""


class Server:
    """An OpenAI-compatible server: llama.cpp, Ollama, LM Studio, vLLM and others are."""

    def __init__(self, url: str, model: str | None = None, *, timeout: float = 120.0) -> None:
        """Talk to the server at `url`, which may end in `/v1` or not; nothing is sent yet.

        A reply must be complete `timeout` seconds after it was asked for.

        Raises:
            NarratorError: `url` is no address of a server.
        """
        self.url = url
        self._model = model
        self._timeout = timeout
        self._scheme, self._host, self._port, self._path = _parts(url)

    @property
    def name(self) -> str:
        """What tells it from another server or model."""
        return f"{self.url} {self._model or ''}".strip()

    def model(self) -> str:
        """The model to ask: the one chosen, else the first one the server has.

        Raises:
            Unreachable: it cannot be found out.
        """
        if self._model:
            return self._model
        try:
            return str(self._exchange("GET", "/models")["data"][0]["id"])
        except NoAnswer as error:
            raise Unreachable(str(error)) from error
        except (LookupError, TypeError) as error:
            raise Unreachable("it does not list its models") from error

    def answer(self, model: str, instruction: str, question: str) -> str:
        """What `model` says to `question`, as plainly as it can.

        Raises:
            Unreachable: the server is gone.
            NoAnswer: it failed, took too long, or said something that is no reply.
        """
        reply = self._exchange(
            "POST",
            "/chat/completions",
            {
                "model": model,
                "messages": [
                    {"role": "system", "content": instruction},
                    {"role": "user", "content": question},
                ],
                "temperature": 0,
                "max_tokens": LONGEST_ANSWER,
                "stream": False,
            },
        )
        try:
            content = reply["choices"][0]["message"]["content"]
        except (LookupError, TypeError) as error:
            raise NoAnswer("its reply holds no answer") from error
        if not isinstance(content, str):
            raise NoAnswer("its reply holds no answer")
        return content

    def _exchange(self, method: str, path: str, data: object = None) -> Any:
        """The JSON that the server sends back."""
        body = json.dumps(data).encode() if data else None
        headers = {"Content-Type": "application/json", "Accept": "application/json"}
        with self._connection() as connection:
            connection.request(method, self._path + path, body, headers)
            response = connection.getresponse()
            content = response.read(LARGEST_REPLY + 1)
        if response.status != http.HTTPStatus.OK:
            raise NoAnswer(f"it says {response.status} {response.reason}".rstrip())
        if len(content) > LARGEST_REPLY:
            raise NoAnswer("its reply has no end")
        try:
            kind: Any = Any
            return json_of(content, kind, where=self.url)
        except Damaged as damaged:
            raise NoAnswer("its reply is no JSON") from damaged

    @contextmanager
    def _connection(self) -> Iterator[http.client.HTTPConnection]:
        """A connection that is cut when the time is over, however slowly bytes trickle in."""
        secure = self._scheme == "https"
        kind = http.client.HTTPSConnection if secure else http.client.HTTPConnection
        connection = kind(self._host, self._port, timeout=self._timeout)
        try:
            connection.connect()
        except OSError as error:
            raise Unreachable(_reason(error)) from error
        is_over = Event()
        watch = Timer(self._timeout, _cut, [connection.sock, is_over])
        watch.daemon = True
        watch.start()
        try:
            yield connection
        except (OSError, http.client.HTTPException) as error:
            raise NoAnswer(TOO_SLOW if is_over.is_set() else _reason(error)) from error
        finally:
            watch.cancel()
            connection.close()
        if is_over.is_set():
            raise NoAnswer(TOO_SLOW)


def _cut(sock: socket.socket, is_over: Event) -> None:
    is_over.set()
    with suppress(OSError):
        sock.shutdown(socket.SHUT_RDWR)


def _parts(url: str) -> tuple[str, str, int | None, str]:
    """Scheme, host, port and path up to `/v1`."""
    try:
        parts = urlsplit(url if "://" in url else f"http://{url}")
        host, port = parts.hostname, parts.port
    except ValueError:
        host, port = None, None
    if not host or parts.scheme not in ("http", "https"):
        raise NarratorError(
            f"{url!r} is no address of a server", todo="write it like http://localhost:8080/v1"
        )
    path = parts.path.rstrip("/")
    return parts.scheme, host, port, path if path.endswith("/v1") else f"{path}/v1"


def _reason(error: Exception) -> str:
    if isinstance(error, TimeoutError):
        return TOO_SLOW
    if isinstance(error, OSError) and error.strerror:
        return error.strerror
    return str(error) or type(error).__name__
