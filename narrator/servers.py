"""A server that a person named: one request, one whole reply in time, and never another server."""

import http.client
import socket
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from threading import Event, Timer
from urllib.parse import urlsplit

from narrator.errors import NarratorError

TOO_SLOW = "no answer came in time"


class Unreachable(Exception):
    """The server is not there, or is no such server; the message says how it failed."""


class NoAnswer(Exception):
    """The server is there, but this request got no proper reply in time."""


@dataclass(frozen=True, slots=True)
class Reply:
    """What a server sent back, whatever its status."""

    status: int
    reason: str
    headers: Mapping[str, str]
    """By their names in small letters."""
    content: bytes


@dataclass(frozen=True, slots=True)
class Address:
    """Where a server is."""

    scheme: str
    host: str
    port: int | None
    path: str
    """Up to `/v1`."""

    def exchange(
        self,
        method: str,
        path: str,
        body: bytes | None = None,
        headers: Mapping[str, str] | None = None,
        *,
        timeout: float,
        largest: int,
    ) -> Reply:
        """Send one request for `path`, below that of the server; no redirect is followed.

        The reply must be complete after `timeout` seconds, and have at most `largest` bytes.

        Raises:
            Unreachable: there is no server.
            NoAnswer: it sent no whole reply.
        """
        with self._connection(timeout) as connection:
            connection.request(method, self.path + path, body, dict(headers or {}))
            response = connection.getresponse()
            content = response.read(largest + 1)
        if len(content) > largest:
            raise NoAnswer("its reply has no end")
        return Reply(
            response.status,
            response.reason,
            {name.lower(): value for name, value in response.getheaders()},
            content,
        )

    @contextmanager
    def _connection(self, timeout: float) -> Iterator[http.client.HTTPConnection]:
        """A connection that is cut when the time is over, however slowly bytes trickle in."""
        secure = self.scheme == "https"
        kind = http.client.HTTPSConnection if secure else http.client.HTTPConnection
        connection = kind(self.host, self.port, timeout=timeout)
        try:
            connection.connect()
        except OSError as error:
            raise Unreachable(_reason(error)) from error
        is_over = Event()
        watch = Timer(timeout, _cut, [connection.sock, is_over])
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


def address_of(url: str) -> Address:
    """The server at `url`, which may end in `/v1` or not; nothing is sent.

    Raises:
        NarratorError: `url` is no address of a server.
    """
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
    return Address(parts.scheme, host, port, path if path.endswith("/v1") else f"{path}/v1")


def _cut(sock: socket.socket, is_over: Event) -> None:
    is_over.set()
    with suppress(OSError):
        sock.shutdown(socket.SHUT_RDWR)


def _reason(error: Exception) -> str:
    if isinstance(error, TimeoutError):
        return TOO_SLOW
    if isinstance(error, OSError) and error.strerror:
        return error.strerror
    return str(error) or type(error).__name__
