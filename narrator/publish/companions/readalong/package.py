"""The package document of the read-along book and its table of contents."""

from collections.abc import Iterator

from ...tags import DISCLOSURE
from ..edition import Edition
from .chapter import SpokenChapter, clock
from .xml import DECLARATION, XHTML, attribute, language_tag, text

ACTIVE = "-epub-media-overlay-active"
"""The class of the sentence that is heard."""
STYLE = f"""\
body {{ line-height: 1.6; margin: 0 5%; }}
p {{ margin: 0 0 0.8em; }}
h1, h2 {{ line-height: 1.25; }}
.verse {{ font-style: italic; margin-left: 1.5em; }}
.letter {{ border-left: 0.2em solid; padding-left: 1em; }}
.break {{ text-align: center; margin: 1.5em 0; }}
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
_ACCESSIBILITY = (
    *(("accessMode", mode) for mode in ("textual", "auditory")),
    *(("accessModeSufficient", mode) for mode in ("textual", "auditory")),
    *(
        ("accessibilityFeature", feature)
        for feature in (
            *("synchronizedAudioText", "tableOfContents", "readingOrder"),
            *("structuralNavigation", "displayTransformability"),
        )
    ),
    ("accessibilityHazard", "none"),
    ("accessibilitySummary", "The whole text is read aloud by synthetic voices, with the text."),
)


def package(edition: Edition, chapters: tuple[SpokenChapter, ...]) -> str:
    """The package document."""
    language = language_tag(edition.script.info.language)
    rtl = language.split("-")[0].lower() in _RIGHT_TO_LEFT
    rows = [
        '<package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="uid" '
        f"xml:lang={attribute(language)}>",
        '<metadata xmlns:dc="http://purl.org/dc/elements/1.1/">',
        *_metadata(edition, chapters, language),
        "</metadata>",
        "<manifest>",
        *_manifest(edition, chapters),
        "</manifest>",
        '<spine page-progression-direction="rtl">' if rtl else "<spine>",
        *(f'<itemref idref="{chapter.id}"/>' for chapter in chapters),
        "</spine>",
        "</package>",
    ]
    return DECLARATION + "\n".join(rows) + "\n"


def _metadata(
    edition: Edition, chapters: tuple[SpokenChapter, ...], language: str
) -> Iterator[str]:
    info = edition.script.info
    yield f'<dc:identifier id="uid">urn:uuid:{edition.uuid}</dc:identifier>'
    yield f"<dc:title>{text(info.title).strip() or 'Untitled'}</dc:title>"
    yield f"<dc:language>{language}</dc:language>"
    if text(info.author).strip():
        yield f'<dc:creator id="author">{text(info.author)}</dc:creator>'
        yield _meta("role", "aut", ' refines="#author" scheme="marc:relators"')
    yield f"<dc:description>{text(edition.audio.description or DISCLOSURE)}</dc:description>"
    yield _meta("dcterms:modified", _MODIFIED)
    yield _meta("media:active-class", ACTIVE)
    for voice in dict.fromkeys(role.voice for role in edition.cast.roles):
        yield _meta("media:narrator", f"{voice} (synthetic voice, {edition.cast.engine})")
    yield _meta("media:duration", clock(sum(chapter.milliseconds for chapter in chapters)))
    for chapter in chapters:
        if chapter.overlay:
            refines = f' refines="#{chapter.id}-overlay"'
            yield _meta("media:duration", clock(chapter.milliseconds), refines)
    for name, value in _ACCESSIBILITY:
        yield _meta(f"schema:{name}", value)


def _meta(name: str, value: str, more: str = "") -> str:
    return f'<meta property="{name}"{more}>{text(value)}</meta>'


def _manifest(edition: Edition, chapters: tuple[SpokenChapter, ...]) -> Iterator[str]:
    yield _item("nav", "nav.xhtml", "application/xhtml+xml", ' properties="nav"')
    yield _item("css", "book.css", "text/css")
    if edition.cover_name:
        kind = "image/png" if edition.cover_name.endswith("png") else "image/jpeg"
        yield _item("cover", edition.cover_name, kind, ' properties="cover-image"')
    for chapter in chapters:
        overlay = f' media-overlay="{chapter.id}-overlay"' if chapter.overlay else ""
        yield _item(chapter.id, f"text/{chapter.id}.xhtml", "application/xhtml+xml", overlay)
        if chapter.overlay:
            smil = f"smil/{chapter.id}.smil"
            yield _item(f"{chapter.id}-overlay", smil, "application/smil+xml")
            yield _item(f"{chapter.id}-audio", f"audio/{chapter.id}.mp3", "audio/mpeg")


def _item(id_: str, href: str, kind: str, more: str = "") -> str:
    return f'<item id="{id_}" href="{href}" media-type="{kind}"{more}/>'


def contents(edition: Edition, chapters: tuple[SpokenChapter, ...]) -> str:
    """The table of contents."""
    lang = attribute(language_tag(edition.script.info.language))
    rows = [
        f'<li><a href="text/{chapter.id}.xhtml">{text(chapter.title)}</a></li>'
        for chapter in chapters
    ]
    title = text(edition.script.info.title).strip() or "Untitled"
    return (
        f"{XHTML} lang={lang} xml:lang={lang}>\n<head>\n<title>{title}</title>\n"
        '<link rel="stylesheet" type="text/css" href="book.css"/>\n</head>\n<body>\n'
        f'<nav epub:type="toc" role="doc-toc">\n<h1>{title}</h1>\n<ol>\n'
        + "\n".join(rows)
        + "\n</ol>\n</nav>\n</body>\n</html>\n"
    )
