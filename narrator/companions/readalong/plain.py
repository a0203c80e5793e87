"""Pages of our own for the read-along book, made of the script: for a story that was no EPUB."""

from collections.abc import Iterator
from dataclasses import dataclass

from narrator.model import LineKind

from ..edition import Edition
from ..paragraphs import Paragraph, Piece, Said, paragraphs
from .overlay import Mark, duration, overlay
from .package import ACTIVE_STYLE, PAGE_TYPE, Heading, Item, Parts, Place, contents, package
from .xml import XHTML, attribute, language_tag, text

STYLE = f"""\
body {{ line-height: 1.6; margin: 0 5%; }}
p {{ margin: 0 0 0.8em; }}
h1, h2 {{ line-height: 1.25; }}
.verse {{ font-style: italic; margin-left: 1.5em; }}
.letter {{ border-left: 0.2em solid; padding-left: 1em; }}
.break {{ text-align: center; margin: 1.5em 0; }}
{ACTIVE_STYLE}"""
_CLASSES = {
    None: ' class="break"',
    LineKind.VERSE: ' class="verse"',
    LineKind.LETTER: ' class="letter"',
}


@dataclass(frozen=True, slots=True)
class PlainChapter:
    """A chapter ready to be written."""

    number: int
    """Counted from 0."""
    id: str
    """The name of its files, without folder and ending: `c001`."""
    title: str
    page: str
    """XHTML."""
    marks: tuple[Mark, ...]
    """Empty where nothing is spoken."""


def plain_files(edition: Edition) -> Iterator[tuple[str, str]]:
    """The texts of the book, by their names in it."""
    chapters = [plain_chapter(edition, n) for n in range(len(edition.audio.chapters))]
    overlays = {f"{each.id}-overlay": each for each in chapters if each.marks}
    items = [
        Item("nav", "nav.xhtml", PAGE_TYPE, "nav"),
        Item("css", "book.css", "text/css"),
        *cover_item(edition),
        *(item for chapter in chapters for item in chapter_items(chapter)),
        *(sound_item(chapter.number) for chapter in chapters if chapter.marks),
    ]
    spine = [Place(chapter.id) for chapter in chapters]
    durations = {id_: duration(chapter.marks) for id_, chapter in overlays.items()}
    headings = [Heading(chapter.title, f"text/{chapter.id}.xhtml") for chapter in chapters]
    yield "EPUB/package.opf", package(edition, Parts(items, spine, durations))
    yield "EPUB/nav.xhtml", contents(edition, headings, "book.css")
    yield "EPUB/book.css", STYLE
    for chapter in chapters:
        yield from chapter_files(chapter)


def chapter_files(chapter: PlainChapter) -> Iterator[tuple[str, str]]:
    """The page and the overlay of a chapter, by their names in the book."""
    yield f"EPUB/text/{chapter.id}.xhtml", chapter.page
    if chapter.marks:
        page = f"../text/{chapter.id}.xhtml"
        yield f"EPUB/smil/{chapter.id}.smil", overlay(page, chapter.marks)


def cover_item(edition: Edition) -> Iterator[Item]:
    """The cover of the edition, if it has one."""
    if edition.cover_name:
        kind = "image/png" if edition.cover_name.endswith("png") else "image/jpeg"
        yield Item("cover", edition.cover_name, kind, "cover-image")


def sound_item(number: int) -> Item:
    """The sound of a chapter, counted from 0."""
    return Item(f"c{number + 1:03}-audio", sound_name(number), "audio/mpeg")


def sound_name(number: int) -> str:
    """Where the sound of a chapter, counted from 0, is."""
    return f"audio/c{number + 1:03}.mp3"


def chapter_items(chapter: PlainChapter) -> Iterator[Item]:
    """What the package says of these files; the sound is named elsewhere."""
    over = f"{chapter.id}-overlay" if chapter.marks else ""
    yield Item(chapter.id, f"text/{chapter.id}.xhtml", PAGE_TYPE, overlay=over)
    if chapter.marks:
        yield Item(over, f"smil/{chapter.id}.smil", "application/smil+xml")


def plain_chapter(edition: Edition, number: int) -> PlainChapter:
    """A chapter, counted from 0, on a page of our own."""
    title, audio = edition.titles[number], edition.audio.chapters[number].audio
    shown = paragraphs(edition.script.chapters[number], audio)
    marks = _marks(shown, audio.seconds, f"../{sound_name(number)}")
    page = _page(title, shown, language_tag(edition.script.info.language))
    return PlainChapter(number, f"c{number + 1:03}", title, page, marks)


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
        shown = "".join(
            f"<em>{text(part)}</em>" if slanted else text(part) for part, slanted in piece.runs
        )
        if piece.start is None:
            return shown
        self._sentences += 1
        words = shown.rstrip()
        id_ = sentence_id(self._sentences)
        return f'<span id="{id_}">{words}</span>{shown[len(words) :]}'


def sentence_id(number: int) -> str:
    """The id of a chapter's sentence, counted from 1."""
    return f"s{number:05}"


def _marks(shown: tuple[Paragraph, ...], seconds: float, sound: str) -> tuple[Mark, ...]:
    """Every sentence with its clip.

    A clip lasts until the next begins: a reader plays clip after clip, and would else leave out
    the pauses between them.
    """
    starts = [
        round(piece.start * 1000)
        for paragraph in shown
        for said in paragraph.said
        for piece in said.pieces
        if piece.start is not None
    ]
    ends = [*starts[1:], round(seconds * 1000)]
    return tuple(
        Mark(sentence_id(number), sound, start, end)
        for number, (start, end) in enumerate(zip(starts, ends, strict=False), 1)
    )
