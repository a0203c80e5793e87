"""The read-along book of a story that was an EPUB: its own pages, with a span for each sentence.

The pages are looked at twice, so that no more than one is in memory: first for their words, in
which the sentences that are heard are found again, then to be written.
"""

import itertools
import posixpath
from collections.abc import Iterator
from dataclasses import dataclass, field
from urllib.parse import quote

from lxml import etree

from narrator.languages import titles_for
from narrator.readers.archive import Archive
from narrator.readers.epub.navigation import read_contents
from narrator.readers.epub.package import Item as SourceItem
from narrator.readers.epub.package import Package, read_package
from narrator.readers.epub.protection import encrypted_files
from narrator.readers.markup.trees import decode_markup, parse_page, parse_xml

from ..edition import Edition
from .clips import Clip, clips_of, heard_sentences
from .kept import (
    KeptFiles,
    direction_of,
    encryption_file,
    idpf_key,
    mixed,
    plain_fonts,
    spine_properties,
    statements,
)
from .marking import Part, locate, mark, page_text, parts_of
from .overlay import Mark, duration, overlay
from .package import (
    ACTIVE_STYLE,
    PAGE_TYPE,
    Heading,
    Item,
    Parts,
    Place,
    contents,
    identifier,
    package,
)
from .pages import XHTML, Converted, convert
from .plain import (
    STYLE,
    PlainChapter,
    chapter_files,
    chapter_items,
    cover_item,
    plain_chapter,
    sound_item,
    sound_name,
)
from .xml import language_tag

_FEWEST = 0.8
"""The part of all sentences that has to be found on the pages."""
_STYLE = "narrator.css"
_MOST_PAGES = 5000
_OWN_STYLE = "book.css"


class NotKept(Exception):
    """The pages of a source cannot be used; the message says why."""


@dataclass(slots=True)
class _Page:
    """A page of the source on its way into the book."""

    name: str
    """In the source."""
    target: str
    """In the book."""
    linear: bool
    placing: str = ""
    """Properties of its place in the reading order."""
    ids: set[str] = field(default_factory=set)
    places: dict[str, int] = field(default_factory=dict)
    """The order of its ids."""
    text: str = ""
    sentences: list[tuple[int, int, int]] = field(default_factory=list)
    """Number, start and end of those that are heard."""


