"""A book's folder for a browser, on this machine or for a phone near it: files of it, nothing else.

Only GET and HEAD, no listing, nothing hidden, nothing outside the folder whatever a link or a
path says; byte ranges, without which players cannot seek.
"""

import sys
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import BoundedSemaphore
from typing import Any, BinaryIO
from urllib.parse import unquote, urlsplit

from narrator.companions import FEED_NAME, PUBLICATION_NAME, feed
from narrator.errors import NarratorError
from narrator.files import Damaged, read_json

from .files import TYPES, byte_range, find_file
from .network import EVERYWHERE, LOOPBACK, is_ours

_PIECE = 1 << 16
CONNECTIONS = 64
"""How many are answered at once."""


class BookServer(ThreadingHTTPServer):
    """Serves one folder until it is closed."""

    daemon_threads = True
    request_queue_size = 64
    # On Windows this would take the address of another program away from it.
    allow_reuse_address = sys.platform != "win32"

    def __init__(self, folder: Path, host: str, port: int) -> None:
        self.folder = folder.resolve()
        self._free = BoundedSemaphore(CONNECTIONS)
        super().__init__((host, port), _Handler)

    def process_request(self, request: Any, client_address: Any) -> None:
        """Answer in a thread of its own, unless there are too many: then hang up."""
        if self._free.acquire(blocking=False):
            super().process_request(request, client_address)
        else:
            self.shutdown_request(request)

    def process_request_thread(self, request: Any, client_address: Any) -> None:
        """Answer, and make room for the next."""
        try:
            super().process_request_thread(request, client_address)
        finally:
            self._free.release()

    @property
    def port(self) -> int:
        """The port it listens on."""
        return int(self.server_address[1])

    def server_bind(self) -> None:
        """As the base class does, without asking a name server who we are."""
        super(ThreadingHTTPServer, self).server_bind()
        self.server_name, self.server_port = str(self.server_address[0]), self.port

    def handle_error(self, request: object, client_address: object) -> None:
        """A listener who leaves in the middle of a chapter is nobody's mistake."""


def book_server(folder: Path, *, lan: bool = False, port: int = 0) -> BookServer:
    """A server for a published book: for this machine only, or for everybody near with `lan`.

    Port 0 takes any that is free.

    Raises:
        NarratorError: there is no player in the folder, or the port is in use.
    """
    if not (folder / "index.html").is_file():
        raise NarratorError(
            "there is nothing to listen to", where=str(folder), todo="make the book first"
        )
    try:
        return BookServer(folder, EVERYWHERE if lan else LOOPBACK, port)
    except OSError as error:
        raise NarratorError(
            f"cannot listen on port {port} ({error.strerror or error})",
            todo="choose another with --port",
        ) from error


class _Handler(BaseHTTPRequestHandler):
    server: BookServer
    protocol_version = "HTTP/1.1"
    server_version = "Narrator"
    sys_version = ""
    timeout = 60

    def do_GET(self) -> None:
        self._answer(with_body=True)

    def do_HEAD(self) -> None:
        self._answer(with_body=False)

    def log_message(self, format: str, *args: object) -> None:
        """Nobody asked for a log."""

    def _answer(self, *, with_body: bool) -> None:
        host = self.headers.get("Host", "")
        if not is_ours(host):
            # A page elsewhere whose name was made to point here must not read the book.
            self._refuse(HTTPStatus.MISDIRECTED_REQUEST)
            return
        path = urlsplit(self.path).path
        if path == f"/{FEED_NAME}":
            self._send_feed(f"http://{host}/", with_body=with_body)
            return
        found = find_file(self.server.folder, path)
        try:
            handle = found.open("rb") if found else None
        except OSError:
            handle = None
        if found is None or handle is None:
            self._refuse(HTTPStatus.NOT_FOUND)
            return
        with handle:
            self._send_file(found, handle, with_body=with_body)

    def _send_file(self, path: Path, handle: BinaryIO, *, with_body: bool) -> None:
        stat = path.stat()
        size, tag = stat.st_size, f'"{stat.st_mtime_ns:x}-{stat.st_size:x}"'
        if tag in self.headers.get("If-None-Match", ""):
            # What the browser has is what is here: nothing is sent again.
            self.send_response(HTTPStatus.NOT_MODIFIED)
            self.send_header("ETag", tag)
            self.send_header("Cache-Control", "no-cache")
            self.end_headers()
            return
        wanted = self.headers.get("Range", "")
        if self.headers.get("If-Range", tag) != tag:
            wanted = ""
        span = byte_range(wanted, size)
        if span is None:
            self._refuse(HTTPStatus.REQUESTED_RANGE_NOT_SATISFIABLE, f"bytes */{size}")
            return
        start, end, partial = span
        self.send_response(HTTPStatus.PARTIAL_CONTENT if partial else HTTPStatus.OK)
        if partial:
            self.send_header("Content-Range", f"bytes {start}-{end - 1}/{size}")
        self.send_header("Accept-Ranges", "bytes")
        self.send_header("ETag", tag)
        self._send_head(TYPES[path.suffix.lower()], end - start)
        if with_body:
            handle.seek(start)
            self._copy(handle, end - start)

    def _copy(self, handle: BinaryIO, left: int) -> None:
        while left > 0:
            piece = handle.read(min(left, _PIECE))
            if not piece:
                # The file has become shorter: what was promised cannot be kept.
                self.close_connection = True
                return
            self.wfile.write(piece)
            left -= len(piece)

    def _send_feed(self, base: str, *, with_body: bool) -> None:
        """The podcast feed for whoever asks, with the address under which they found us."""
        folder = self.server.folder
        try:
            publication = read_json(folder / PUBLICATION_NAME, dict[str, Any])
            text = feed(publication, base, lambda url: (folder / unquote(url)).stat().st_size)
        except (OSError, Damaged, ValueError, LookupError, TypeError, AttributeError):
            self._refuse(HTTPStatus.NOT_FOUND)
            return
        data = text.encode("utf-8", "replace")
        self.send_response(HTTPStatus.OK)
        self._send_head(TYPES[".xml"], len(data))
        if with_body:
            self.wfile.write(data)

    def _refuse(self, status: HTTPStatus, content_range: str = "") -> None:
        data = f"{status.phrase}\n".encode()
        self.send_response(status)
        if content_range:
            self.send_header("Content-Range", content_range)
        self._send_head("text/plain; charset=utf-8", len(data))
        if self.command != "HEAD":
            self.wfile.write(data)

    def _send_head(self, kind: str, length: int) -> None:
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(length))
        self.send_header("X-Content-Type-Options", "nosniff")
        self.send_header("Referrer-Policy", "no-referrer")
        self.send_header("Cross-Origin-Resource-Policy", "same-origin")
        self.send_header("X-Frame-Options", "DENY")
        self.send_header("Cache-Control", "no-cache")
        self.end_headers()
