"""Models from the machine where the book is to one that lacks them, if a person wants that."""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path, PurePosixPath

from narrator.engines import engine_class
from narrator.engines.home import models as models_of
from narrator.errors import NarratorError

from .link import Errand, Link

PIECE = 4 << 20
"""Bytes that travel at a time."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of a model's file."""

    engine: str
    name: str
    """From the engine's folder of models, with `/`."""
    digest: str
    """SHA-256 of the whole file, in hexadecimal."""
    start: int
    """Of this part in the file, bytes."""
    size: int
    """Of the whole file, bytes."""
    data: bytes


def has_models(engine: str, voice: str) -> bool:
    """Whether a voice needs files that could be sent."""
    return bool(engine_class(engine).files_of(voice))


def pieces(engine: str, voice: str) -> Iterator[Piece]:
    """All that `voice` needs, piece by piece.

    Raises:
        NarratorError: a file is not in the engine's folder of models.
    """
    folder = models_of(engine)
    for path in engine_class(engine).files_of(voice):
        if not path.is_relative_to(folder):
            raise NarratorError("this model is in no folder of models", where=str(path))
        size = path.stat().st_size
        name = path.relative_to(folder).as_posix()
        with path.open("rb") as file:
            for start in range(0, max(size, 1), PIECE):
                yield Piece(engine, name, _digest(path), start, size, file.read(PIECE))


class Shipment:
    """The files that a voice needs, on their way to one machine, piece by piece."""

    def __init__(self, engine: str, voice: str, address: str) -> None:
        self.engine = engine
        self.voice = voice
        self.address = address
        self._pieces = pieces(engine, voice)

    def send(self, link: Link) -> bool:
        """Send the next piece; False when all have been sent.

        Raises:
            NarratorError: a file cannot be read, or is in no folder of models.
        """
        try:
            piece = next(self._pieces, None)
        except OSError as error:
            raise NarratorError(f"the model cannot be read: {error}") from error
        if piece is not None:
            errand = Errand(self, frozenset({self.address}))
            link.send(errand, receive, piece, urgent=True)
        return piece is not None


def receive(piece: Piece) -> str:
    """Put `piece` to its place on this machine; says what is wrong, if anything is.

    A file of the same name but another content is somebody's, and stays.
    """
    folder = models_of(piece.engine)
    name = PurePosixPath(piece.name)
    if name.is_absolute() or ".." in name.parts:
        return f"{piece.name} is no place for a model"
    path = folder / name
    if path.exists():
        is_same = path.stat().st_size == piece.size and _digest(path) == piece.digest
        return "" if is_same else f"another model is in the way: {path}"
    try:
        return _written(path, piece)
    except OSError as error:
        return f"the model cannot be kept: {error.strerror or error}"


def _written(path: Path, piece: Piece) -> str:
    path.parent.mkdir(parents=True, exist_ok=True)
    beside = path.with_name(f".{path.name}.{piece.digest[:8]}.part")
    with beside.open("r+b" if piece.start else "wb") as file:
        file.seek(piece.start)
        file.write(piece.data)
    if piece.start + len(piece.data) < piece.size:
        return ""
    _digest.cache_clear()
    if _digest(beside) != piece.digest:
        beside.unlink()
        return f"{piece.name} did not arrive whole"
    beside.replace(path)
    return ""


@cache
def _digest(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
