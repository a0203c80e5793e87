"""What a request may have: the files of one folder, of kinds that are known, and parts of them."""

import re
from http import HTTPStatus
from pathlib import Path
from urllib.parse import unquote

from starlette.datastructures import Headers, MutableHeaders
from starlette.requests import Request
from starlette.responses import FileResponse, Response
from starlette.staticfiles import NotModifiedResponse

from narrator.companions import MEDIA_TYPES

TYPES = {
    **MEDIA_TYPES,
    ".html": "text/html; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    ".svg": "image/svg+xml",
    ".json": "application/json; charset=utf-8",
    ".xml": "application/rss+xml; charset=utf-8",
    ".srt": "text/plain; charset=utf-8",
    ".lrc": "text/plain; charset=utf-8",
    ".vtt": "text/vtt; charset=utf-8",
}
"""What is served; a file of another kind is not there."""
_RANGE = re.compile(r"bytes=(\d{0,18})-(\d{0,18})")


def find_file(folder: Path, path: str) -> Path | None:
    """The file that a request for `path` may have; None where there is none for it.

    `folder` is resolved already.
    """
    names = unquote(path, errors="replace").lstrip("/").split("/")
    if names == [""]:
        names = ["index.html"]
    if any(not name or name.startswith(".") or _is_odd(name) for name in names):
        return None
    found = folder.joinpath(*names)
    try:
        real = found.resolve(strict=True)
    except (OSError, ValueError, RuntimeError):
        return None
    known = found.suffix.lower() in TYPES
    return real if known and real.is_relative_to(folder) and real.is_file() else None


def _is_odd(name: str) -> bool:
    """Whether `name` means more than a name to some system: a drive, a stream, a control."""
    return any(char in '\\:*?"<>|\ufffd' or ord(char) < 32 for char in name)


def file_answer(request: Request, folder: Path, path: str) -> Response:
    """The file of `folder` at `path`, or the part of it that is asked for."""
    found = find_file(folder, path)
    try:
        stat = found.stat() if found else None
        if found is None or stat is None:
            return refusal(404)
        found.open("rb").close()
    except OSError:
        return refusal(404)
    answer = FileResponse(found, media_type=TYPES[found.suffix.lower()], stat_result=stat)
    if answer.headers["etag"] in request.headers.get("if-none-match", ""):
        # What the browser has is what is here: nothing is sent again.
        return NotModifiedResponse(answer.headers)
    one_part(request)
    return answer


def one_part(request: Request) -> None:
    """Forget what a request says of parts, where it asks for none or several, or cannot be read.

    All is sent then, as RFC 9110 has it; the library would refuse it.
    """
    asked = Headers(scope=request.scope).get("range")
    found = _RANGE.fullmatch(asked.strip()) if asked else None
    first, last = found.groups() if found else ("", "")
    if asked and (not (first or last) or (first and last and int(last) < int(first))):
        del MutableHeaders(scope=request.scope)["range"]


def refusal(status: int, words: str = "") -> Response:
    """That something is not there, or not for whoever asks; `words` say what to do."""
    told = words or f"{status} {HTTPStatus(status).phrase}"
    return Response(f"{told}\n", status, media_type="text/plain")
