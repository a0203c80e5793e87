"""A book's script on disk: one file a chapter, and never a person's edit lost (law 8)."""

from dataclasses import replace
from pathlib import Path

from narrator.errors import BadScript, NarratorError
from narrator.files import read_file, read_text
from narrator.model import BookInfo, Script
from narrator.readers import ReadOptions
from narrator.screenplay import (
    chapter_file_name,
    chapter_order,
    read_chapter,
    write_chapter,
)

from .files import digest, write_whole
from .parsed import parsed_script, write_parsed
from .record import BookRecord, read_record, write_record

KEPT_SUFFIX = ".bak"
"""Added to the name of an edited script that was parsed anew on request."""


def script_files(folder: Path) -> list[Path]:
    """The chapter files of a script, in the order of their numbers."""
    return sorted(folder.glob("[0-9]*.txt"), key=lambda path: chapter_order(path.name))


def edited_files(folder: Path) -> list[Path]:
    """The chapter files that are not as the parser wrote them."""
    record = read_record(folder)
    written = record.written if record else ()
    return [path for path in script_files(folder) if digest(read_file(path)) not in written]


def is_edited(folder: Path) -> bool:
    """Whether a person changed, added, moved or removed a chapter file."""
    record = read_record(folder)
    if record is None or not record.fingerprint:
        return bool(edited_files(folder))
    found = tuple(digest(read_file(path)) for path in script_files(folder))
    return found != record.written


def save_script(
    folder: Path,
    script: Script,
    *,
    source: str,
    fingerprint: str,
    people: str = "",
    plain: Script | None = None,
    options: ReadOptions | None = None,
) -> list[Path]:
    """Write `script` into `folder`; the files in its way are replaced.

    `plain` is the same before a server was asked, if one was; `options` say how the story was
    read. What the record before remembers of the casting file is kept.
    A save that is cut short leaves a record that calls neither its old nor its new files edited.
    """
    texts = _chapter_texts(script)
    digests = tuple(digest(text.encode()) for text in texts.values())
    old = tuple(digest(read_file(path)) for path in script_files(folder))
    before = read_record(folder)
    record = BookRecord(
        info=script.info,
        characters=script.characters,
        source=source,
        written=old + digests,
        people=people,
        pronunciations=script.pronunciations,
        options=options or ReadOptions(),
    )
    if before:
        record = replace(
            record, given=before.given, cast=before.cast, cast_language=before.cast_language
        )
    write_record(folder, record)
    write_parsed(folder, parsed_script(script, plain))
    for path in script_files(folder):
        if path.name not in texts:
            path.unlink()
    for name, text in texts.items():
        write_whole(folder / name, text)
    write_record(folder, replace(record, fingerprint=fingerprint, written=digests))
    return [folder / name for name in texts]


def _chapter_texts(script: Script) -> dict[str, str]:
    return {
        chapter_file_name(number, chapter.title): write_chapter(chapter)
        for number, chapter in enumerate(script.chapters, start=1)
    }


def set_edits_aside(folder: Path) -> None:
    """Keep the files a person edited beside the script, as `NN-title.txt.bak`."""
    for path in edited_files(folder):
        path.replace(path.with_name(path.name + KEPT_SUFFIX))


def load_script(folder: Path) -> Script:
    """The script in `folder` as it is now.

    Raises:
        BadScript: mistakes in it, all of them at once, with file and line.
        NarratorError: there is none.
    """
    paths = script_files(folder)
    if not paths:
        raise NarratorError("there is no script", where=str(folder), todo="parse the story first")
    chapters, mistakes = [], []
    for path in paths:
        try:
            chapters.append(read_chapter(read_text(path), where=str(path)))
        except BadScript as error:
            mistakes.append(str(error))
    if mistakes:
        raise BadScript("\n".join(mistakes))
    record = read_record(folder)
    info = record.info if record else BookInfo(title=folder.name)
    if record is None:
        return Script(info, tuple(chapters))
    return Script(info, tuple(chapters), record.characters, record.pronunciations)
