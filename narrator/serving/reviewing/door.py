"""Who is let in: whoever has the key of the address that the command printed, then by a cookie."""

import secrets
from http.cookies import CookieError, SimpleCookie
from urllib.parse import urlencode

from starlette.datastructures import Headers, QueryParams
from starlette.responses import RedirectResponse
from starlette.types import ASGIApp, Receive, Scope, Send

from ..files import refusal

KEY = "key"
"""The parameter of the address."""
_LOCKED = "Open the whole address that `narrator review` printed: the key is in it."


class Door:
    """An application for those only who have the key."""

    def __init__(self, app: ASGIApp, key: str) -> None:
        self._app = app
        self._key = key

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Let a request in, have it come again with a cookie, or refuse it."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        query = QueryParams(scope["query_string"])
        headers = Headers(scope=scope)
        # A cookie is for a machine, not for a port: another book may be under review beside this.
        name = f"narrator-{headers.get('host', '').rpartition(':')[2]}"
        app: ASGIApp = refusal(403, _LOCKED)
        if KEY in query:
            if self._fits(query[KEY]):
                app = self._opened(scope, query, name)
        elif self._fits(_cookie(headers, name)):
            app = self._app
        await app(scope, receive, send)

    def _opened(self, scope: Scope, query: QueryParams, name: str) -> ASGIApp:
        """The same address without the key, which nobody then reads off the screen."""
        rest = urlencode([(key, value) for key, value in query.multi_items() if key != KEY])
        path = "/" + scope["path"].lstrip("/")
        answer = RedirectResponse(f"{path}?{rest}" if rest else path, 303)
        answer.set_cookie(name, self._key, httponly=True, samesite="lax")
        return answer

    def _fits(self, key: str) -> bool:
        return secrets.compare_digest(key.encode(), self._key.encode())


def _cookie(headers: Headers, name: str) -> str:
    jar = SimpleCookie()
    try:
        jar.load(headers.get("cookie", ""))
    except CookieError:
        return ""
    return jar[name].value if name in jar else ""