class OriginalBook:
    """The read-along book made of the pages of an EPUB; made once, written once."""

    def __init__(self, edition: Edition, archive: Archive) -> None:
        """Find the sentences that are heard on the pages in `archive`.

        Raises:
            NotKept: they are not found there, or it has no package that can be used.
            BadSource: the archive is damaged.
        """
        self._edition = edition
        self._archive = archive
        self._package: Package = read_package(archive)
        name = self._package.name
        root = parse_xml(archive.read(name)) if name else None
        if root is None:
            raise NotKept("it has no package document")
        self._root = root
        self._language = language_tag(edition.script.info.language)
        self._files = KeptFiles(archive, plain_fonts(archive, root))
        self._broken = 0
        self._pages = self._read_pages()
        self._own: dict[int, list[PlainChapter]] = {}
        """Chapters on pages of our own, by the index of the page before which they stand."""
        self._clips = self._find_sentences()
        own = {each.number for group in self._own.values() for each in group if each.marks}
        self.chapters = tuple(sorted({clip.chapter for clip in self._clips.values()} | own))
        """The chapters whose sound belongs to it, counted from 0."""

    @property
    def remark(self) -> str:
        """What was wrong with the source; empty where nothing was."""
        faults = []
        if self._broken:
            faults.append(f"{self._broken} of its pages are not well-formed")
        if self._files.missing:
            some = sorted(self._files.missing)
            more = f" and {len(some) - 1} more" if len(some) > 1 else ""
            faults.append(f"it names files that it does not hold ({some[0]}{more})")
        return f"{'; '.join(faults)}: mended in the read-along book" if faults else ""

    def _read_pages(self) -> list[_Page]:
        """Every page with its ids and its text: those in the order of reading, then the linked."""
        locked = encrypted_files(self._archive)
        placing = spine_properties(self._root)
        pages: list[_Page] = []
        for item, linear in self._package.spine:
            if item.name not in locked:
                target = self._files.add_page(item.name)
                pages.append(_Page(item.name, target, linear, placing.get(item.id, "")))
        known = {page.name for page in pages}
        others = {each.name: each for each in self._package.items.values() if each.is_page}
        for page in pages:
            self._look_at(page)
            for name in list(self._files.linked):
                if name not in known and self._is_wanted(others.get(name), locked):
                    known.add(name)
                    pages.append(_Page(name, self._files.add_page(name), False))
            if len(pages) > _MOST_PAGES:
                raise NotKept("it has too many pages")
        self._files.ids = {page.name: page.ids for page in pages}
        return pages

    def _is_wanted(self, item: SourceItem | None, locked: set[str]) -> bool:
        return (
            item is not None
            and item.name not in locked
            and item.name not in self._package.navigation
        )

    def _look_at(self, page: _Page) -> None:
        made = self._convert(page, first=True)
        page.ids = made.ids
        for element in made.body.iter():
            if isinstance(element.tag, str) and (id_ := element.get("id")):
                page.places[id_] = len(page.places)
        page.text = page_text(made.body).text

    def _convert(self, page: _Page, *, first: bool = False) -> Converted:
        source = parse_page(decode_markup(self._archive.read(page.name)))
        if source is None:
            source = etree.Element(f"{XHTML}html")
        elif first and not str(source.tag).startswith("{"):
            self._broken += 1
        info = self._edition.script.info
        return convert(
            source,
            lambda kind, link: self._files.address(page.name, kind, link),
            title=info.title or titles_for(info.language).untitled,
            language=self._language,
        )

    def _find_sentences(self) -> dict[int, Clip]:
        heard = list(heard_sentences(self._edition))
        stretches = locate([page.text for page in self._pages], [each.text for each in heard])
        placed = {number: each for number, each in enumerate(stretches) if each is not None}
        here = {heard[number].chapter: stretch.page for number, stretch in placed.items()}
        added = [each for each in heard if each.chapter not in here]
        told = len(heard) - len(added)
        if len(placed) < _FEWEST * told or len(added) > told:
            raise NotKept(
                f"only {len(placed):,} of {len(heard):,} sentences that are heard are on its pages"
            )
        first = min((stretch.page for stretch in placed.values()), default=0)
        self._place_added({each.chapter for each in added}, here, first)
        for page in self._pages:
            page.text = ""
        for number, stretch in placed.items():
            self._pages[stretch.page].sentences.append((number, stretch.start, stretch.end))
        lengths = [round(each.audio.seconds * 1000) for each in self._edition.audio.chapters]
        return clips_of(enumerate(heard), placed, lengths)

    def _place_added(self, added: set[int], here: dict[int, int], first: int) -> None:
        """Chapters that are not in the source, such as credits, stand where they are heard."""
        for number in sorted(added):
            before = [page for chapter, page in here.items() if chapter < number]
            at = max(before) + 1 if before else first
            self._own.setdefault(at, []).append(plain_chapter(self._edition, number))

    def write(self) -> Iterator[tuple[str, bytes]]:
        """Every file of the book but the sound, by its name in the archive; one at a time."""
        items: list[Item] = []
        spine: list[Place] = []
        durations: dict[str, int] = {}
        targets: set[str] = set()
        for number, page in enumerate(self._pages, 1):
            for chapter in self._own.get(number - 1, ()):
                yield from self._write_own(chapter, items, spine, durations)
            made, marks = self._marked(page)
            id_ = f"page-{number}"
            over = f"{id_}-overlay" if marks else ""
            properties = " ".join(sorted(made.properties))
            items.append(Item(id_, quote(page.target), PAGE_TYPE, properties, over))
            spine.append(Place(id_, True, page.placing))
            targets |= _targets(made, page.target)
            if marks:
                name = f"smil/{id_}.smil"
                items.append(Item(over, name, "application/smil+xml"))
                durations[over] = duration(marks)
                yield f"EPUB/{name}", overlay(f"../{quote(page.target)}", marks).encode()
            yield f"EPUB/{page.target}", _serialised(made)
        for chapter in self._own.get(len(self._pages), ()):
            yield from self._write_own(chapter, items, spine, durations)
        if self._own:
            items.append(Item("own-style", _OWN_STYLE, "text/css"))
            yield f"EPUB/{_OWN_STYLE}", STYLE.encode()
        headings = self._headings()
        targets |= {heading.href.partition("#")[0] for heading in headings}
        yield "EPUB/nav.xhtml", contents(self._edition, headings, _STYLE).encode()
        yield f"EPUB/{_STYLE}", ACTIVE_STYLE.encode()
        items += [Item("nav", "nav.xhtml", PAGE_TYPE, "nav"), Item("style", _STYLE, "text/css")]
        items += map(sound_item, self.chapters)
        yield from self._write_kept(items)
        # A page that is aside has to be reached by a link.
        hidden = {f"page-{n}" for n, page in enumerate(self._pages, 1) if not page.linear}
        hidden &= {item.id for item in items if item.href in targets}
        reached = [Place(each.id, each.id not in hidden, each.properties) for each in spine]
        parts = Parts(
            items,
            reached,
            durations,
            tuple(statements(self._root, self._edition.script.info.date)),
            direction_of(self._root),
            pictures=any(item.media_type.startswith("image/") for item in items),
        )
        yield "EPUB/package.opf", package(self._edition, parts).encode("utf-8", "replace")

    def _write_own(
        self,
        chapter: PlainChapter,
        items: list[Item],
        spine: list[Place],
        durations: dict[str, int],
    ) -> Iterator[tuple[str, bytes]]:
        items += chapter_items(chapter)
        spine.append(Place(chapter.id))
        if chapter.marks:
            durations[f"{chapter.id}-overlay"] = duration(chapter.marks)
        for name, text in chapter_files(chapter):
            yield name, text.encode("utf-8", "replace")

    def _marked(self, page: _Page) -> tuple[Converted, list[Mark]]:
        """The page with its spans, and what is heard on it."""
        made = self._convert(page)
        parts = parts_of(text := page_text(made.body), page.sentences)
        marks = list(self._marks(page, parts, made.ids))
        mark(text, parts, [each.id for each in marks])
        if marks:
            href = posixpath.relpath(_STYLE, posixpath.dirname(page.target))
            etree.SubElement(
                made.head, f"{XHTML}link", rel="stylesheet", type="text/css", href=href
            )
        return made, marks

    def _marks(self, page: _Page, parts: list[Part], ids: set[str]) -> Iterator[Mark]:
        """A clip for each part; a sentence over several blocks is shared out by its letters."""
        prefix = "s"
        while any(id_.startswith(prefix) and id_[len(prefix) :].isdigit() for id_ in ids):
            prefix += "s"
        letters: dict[int, int] = {}
        for part in parts:
            letters[part.sentence] = letters.get(part.sentence, 0) + part.letters
        done: dict[int, int] = {}
        for number, part in enumerate(parts, 1):
            clip = self._clips[part.sentence]
            before = done.get(part.sentence, 0)
            after = done[part.sentence] = before + part.letters
            whole = letters[part.sentence]
            length = clip.spoken - clip.begin
            begin = clip.begin + length * before // whole
            end = clip.end if after == whole else clip.begin + length * after // whole
            yield Mark(f"{prefix}{number:05}", f"../{sound_name(clip.chapter)}", begin, end)

    def _headings(self) -> list[Heading]:
        """The table of contents: the source's own, else one of the chapters that are heard."""
        order = {page.name: number for number, page in enumerate(self._pages)}
        found: list[tuple[tuple[float, int], Heading]] = []
        for entry in read_contents(self._archive, self._package):
            title = " ".join(entry.title.split())
            if entry.page not in order or not title:
                continue
            page = self._pages[order[entry.page]]
            anchor = entry.anchor if entry.anchor in page.ids else ""
            href = quote(page.target) + (f"#{quote(anchor)}" if anchor else "")
            place = (order[entry.page], page.places.get(anchor, -1))
            found.append((place, Heading(title, href, entry.depth)))
        if not found:
            found = list(self._chapter_headings(order))
        for at, chapters in self._own.items():
            for chapter in chapters:
                heading = Heading(chapter.title, f"text/{chapter.id}.xhtml")
                found.insert(
                    sum(place[0] < at for place, _ in found),
                    ((at - 0.5, chapter.number), heading),
                )
        if any(a[0] > b[0] for a, b in itertools.pairwise(found)):
            # Readers want them in the order of the book.
            found = [
                (place, Heading(each.title, each.href))
                for place, each in sorted(found, key=lambda row: row[0])
            ]
        return [heading for _, heading in found]

    def _chapter_headings(
        self, order: dict[str, int]
    ) -> Iterator[tuple[tuple[float, int], Heading]]:
        seen: set[int] = set()
        for page in self._pages:
            for number, _, _ in page.sentences[:1]:
                chapter = self._clips[number].chapter
                if chapter not in seen:
                    seen.add(chapter)
                    heading = Heading(self._edition.titles[chapter], quote(page.target))
                    yield (order[page.name], -1), heading

    def _write_kept(self, items: list[Item]) -> Iterator[tuple[str, bytes]]:
        """The pictures, styles and fonts, and the cover."""
        cover = self._package.cover
        target = self._files.keep_picture(cover) if cover else None
        key = idpf_key(identifier(self._edition))
        fonts = []
        for number, (name, file) in enumerate(self._files.found.items(), 1):
            cover_image = name == cover and target is not None
            properties = "cover-image" if cover_image else ""
            items.append(Item(f"file-{number}", quote(file.target), file.media_type, properties))
            yield f"EPUB/{file.target}", mixed(file.data, key) if file.mixed else file.data
            if file.mixed:
                fonts.append(f"EPUB/{file.target}")
        if target is None and self._edition.cover:
            items += cover_item(self._edition)
            yield f"EPUB/{self._edition.cover_name}", self._edition.cover.data
        if fonts:
            yield "META-INF/encryption.xml", encryption_file(fonts).encode()


def _targets(made: Converted, target: str) -> set[str]:
    """The pages to which the links of a page lead."""
    folder = quote(posixpath.dirname(target))
    found = set()
    for link in made.body.iter(f"{XHTML}a"):
        path = link.get("href", "").partition("#")[0]
        if path and ":" not in path:
            found.add(posixpath.normpath(posixpath.join(folder, path)))
    return found


def _serialised(made: Converted) -> bytes:
    return etree.tostring(
        made.root, encoding="utf-8", xml_declaration=True, doctype="<!DOCTYPE html>"
    )
