"""A chapter of the read-along book: its page, and the overlay that ties sentences to the sound."""

from collections.abc import Iterator
from dataclasses import dataclass

from narrator.model import LineKind

from ..paragraphs import Paragraph, Piece, Said
from .xml import DECLARATION, XHTML, attribute, text

_CLASSES = {
    None: ' class="break"',
    LineKind.VERSE: ' class="verse"',
    LineKind.LETTER: ' class="letter"',
}


@dataclass(frozen=True, slots=True)
class SpokenChapter:
    """A chapter ready to be written."""

    id: str
    """The name of its files, without folder and ending: `c001`."""
    title: str
    page: str
    """XHTML."""
    overlay: str
    """SMIL; empty where nothing is spoken."""
    milliseconds: int
    """How long its clips play, one after the other."""


def spoken_chapter(
    id_: str, title: str, paragraphs: tuple[Paragraph, ...], seconds: float, language: str
) -> SpokenChapter:
    """Make the page and the overlay of a chapter that plays `seconds`."""
    clips = _clips(paragraphs, seconds)
    return SpokenChapter(
        id_,
        title,
        _page(title, paragraphs, language),
        _overlay(id_, clips) if clips else "",
        sum(end - start for start, end in clips),
    )


def _page(title: str, paragraphs: tuple[Paragraph, ...], language: str) -> str:
    blocks = _Blocks()
    headed = any(paragraph.kind is LineKind.HEADING for paragraph in paragraphs[:1])
    body = [] if headed else [f"<h1>{text(title)}</h1>"]
    body += [blocks.block(paragraph) for paragraph in paragraphs]
    lang = attribute(language)
    return (
        f"{XHTML} lang={lang} xml:lang={lang}>\n<head>\n<title>{text(title)}</title>\n"
        '<link rel="stylesheet" type="text/css" href="../book.css"/>\n</head>\n<body>\n'
        f'<section epub:type="chapter" role="doc-chapter" aria-label={attribute(title)}>\n'
        + "\n".join(body)
        + "\n</section>\n</body>\n</html>\n"
    )


class _Blocks:
    """Paragraphs to elements; the sentences are numbered throughout the chapter."""

    def __init__(self) -> None:
        self._sentences = 0
        self._headings = 0

    def block(self, paragraph: Paragraph) -> str:
        inner = "".join(self._said(said) for said in paragraph.said)
        if paragraph.kind is LineKind.HEADING:
            self._headings += 1
            tag = "h1" if self._headings == 1 else "h2"
            return f'<{tag} dir="auto">{inner}</{tag}>'
        if paragraph.kind is LineKind.VERSE:
            inner = inner.replace("\n", "<br/>")
        return f'<p{_CLASSES.get(paragraph.kind, "")} dir="auto">{inner}</p>'

    def _said(self, said: Said) -> str:
        return "".join(self._piece(piece) for piece in said.pieces)

    def _piece(self, piece: Piece) -> str:
        if piece.start is None:
            return text(piece.text)
        self._sentences += 1
        words = piece.text.rstrip()
        id_ = sentence_id(self._sentences)
        return f'<span id="{id_}">{text(words)}</span>{text(piece.text[len(words) :])}'


def sentence_id(number: int) -> str:
    """The id of a chapter's sentence, counted from 1."""
    return f"s{number:05}"


def _clips(paragraphs: tuple[Paragraph, ...], seconds: float) -> list[tuple[int, int]]:
    """Begin and end of every sentence's clip, in milliseconds.

    A clip lasts until the next begins: a reader plays clip after clip, and would else leave out
    the pauses between them.
    """
    starts = [
        round(piece.start * 1000)
        for paragraph in paragraphs
        for said in paragraph.said
        for piece in said.pieces
        if piece.start is not None
    ]
    ends = [*starts[1:], round(seconds * 1000)]
    return list(zip(starts, ends, strict=True)) if starts else []


def _overlay(id_: str, clips: list[tuple[int, int]]) -> str:
    page = f"../text/{id_}.xhtml"
    return (
        DECLARATION + '<smil xmlns="http://www.w3.org/ns/SMIL" '
        'xmlns:epub="http://www.idpf.org/2007/ops" version="3.0">\n<body>\n'
        f'<seq id="all" epub:textref="{page}" epub:type="chapter">\n'
        + "\n".join(_pairs(id_, page, clips))
        + "\n</seq>\n</body>\n</smil>\n"
    )


def _pairs(id_: str, page: str, clips: list[tuple[int, int]]) -> Iterator[str]:
    for number, (start, end) in enumerate(clips, 1):
        yield (
            f'<par id="p{number:05}"><text src="{page}#{sentence_id(number)}"/>'
            f'<audio src="../audio/{id_}.mp3" clipBegin="{clock(start)}" clipEnd="{clock(end)}"/>'
            "</par>"
        )


def clock(milliseconds: int) -> str:
    """A SMIL clock value.

    >>> clock(3_725_040)
    '1:02:05.040'
    """
    seconds, rest = divmod(milliseconds, 1000)
    minutes, seconds = divmod(seconds, 60)
    return f"{minutes // 60}:{minutes % 60:02}:{seconds:02}.{rest:03}"
