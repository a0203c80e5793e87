"""The read-along book as a file: everything in one archive, the same bytes every time."""

import hashlib
import json
import shutil
import zipfile
from collections.abc import Callable
from dataclasses import asdict
from pathlib import Path

from narrator.errors import BadSource
from narrator.publish import safe_name
from narrator.readers import SourceFile
from narrator.readers.archive import open_archive

from ..edition import Edition
from ..sidefile import SideFile
from .clips import heard_sentences
from .original import NotKept, OriginalBook
from .package import CONTAINER
from .plain import plain_files, sound_name

KIND = "epub"
_DATE = (1980, 1, 1, 0, 0, 0)
_SCHEMA = 3
"""Part of the fingerprint: raise it when the book comes to be put together in another way."""

Warn = Callable[[str], None]


def read_along_file(edition: Edition, warn: Warn = lambda _: None) -> SideFile:
    """The EPUB of an edition whose chapters are MP3 files.

    Where the edition knows the EPUB it was made from, its pages are those of that; if that cannot
    be, `warn` is told why when the file is written, and they are our own.
    """

    def write(path: Path) -> None:
        with zipfile.ZipFile(path, "w") as archive:
            _add(archive, "mimetype", b"application/epub+zip", store=True)
            _add(archive, "META-INF/container.xml", CONTAINER.encode())
            if edition.source is None or not _write_original(edition, archive, warn):
                _write_plain(edition, archive)

    name = safe_name(edition.script.info.title, suffix=".epub")
    return SideFile(name, KIND, _fingerprint(edition), write, edition.seconds)


def _fingerprint(edition: Edition) -> str:
    """Names the text and its times, the sound, the cover and the source."""
    state = hashlib.sha256(f"{_SCHEMA}\n".encode())

    def add(value: object) -> None:
        state.update(json.dumps(value, default=str).encode())

    add([asdict(edition.script.info), edition.titles, edition.audio.description])
    add([edition.cast.engine, [role.voice for role in edition.cast.roles]])
    for chapter in edition.script.chapters:
        add([repr(row) for row in chapter.rows])
    for each in heard_sentences(edition):
        add([each.chapter, each.start, each.end])
    add([chapter.fingerprint for chapter in edition.audio.chapters])
    state.update(edition.cover.data if edition.cover else b"")
    if edition.source:
        state.update(_digest(edition.source))
    return state.hexdigest()


def _digest(path: Path) -> bytes:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").digest()


def _write_original(edition: Edition, archive: zipfile.ZipFile, warn: Warn) -> bool:
    """Write the book with the pages of its source; whether that was possible."""
    if edition.source is None:
        return False
    name = edition.source.name
    try:
        with open_archive(SourceFile(edition.source)) as source:
            book = OriginalBook(edition, source)
            # What is written is in the archive: so what can fail on the way is done before.
            whole = list(book.write())
    except (NotKept, BadSource) as error:
        reason = error.what if isinstance(error, BadSource) else str(error)
        warn(f"{name}: the read-along book has plain pages instead of its own: {reason}")
        return False
    for file, data in whole:
        stored = file.endswith((".jpg", ".jpeg", ".png", ".webp", ".gif", ".woff", ".woff2"))
        _add(archive, file, data, store=stored)
    _add_sounds(edition, archive, book.chapters)
    if book.remark:
        warn(f"{name}: {book.remark}")
    return True


def _write_plain(edition: Edition, archive: zipfile.ZipFile) -> None:
    for file, text in plain_files(edition):
        _add(archive, file, text.encode("utf-8", "replace"))
    if edition.cover:
        _add(archive, f"EPUB/{edition.cover_name}", edition.cover.data, store=True)
    heard = dict.fromkeys(each.chapter for each in heard_sentences(edition))
    _add_sounds(edition, archive, tuple(heard))


def _add_sounds(edition: Edition, archive: zipfile.ZipFile, chapters: tuple[int, ...]) -> None:
    for number in chapters:
        sound = edition.folder / edition.sounds[number]
        _copy(archive, f"EPUB/{sound_name(number)}", sound)


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
