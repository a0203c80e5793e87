"""The read-along book as a file: everything in one archive, the same bytes every time."""

import hashlib
import json
import shutil
import zipfile
from pathlib import Path

from ...names import safe_name
from ..edition import Edition
from ..paragraphs import paragraphs
from ..sidefile import SideFile
from .chapter import SpokenChapter, spoken_chapter
from .package import CONTAINER, STYLE, contents, package
from .xml import language_tag

KIND = "epub"
_DATE = (1980, 1, 1, 0, 0, 0)
_SCHEMA = 1
"""Part of the fingerprint: raise it when the archive comes to be put together in another way."""


def read_along_file(edition: Edition) -> SideFile:
    """The EPUB of an edition whose chapters are MP3 files."""
    chapters = _chapters(edition)
    documents = _documents(edition, chapters)
    picture = hashlib.sha256(edition.cover.data).hexdigest() if edition.cover else ""
    sounds = [chapter.fingerprint for chapter in edition.audio.chapters]
    facts = [_SCHEMA, documents, sounds, picture]
    fingerprint = hashlib.sha256(json.dumps(facts).encode()).hexdigest()

    def write(path: Path) -> None:
        with zipfile.ZipFile(path, "w") as archive:
            for name, text in documents.items():
                _add(archive, name, text.encode("utf-8", "replace"), store=name == "mimetype")
            if edition.cover:
                _add(archive, f"EPUB/{edition.cover_name}", edition.cover.data, store=True)
            for chapter, sound in zip(chapters, edition.sounds, strict=True):
                if chapter.overlay:
                    _copy(archive, f"EPUB/audio/{chapter.id}.mp3", edition.folder / sound)

    name = safe_name(edition.script.info.title, suffix=".epub")
    return SideFile(name, KIND, fingerprint, write, edition.seconds)


def _chapters(edition: Edition) -> tuple[SpokenChapter, ...]:
    language = language_tag(edition.script.info.language)
    return tuple(
        spoken_chapter(
            f"c{number + 1:03}",
            title,
            paragraphs(edition.script.chapters[number], mixed.audio),
            mixed.audio.seconds,
            language,
        )
        for number, (title, mixed) in enumerate(
            zip(edition.titles, edition.audio.chapters, strict=True)
        )
    )


def _documents(edition: Edition, chapters: tuple[SpokenChapter, ...]) -> dict[str, str]:
    """Every text of the archive by its name; `mimetype` has to be the first."""
    documents = {
        "mimetype": "application/epub+zip",
        "META-INF/container.xml": CONTAINER,
        "EPUB/package.opf": package(edition, chapters),
        "EPUB/nav.xhtml": contents(edition, chapters),
        "EPUB/book.css": STYLE,
    }
    for chapter in chapters:
        documents[f"EPUB/text/{chapter.id}.xhtml"] = chapter.page
        if chapter.overlay:
            documents[f"EPUB/smil/{chapter.id}.smil"] = chapter.overlay
    return documents


def _entry(name: str, *, store: bool) -> zipfile.ZipInfo:
    info = zipfile.ZipInfo(name, _DATE)
    info.create_system = 3  # the same on every system
    info.compress_type = zipfile.ZIP_STORED if store else zipfile.ZIP_DEFLATED
    return info


def _add(archive: zipfile.ZipFile, name: str, data: bytes, *, store: bool = False) -> None:
    archive.writestr(_entry(name, store=store), data)


def _copy(archive: zipfile.ZipFile, name: str, path: Path) -> None:
    # Sound is not made smaller by packing, and readers play it from inside the archive.
    info = _entry(name, store=True)
    info.file_size = path.stat().st_size
    with path.open("rb") as source, archive.open(info, "w") as target:
        shutil.copyfileobj(source, target, 1 << 20)
