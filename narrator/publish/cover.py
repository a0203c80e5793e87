"""A cover picture, known by its bytes: its file name is not believed."""

import base64
import struct
from dataclasses import dataclass
from pathlib import Path

from narrator.errors import NarratorError

_LARGEST = 16 << 20
"""Bytes. Every chapter's file carries the picture."""
_OTHERS = ((b"GIF8", "GIF"), (b"RIFF", "WebP"), (b"BM", "BMP"), (b"%PDF", "PDF"), (b"<", "SVG"))


@dataclass(frozen=True, slots=True)
class Cover:
    """A picture that can go into an audio file as it is."""

    path: Path
    demuxer: str
    """ffmpeg's name for the format."""
    data: bytes


def read_cover(path: Path) -> Cover:
    """The JPEG or PNG picture at `path`.

    Raises:
        NarratorError: it is missing, cut short, too large or of another kind.
    """
    try:
        if path.stat().st_size > _LARGEST:
            raise _refused(path, "the cover is larger than 16 MiB")
        data = path.read_bytes()
    except OSError as error:
        raise _refused(path, f"the cover cannot be read ({error.strerror})") from error
    demuxer, end = _kind(path, data)
    if end not in data[-1024:] or len(data) < 64:
        raise _refused(path, "the cover is cut short")
    return Cover(path, demuxer, data)


PICTURE_TAG = "METADATA_BLOCK_PICTURE"
"""The Vorbis comment that holds a picture."""
_FRONT = 3
_FRAMES = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}
"""The segments of a JPEG that say how large it is."""


def picture_block(cover: Cover) -> str:
    """The picture as a Vorbis comment: a FLAC picture block (RFC 9639, 8.8) in Base64."""
    mime = b"image/jpeg" if cover.demuxer == "jpeg_pipe" else b"image/png"
    width, height = _size(cover)
    head = struct.pack(f">II{len(mime)}sI", _FRONT, len(mime), mime, 0)
    body = struct.pack(">IIIII", width, height, 24, 0, len(cover.data)) + cover.data
    return base64.b64encode(head + body).decode()


def _size(cover: Cover) -> tuple[int, int]:
    """Width and height in dots; 0 where the picture does not say."""
    data = cover.data
    if cover.demuxer == "png_pipe":
        width, height = struct.unpack(">II", data[16:24])
        return width, height
    at = 2
    while at + 9 <= len(data) and data[at] == 0xFF:
        if data[at + 1] in _FRAMES:
            height, width = struct.unpack(">HH", data[at + 5 : at + 9])
            return width, height
        at += 2 + int.from_bytes(data[at + 2 : at + 4], "big")
    return 0, 0


def _kind(path: Path, data: bytes) -> tuple[str, bytes]:
    """The ffmpeg demuxer for a picture and the bytes it has to end with."""
    if data.startswith(b"\xff\xd8\xff"):
        return "jpeg_pipe", b"\xff\xd9"
    if data.startswith(b"\x89PNG\r\n\x1a\n"):
        return "png_pipe", b"IEND"
    other = next((name for magic, name in _OTHERS if data.startswith(magic)), "")
    raise _refused(path, f"the cover is {other or 'no picture that players know'}")


def _refused(path: Path, what: str) -> NarratorError:
    return NarratorError(what, where=str(path), todo="give a JPEG or PNG picture, or none")
