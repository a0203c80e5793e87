"""An application before a browser: the port, how many are answered at once, and the end of it."""

import logging
import os
import socket
import sys
from asyncio import Transport
from types import TracebackType
from typing import Any, Self

import uvicorn
from starlette.types import ASGIApp
from uvicorn.protocols.http.h11_impl import H11Protocol

from narrator.errors import NarratorError

CONNECTIONS = 64
"""How many are held at once."""
SILENT = 60.0
"""Seconds after which one that asked for nothing yet is hung up on."""
_GRACE = 1
"""Seconds that answers have to end when the server does; those that never end are cut off."""


class Server:
    """Serves one application until it is closed."""

    def __init__(self, app: ASGIApp, host: str, port: int) -> None:
        """Take a port; 0 takes any that is free.

        Raises:
            NarratorError: the port is in use.
        """
        self._socket = _bound(host, port)
        self.host, self.port = self._socket.getsockname()
        # Those who leave while they are answered, or are cut off at the end, are nobody's mistake.
        logging.getLogger("uvicorn.error").disabled = not os.environ.get("NARRATOR_DEBUG")
        self._server = uvicorn.Server(
            uvicorn.Config(
                app,
                http=_Protocol,
                ws="none",
                loop="asyncio",
                log_config=None,
                access_log=False,
                server_header=False,
                timeout_keep_alive=int(SILENT),
                timeout_graceful_shutdown=_GRACE,
            )
        )

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        at: TracebackType | None,
    ) -> None:
        self._socket.close()

    def serve_forever(self) -> None:
        """Serve until it is shut down, from another thread, or interrupted.

        Raises:
            KeyboardInterrupt: it was.
        """
        self._server.run(sockets=[self._socket])

    def shutdown(self) -> None:
        """Have `serve_forever` end soon."""
        self._server.should_exit = True


class _Protocol(H11Protocol):
    """A connection that is hung up on where there are too many, or where nothing is asked."""

    def connection_made(self, transport: Transport) -> None:  # type: ignore[override]
        """Take it up, unless there are too many."""
        super().connection_made(transport)
        if len(self.connections) > CONNECTIONS:
            transport.abort()
        else:
            self.loop.call_later(SILENT, self._look)

    def _look(self) -> None:
        if self.cycle is None and self.transport is not None and not self.transport.is_closing():
            self.transport.abort()


def _bound(host: str, port: int) -> Any:
    # With its protocol told, or asyncio leaves out TCP_NODELAY and each answer takes 40 ms longer.
    taken = socket.socket(socket.AF_INET, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    # On Windows this would take the address of another program away from it.
    if sys.platform != "win32":
        taken.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        taken.bind((host, port))
        # Who comes before the first is answered waits.
        taken.listen(CONNECTIONS)
    except OSError as error:
        taken.close()
        raise NarratorError(
            f"cannot listen on port {port} ({error.strerror or error})",
            todo="choose another with --port",
        ) from error
    return taken
