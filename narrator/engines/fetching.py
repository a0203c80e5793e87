"""A file from the network: gone on with where it was cut, checked, and whole under its name."""

import hashlib
import http.client
import urllib.error
import urllib.request
from collections.abc import Callable
from pathlib import Path
from time import monotonic

from narrator.errors import NarratorError

SUFFIX = ".part"
"""Of a file that is not whole yet."""
TRIES = 5
"""How often in a row a connection may end without having brought anything."""
CONNECTIONS = 100
"""How many one file may take."""
LARGEST = 16 << 20
"""Bytes of a file that is read as a whole."""
SECONDS = 30.0
"""How long a server may say nothing."""
SLOWEST = 2_000.0
"""Bytes a second, over all tries together, that a file must bring at least."""
GRACE = 300.0
"""Seconds that every file may take."""
_PIECE = 1 << 16

Told = Callable[[int], None]
"""Is called with the bytes that are there."""


def fetch(url: str, path: Path, *, size: int, digest: str, told: Told) -> None:
    """Bring the file at `url` to `path`; what an earlier try has brought is not fetched again.

    `digest` is an MD5 or a SHA-256 in hexadecimal, told apart by their length.

    Raises:
        NarratorError: it cannot be reached, or is not what was promised.
    """
    part = path.with_name(path.name + SUFFIX)
    path.parent.mkdir(parents=True, exist_ok=True)
    _bring(url, part, size, told)
    if digest_of(part, len(digest)) != digest.lower():
        part.unlink()
        raise NarratorError(
            "what came is not what was promised (its checksum is wrong)",
            where=url,
            todo="try again; if it stays so, the file there has been changed",
        )
    part.replace(path)


def read(url: str) -> bytes:
    """The content of a small file.

    Raises:
        NarratorError: it cannot be reached.
    """
    try:
        with _opened(url, 0) as answer:
            content = bytes(answer.read(LARGEST + 1))
    except (OSError, ValueError, http.client.HTTPException) as error:
        raise _unreachable(url, error) from error
    if len(content) > LARGEST:
        raise NarratorError(f"is larger than {LARGEST >> 20} MB", where=url)
    return content


def digest_of(path: Path, length: int) -> str:
    """The MD5 of a file if `length` is 32, else its SHA-256."""
    kind = hashlib.md5(usedforsecurity=False) if length == 32 else hashlib.sha256()
    with path.open("rb") as file:
        while piece := file.read(_PIECE):
            kind.update(piece)
    return kind.hexdigest()


def _bring(url: str, part: Path, size: int, told: Told) -> None:
    """Have `size` bytes in `part`, in as many connections as it takes."""
    ends = monotonic() + GRACE + size / SLOWEST

    def in_time(there: int) -> None:
        told(there)
        if monotonic() > ends:
            raise NarratorError(
                f"no end after {(GRACE + size / SLOWEST) / 60:.0f} minutes",
                where=url,
                todo="run the same command again to go on, or name another server",
            )

    if _length(part) > size:
        part.unlink()
    idle = connections = 0
    while (there := _length(part)) != size:
        connections += 1
        if there > size:
            part.unlink()
            raise NarratorError(f"the file is longer than the {size:,} bytes promised", where=url)
        if connections > CONNECTIONS:
            raise NarratorError(f"no end after {CONNECTIONS} connections", where=url)
        try:
            _go_on(url, part, there, size, in_time)
        except (OSError, ValueError, http.client.HTTPException) as error:
            if _is_final(error) or (idle >= TRIES and _length(part) <= there):
                raise _unreachable(url, error) from error
        idle = 0 if _length(part) > there else idle + 1
        if idle > TRIES:
            raise NarratorError(
                f"the file ends after {_length(part):,} of {size:,} bytes", where=url
            )


def _go_on(url: str, part: Path, start: int, size: int, told: Told) -> None:
    """Add what one connection brings to the `start` bytes in `part`."""
    with _opened(url, start) as answer:
        goes_on = answer.status == http.client.PARTIAL_CONTENT and _starts_at(answer, start)
        with part.open("ab" if goes_on else "wb") as file:
            while piece := answer.read1(_PIECE):
                file.write(piece)
                told(min(file.tell(), size))
                if file.tell() > size:
                    break


def _opened(url: str, start: int) -> "http.client.HTTPResponse":
    if not url.startswith(("http://", "https://")):
        raise NarratorError("not an address of the web", where=url)
    headers = {"User-Agent": "narrator", **({"Range": f"bytes={start}-"} if start else {})}
    request = urllib.request.Request(url, headers=headers)  # noqa: S310 (checked above)
    answer: http.client.HTTPResponse = urllib.request.urlopen(  # noqa: S310
        request, timeout=SECONDS
    )
    return answer


def _starts_at(answer: "http.client.HTTPResponse", start: int) -> bool:
    return (answer.headers.get("Content-Range") or "").startswith(f"bytes {start}-")


def _is_final(error: Exception) -> bool:
    """Whether the server has given an answer that will not change."""
    return isinstance(error, urllib.error.HTTPError) and error.code < 500 and error.code != 429


def _length(path: Path) -> int:
    return path.stat().st_size if path.exists() else 0


def _unreachable(url: str, error: Exception) -> NarratorError:
    reason = getattr(error, "reason", None) or error
    return NarratorError(
        f"cannot be downloaded: {reason}", where=url, todo="run the same command again to go on"
    )
