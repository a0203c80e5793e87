"""Requests to a server that speaks: patient with one that is busy, brief about one that refuses."""

import json
import time
from http import HTTPStatus
from typing import Any

from narrator.errors import MissingTool, NarratorError
from narrator.files import Damaged, json_of
from narrator.servers import NoAnswer, Reply, Unreachable

from .settings import Settings, settings_file

SECONDS = 240.0
"""How long a server may take for one text: some load their model first."""
QUICK = 20.0
"""Seconds for a list of voices."""
TRIES = 5
FIRST_PAUSE, LONGEST_PAUSE = 0.5, 30.0
"""Seconds until a busy server is asked again: twice as long each time, or as it wants."""
LARGEST = 256 << 20
"""Bytes of sound."""
_SHOWN = 160
"""Characters of what a server says."""
_BUSY = {
    HTTPStatus.REQUEST_TIMEOUT,
    HTTPStatus.TOO_EARLY,
    HTTPStatus.TOO_MANY_REQUESTS,
    HTTPStatus.INTERNAL_SERVER_ERROR,
    HTTPStatus.BAD_GATEWAY,
    HTTPStatus.SERVICE_UNAVAILABLE,
    HTTPStatus.GATEWAY_TIMEOUT,
}
_REFUSED = {HTTPStatus.UNAUTHORIZED, HTTPStatus.FORBIDDEN}


class Client:
    """Asks one server."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings

    def say(self, text: str, voice: str, speed: float, format: str) -> Reply:
        """What the server sends for a text in one of its voices.

        Raises:
            MissingTool: it takes no such key.
            NarratorError: it is not there, refuses, or stays busy.
        """
        asked = {
            "model": self._settings.model,
            "input": text,
            "voice": voice,
            "response_format": format,
            "speed": round(speed, 3),
        }
        for turn in range(TRIES - 1):
            try:
                reply = self._asked(asked)
            except (NoAnswer, Unreachable):
                time.sleep(FIRST_PAUSE * 2**turn)
                continue
            if reply.status not in _BUSY:
                return self._checked(reply)
            time.sleep(_pause(reply, turn))
        try:
            return self._checked(self._asked(asked))
        except (NoAnswer, Unreachable) as error:
            raise self._error(f"{error}") from error

    def document(self, path: str) -> Any:
        """The JSON that is at `path`; None where there is none, whatever else may come.

        Raises:
            MissingTool: there is no server, or it takes no such key.
        """
        try:
            reply = self._exchange("GET", path, None, QUICK)
        except Unreachable as error:
            todo = f"start it, or name another in {settings_file()}"
            raise MissingTool(str(error), where=self._settings.url, todo=todo) from error
        except NoAnswer:
            return None
        if reply.status in _REFUSED:
            self._checked(reply)
        try:
            kind: Any = Any
            return json_of(reply.content, kind, where="") if reply.status == HTTPStatus.OK else None
        except Damaged:
            return None

    def _asked(self, data: object) -> Reply:
        return self._exchange("POST", "/audio/speech", json.dumps(data).encode(), SECONDS)

    def _exchange(self, method: str, path: str, body: bytes | None, seconds: float) -> Reply:
        headers = {"Content-Type": "application/json", "User-Agent": "narrator"}
        if self._settings.key:
            headers["Authorization"] = f"Bearer {self._settings.key}"
        return self._settings.address.exchange(
            method, path, body, headers, timeout=seconds, largest=LARGEST
        )

    def _checked(self, reply: Reply) -> Reply:
        """`reply`, if it is one."""
        if reply.status == HTTPStatus.OK:
            return reply
        said = f"it says {reply.status} {reply.reason}".rstrip()
        if told := told_by(reply.content):
            said += f": {told}"
        if reply.status in _REFUSED:
            name = self._settings.key_name
            todo = f"look at the key in {name}" if name else 'name its key: key = "MY_SPEECH_KEY"'
            raise MissingTool(said, where=self._settings.url, todo=todo)
        if elsewhere := reply.headers.get("location"):
            raise self._error(f"it points to {elsewhere[:_SHOWN]}, where nothing was sent", "url")
        raise self._error(said, "url" if reply.status == HTTPStatus.NOT_FOUND else "")

    def _error(self, what: str, wrong: str = "") -> NarratorError:
        todo = f"if {wrong} is wrong, mend it in {settings_file()}" if wrong else ""
        return NarratorError(what, where=self._settings.url, todo=todo)


def told_by(content: bytes) -> str:
    """What a server says of an error, in a few words; empty where it says nothing for people.

    >>> told_by(b'{"error": {"message": "No such voice."}}')
    'No such voice.'
    """
    try:
        kind: Any = Any
        found = json_of(content, kind, where="")
    except Damaged:
        return ""
    for name in ("error", "detail", "message"):
        while isinstance(found, dict) and name in found:
            found = found[name]
    return " ".join(found.split())[:_SHOWN] if isinstance(found, str) else ""


def _pause(reply: Reply, turn: int) -> float:
    """Seconds until a busy server is asked again."""
    told = reply.headers.get("retry-after", "")
    wanted = float(told) if told.isdecimal() and len(told) < 6 else 0.0
    usual: float = FIRST_PAUSE * 2**turn
    return min(max(wanted, usual), LONGEST_PAUSE)
