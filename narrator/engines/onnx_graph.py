"""A look into a model's graph, and a copy of it that answers more than the model does.

An ONNX file is one protobuf message, and two such messages written one behind the other are read as
one whose lists are joined (protobuf encoding, "Last One Wins": embedded messages merge). So a few
bytes at the end of a copy make an inner figure an output; nothing else is needed to write them.
Numbers of fields: onnx.proto3.
"""

import mmap
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

_GRAPH, _NODE, _OUTPUT = 7, 1, 12
_INPUTS, _OUTPUTS, _KIND, _NAME = 1, 2, 4, 1
_LENGTHS = {1: 8, 5: 4}
"""Bytes of the fields of fixed size, by their kind."""


@dataclass(frozen=True, slots=True)
class Node:
    """A step of the graph."""

    kind: str
    """What it does: `Add`, `Round`."""
    inputs: tuple[str, ...]
    outputs: tuple[str, ...]


def nodes(model: Path) -> Iterator[Node]:
    """The steps of the graph in the file `model`.

    Raises:
        OSError: it cannot be read.
        ValueError: it is no such file.
    """
    with model.open("rb") as file, mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as view:
        try:
            for number, start, end in _fields(view, 0, len(view)):
                if number == _GRAPH:
                    parts = _fields(view, start, end)
                    yield from (_node(view, a, b) for kind, a, b in parts if kind == _NODE)
        except (IndexError, UnicodeDecodeError) as error:
            raise ValueError("no model") from error


@contextmanager
def showing(model: Path, name: str) -> Iterator[Path]:
    """A copy of `model`, for as long as it is needed, that also puts out what is called `name`.

    Raises:
        OSError: there is no room for it.
    """
    output = _message(_NAME, name.encode())
    with tempfile.TemporaryDirectory(prefix="narrator-") as folder:
        copy = Path(folder, model.name)
        shutil.copyfile(model, copy)
        with copy.open("ab") as file:
            file.write(_message(_GRAPH, _message(_OUTPUT, output)))
        yield copy


def _node(view: mmap.mmap, start: int, end: int) -> Node:
    inputs, outputs, kind = [], [], ""
    for number, a, b in _fields(view, start, end):
        if number == _INPUTS:
            inputs.append(view[a:b].decode())
        elif number == _OUTPUTS:
            outputs.append(view[a:b].decode())
        elif number == _KIND:
            kind = view[a:b].decode()
    return Node(kind, tuple(inputs), tuple(outputs))


def _fields(view: mmap.mmap, at: int, end: int) -> Iterator[tuple[int, int, int]]:
    """The number of each field of a message, and where what is in it starts and ends."""
    while at < end:
        key, at = _number(view, at)
        kind = key & 7
        if kind == 0:
            start, at = at, _number(view, at)[1]
        elif kind == 2:
            length, start = _number(view, at)
            at = start + length
        elif kind in _LENGTHS:
            start, at = at, at + _LENGTHS[kind]
        else:
            raise ValueError("no model")
        yield key >> 3, start, at


def _number(view: mmap.mmap, at: int) -> tuple[int, int]:
    """A number of variable length, and where the next thing starts."""
    found = shift = 0
    while True:
        byte = view[at]
        at += 1
        found |= (byte & 0x7F) << shift
        if byte < 0x80:
            return found, at
        shift += 7


def _message(number: int, content: bytes) -> bytes:
    length, size = len(content), b""
    while length >= 0x80:
        size += bytes([length & 0x7F | 0x80])
        length >>= 7
    return bytes([number << 3 | 2]) + size + bytes([length]) + content
