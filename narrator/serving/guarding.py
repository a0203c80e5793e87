"""What every request meets first, and every answer bears: names, methods, origins, policies."""

from collections.abc import Container

from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from .files import refusal
from .network import Hosts

READING = ("GET", "HEAD")
_BORNE = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "X-Frame-Options": "DENY",
    "Cache-Control": "no-cache",
}


class Guard:
    """An application of which only those see anything who may."""

    def __init__(
        self, app: ASGIApp, hosts: Hosts, *, methods: Container[str] = READING, policy: str = ""
    ) -> None:
        """Answer under the names of `hosts`, by `methods`; pages bear `policy` if they have none.

        What changes anything must come from a page of our own.
        """
        self._app = app
        self._hosts = hosts
        self._methods = methods
        self._policy = policy

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request, or refuse it."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        app = self._refusal(scope["method"], Headers(scope=scope)) or self._app

        async def bearing(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in _BORNE.items():
                    headers.setdefault(name, value)
                if self._policy:
                    headers.setdefault("Content-Security-Policy", self._policy)
            await send(message)

        await app(scope, receive, bearing)

    def _refusal(self, method: str, headers: Headers) -> ASGIApp | None:
        host = headers.get("host", "")
        if not self._hosts.answer(host):
            # A page elsewhere whose name was made to point here must not read the book.
            return refusal(421)
        if method not in self._methods:
            return refusal(501)
        if method not in READING and headers.get("origin") != f"http://{host}":
            return refusal(403)
        return None
