"""A cover picture, known by its bytes: its file name is not believed."""

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
