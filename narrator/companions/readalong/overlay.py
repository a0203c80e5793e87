"""Media overlays (EPUB 3, SMIL): which element is marked while which clip is heard."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from .xml import DECLARATION, attribute


@dataclass(frozen=True, slots=True)
class Mark:
    """An element of a page, and the clip that is its sound."""

    id: str
    sound: str
    """The sound file, relative to the overlay."""
    begin: int
    """Milliseconds from the start of that file."""
    end: int


def duration(marks: Iterable[Mark]) -> int:
    """How long the clips play one after the other, in milliseconds."""
    return sum(mark.end - mark.begin for mark in marks)


def overlay(page: str, marks: Sequence[Mark]) -> str:
    """The overlay of the page at `page`, relative to the overlay."""
    return (
        DECLARATION + '<smil xmlns="http://www.w3.org/ns/SMIL" '
        'xmlns:epub="http://www.idpf.org/2007/ops" version="3.0">\n<body>\n'
        f'<seq id="all" epub:textref={attribute(page)} epub:type="bodymatter">\n'
        + "\n".join(_pairs(page, marks))
        + "\n</seq>\n</body>\n</smil>\n"
    )


def _pairs(page: str, marks: Sequence[Mark]) -> Iterator[str]:
    for number, mark in enumerate(marks, 1):
        yield (
            f'<par id="p{number:05}"><text src={attribute(f"{page}#{mark.id}")}/>'
            f'<audio src={attribute(mark.sound)} clipBegin="{clock(mark.begin)}" '
            f'clipEnd="{clock(mark.end)}"/></par>'
        )


def clock(milliseconds: int) -> str:
    """A SMIL clock value.

    >>> clock(3_725_040)
    '1:02:05.040'
    """
    seconds, rest = divmod(milliseconds, 1000)
    minutes, seconds = divmod(seconds, 60)
    return f"{minutes // 60}:{minutes % 60:02}:{seconds:02}.{rest:03}"
