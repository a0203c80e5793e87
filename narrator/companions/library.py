"""A book in a library of audiobooks: AUTHOR/SERIES/TITLE, as Audiobookshelf and others expect it.

The names of the folders, `desc.txt`, `reader.txt` and `metadata.json` are those that the
documentation of Audiobookshelf gives for its scanner.
"""

import json
import os
import shutil
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from narrator.languages import titles_for
from narrator.publish import (
    Format,
    Manifest,
    Published,
    chapter_marks,
    chapter_names,
    find_format,
    safe_name,
)
from narrator.publish.aac import lengths

from .edition import Edition
from .sidefile import SideFile, data_file, text_file, write_side_files

_KIND = "library"
_NOBODY = "Unknown author"
"""Audiobookshelf's own name for an author it does not know."""


def shelve(
    edition: Edition, sounds: Iterable[Published], formats: Iterable[str], library: Path
) -> Iterator[Published]:
    """Put the book into the folder `library`: its sound in one format, cover, and what it is.

    Of all `formats` that were made it is the first with the whole book in one file, else the
    player's. A file is linked to where it can be, so that it takes no room twice.

    Raises:
        NarratorError: a folder cannot be written to.
    """
    kind = _kind(edition, formats)
    titles = (each.audio.title for each in edition.audio.chapters)
    chapters = set(chapter_names(titles, kind.suffix))
    paths = [each.path for each in sounds if each.path.suffix == kind.suffix]
    chosen = [path for path in paths if (path.name in chapters) is not kind.whole_book]
    files = [*map(_linked, chosen), *_about(edition, kind)]
    yield from write_side_files(files, library / shelf_name(edition))


def shelf_name(edition: Edition) -> Path:
    """The folder of a book in a library.

    With a series it is AUTHOR/SERIES/Vol 2 - TITLE, else AUTHOR/TITLE.
    """
    info = edition.audio.info
    author = safe_name(info.author, fallback=_NOBODY)
    if not info.series:
        return Path(author, safe_name(info.title))
    number = f"Vol {info.series_number} - " if info.series_number else ""
    return Path(author, safe_name(info.series), safe_name(number + info.title))


def metadata(edition: Edition, kind: Format) -> dict[str, Any]:
    """What `metadata.json` holds, the source that Audiobookshelf believes before all others."""
    audio, info = edition.audio, edition.audio.info
    rate = kind.rate if kind.joined and kind.rate else audio.chapters[0].audio.rate
    marks = chapter_marks(audio, lengths(audio.chapters) if kind.joined else None)
    number = f" #{info.series_number}" if info.series_number else ""
    return {
        "title": info.title,
        "authors": [info.author] if info.author else [],
        "narrators": [audio.narrators] if audio.narrators else [],
        "series": [info.series + number] if info.series else [],
        "genres": ["Audiobook"],
        "publishedYear": audio.date[:4] or None,
        "description": audio.description or None,
        "language": info.language,
        "tags": [*filter(None, [titles_for(info.language).tag])],
        "chapters": [
            {"id": id, "start": mark.start / rate, "end": mark.end / rate, "title": mark.title}
            for id, mark in enumerate(marks)
        ],
    }


def _kind(edition: Edition, formats: Iterable[str]) -> Format:
    whole = (kind for kind in map(find_format, formats) if kind.whole_book)
    return next(whole, edition.sound)


def _linked(source: Path) -> SideFile:
    entry = Manifest(source.parent).entry(source.name)

    def write(path: Path) -> None:
        try:
            os.link(source, path)
        except OSError:
            shutil.copyfile(source, path)

    return SideFile(source.name, _KIND, entry.fingerprint if entry else "", write)


def _about(edition: Edition, kind: Format) -> Iterator[SideFile]:
    text = json.dumps(metadata(edition, kind), ensure_ascii=False, indent=1)
    yield text_file("metadata.json", _KIND, text + "\n")
    yield text_file("reader.txt", _KIND, edition.audio.narrators + "\n")
    if edition.audio.description:
        yield text_file("desc.txt", _KIND, edition.audio.description + "\n")
    if edition.cover:
        yield data_file(edition.cover_name, _KIND, edition.cover.data)
