"""The package document of a read-along book and its table of contents."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from narrator.languages import titles_for
from narrator.languages.titles import Titles

from ..edition import Edition
from .overlay import clock
from .xml import DECLARATION, XHTML, attribute, language_tag, text

ACTIVE = "-epub-media-overlay-active"
"""The class of the sentence that is heard."""
ACTIVE_STYLE = f"""\
.{ACTIVE} {{ background-color: #fbe6b3; color: #23201b; text-decoration: underline; }}
"""
CONTAINER = (
    DECLARATION
    + '<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container">'
    '<rootfiles><rootfile full-path="EPUB/package.opf" '
    'media-type="application/oebps-package+xml"/></rootfiles></container>\n'
)
_MODIFIED = "2000-01-01T00:00:00Z"
"""The format wants a time; the same book is to give the same bytes whenever it is made."""
_RIGHT_TO_LEFT = ("ar", "fa", "he", "ur", "yi")
_FEATURES = (
    *("synchronizedAudioText", "tableOfContents", "readingOrder"),
    *("structuralNavigation", "displayTransformability"),
)
PAGE_TYPE = "application/xhtml+xml"


@dataclass(frozen=True, slots=True)
class Item:
    """A file of the book."""

    id: str
    href: str
    """Relative to the package document."""
    media_type: str
    properties: str = ""
    overlay: str = ""
    """The id of the overlay that goes with a page."""


@dataclass(frozen=True, slots=True)
class Place:
    """A page in the reading order."""

    id: str
    linear: bool = True
    properties: str = ""


@dataclass(frozen=True, slots=True)
class Parts:
    """What a package lists."""

    items: Sequence[Item]
    spine: Sequence[Place]
    durations: Mapping[str, int]
    """Milliseconds of each overlay, by its id."""
    about: Sequence[str] = ()
    """Further entries of the metadata, ready to be written."""
    direction: str = ""
    """`ltr` or `rtl`; empty where the language decides."""
    pictures: bool = False
    """Whether there is something to see beside the text."""


def package(edition: Edition, parts: Parts) -> str:
    """The package document."""
    language = language_tag(edition.script.info.language)
    direction = parts.direction
    if not direction and language.split("-")[0].lower() in _RIGHT_TO_LEFT:
        direction = "rtl"
    turned = f" page-progression-direction={attribute(direction)}" if direction else ""
    rows = [
        '<package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="uid" '
        f"xml:lang={attribute(language)}>",
        '<metadata xmlns:dc="http://purl.org/dc/elements/1.1/">',
        *_metadata(edition, parts, language),
        "</metadata>",
        "<manifest>",
        *map(_item, parts.items),
        "</manifest>",
        f"<spine{turned}>",
        *map(_place, parts.spine),
        "</spine>",
        "</package>",
    ]
    return DECLARATION + "\n".join(rows) + "\n"


def identifier(edition: Edition) -> str:
    """The book's unique identifier."""
    return f"urn:uuid:{edition.uuid}"


def title_of(edition: Edition) -> str:
    """The book's title as XML, never empty."""
    info = edition.script.info
    return text(info.title).strip() or text(titles_for(info.language).untitled)


def _metadata(edition: Edition, parts: Parts, language: str) -> Iterator[str]:
    info = edition.script.info
    titles = titles_for(info.language)
    yield f'<dc:identifier id="uid">{identifier(edition)}</dc:identifier>'
    yield f"<dc:title>{title_of(edition)}</dc:title>"
    yield f"<dc:language>{language}</dc:language>"
    if text(info.author).strip():
        yield f'<dc:creator id="author">{text(info.author)}</dc:creator>'
        yield _meta("role", "aut", ' refines="#author" scheme="marc:relators"')
    if about := edition.audio.description or titles.disclosure:
        yield f"<dc:description>{text(about)}</dc:description>"
    yield from parts.about
    yield _meta("dcterms:modified", _MODIFIED)
    yield _meta("media:active-class", ACTIVE)
    for voice in dict.fromkeys(role.voice for role in edition.cast.roles):
        told = titles.narrator.format(voice=voice, engine=edition.cast.engine)
        yield _meta("media:narrator", told)
    yield _meta("media:duration", clock(sum(parts.durations.values())))
    for id_, milliseconds in parts.durations.items():
        yield _meta("media:duration", clock(milliseconds), f' refines="#{id_}"')
    for name, value in _accessibility(titles, pictures=parts.pictures):
        yield _meta(f"schema:{name}", value)


def _accessibility(titles: Titles, *, pictures: bool) -> Iterator[tuple[str, str]]:
    modes = ("textual", "auditory", *(("visual",) if pictures else ()))
    yield from (("accessMode", mode) for mode in modes)
    if pictures:
        yield "accessModeSufficient", "textual,visual"
    else:
        yield from (("accessModeSufficient", mode) for mode in modes)
    yield from (("accessibilityFeature", feature) for feature in _FEATURES)
    yield "accessibilityHazard", "unknown" if pictures else "none"
    if titles.read_along:
        yield "accessibilitySummary", titles.read_along


def _meta(name: str, value: str, more: str = "") -> str:
    return f'<meta property="{name}"{more}>{text(value)}</meta>'


def _item(item: Item) -> str:
    properties = f' properties="{item.properties}"' if item.properties else ""
    overlay = f' media-overlay="{item.overlay}"' if item.overlay else ""
    return (
        f'<item id="{item.id}" href={attribute(item.href)} '
        f'media-type="{item.media_type}"{properties}{overlay}/>'
    )


def _place(place: Place) -> str:
    linear = "" if place.linear else ' linear="no"'
    properties = f' properties="{place.properties}"' if place.properties else ""
    return f'<itemref idref="{place.id}"{linear}{properties}/>'


@dataclass(frozen=True, slots=True)
class Heading:
    """A line of the table of contents."""

    title: str
    href: str
    depth: int = 0
    """0 for the outermost; at most one more than that of the line above."""


def contents(edition: Edition, headings: Iterable[Heading], style: str) -> str:
    """The table of contents, with the style sheet `style`."""
    lang = attribute(language_tag(edition.script.info.language))
    title = title_of(edition)
    return (
        f"{XHTML} lang={lang} xml:lang={lang}>\n<head>\n<title>{title}</title>\n"
        f'<link rel="stylesheet" type="text/css" href={attribute(style)}/>\n</head>\n<body>\n'
        f'<nav epub:type="toc" role="doc-toc">\n<h1>{title}</h1>\n<ol>'
        + "".join(_tree(headings))
        + "</li>\n</ol>\n</nav>\n</body>\n</html>\n"
    )


def _tree(headings: Iterable[Heading]) -> Iterator[str]:
    depth = -1
    for heading in headings:
        new = min(heading.depth, depth + 1) if depth >= 0 else 0
        if new > depth >= 0:
            yield "\n<ol>"
        elif depth >= 0:
            yield "</li>" + "\n</ol></li>" * (depth - new)
        depth = new
        yield f"\n<li><a href={attribute(heading.href)}>{text(heading.title)}</a>"
    yield "</li>\n</ol>" * max(depth, 0)
