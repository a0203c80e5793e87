"""The first stage: a story file becomes a script that a person can edit."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from narrator.errors import NarratorError
from narrator.model import Book, Character, Script
from narrator.parser import check_fidelity, parse_book
from narrator.readers import SourceFile, read_story
from narrator.readers.epub import Epub
from narrator.workspace import (
    BookRecord,
    Workspace,
    edited_files,
    is_edited,
    load_script,
    read_record,
    save_cover,
    save_script,
    script_files,
    set_edits_aside,
)

from ..progress import LanguageFound, Listener, Warned, silently
from .acquaintances import casting_digest, known_people
from .consulting import consult_server
from .fingerprints import asked, file_digest, fingerprint, is_made_of, same_story
from .following import follow_corrections
from .source import Source

_IGNORED = (
    "the script of {book} was edited by hand and --no-follow is given, so it does not follow what "
    "changed in the casting file about who is who"
)


@dataclass(frozen=True, slots=True)
class Scripted:
    """A book's script."""

    book: str
    script: Script
    edited: bool = False
    """Whether a person changed it."""


def parse_source(
    workspace: Workspace, source: Source, listen: Listener = silently
) -> tuple[Book, Script]:
    """A story and its script, with every word of it accounted for; nobody is asked.

    What the casting file says about who is who is believed.

    Raises:
        BadSource: the story cannot be read.
        BadScript: the casting file has mistakes.
    """
    book = _read(source, listen)
    return book, _parse(book, known_people(workspace, source.book, book.info.language))


def _read(source: Source, listen: Listener) -> Book:
    book = read_story(source.files, source.options)
    for warning in book.warnings:
        listen(Warned(f"{source.path}: {warning}"))
    if book.identification:
        listen(LanguageFound(book.identification))
    return book


def _parse(book: Book, known: Sequence[Character]) -> Script:
    script = parse_book(book, known)
    check_fidelity(book, script)
    return script


@dataclass(frozen=True, slots=True)
class Parsing:
    """What became of a story."""

    script: Script
    plain: Script
    """The script before anybody was asked."""
    is_asked: bool
    """Whether a server was asked about all doubtful lines."""


def parse_and_ask(
    workspace: Workspace, source: Source, *, writes: bool = False, listen: Listener = silently
) -> Parsing:
    """The script of a story, its server asked about all doubtful lines if it has one.

    Nothing is written, but with `writes` the answers are kept for the next time, and the cover.
    What the casting file says about who is who is believed.

    Raises:
        BadSource: the story cannot be read.
    """
    book, script = parse_source(workspace, source, listen)
    folder = workspace.script(source.book)
    if writes:
        save_cover(folder, book.cover)
    if source.server is None:
        return Parsing(script, script, is_asked=False)
    consulted = consult_server(script, source.server, folder, writes=writes, listen=listen)
    return Parsing(consulted.script, script, is_asked=not consulted.trouble)


def write_script(
    workspace: Workspace, source: Source, *, force: bool = False, listen: Listener = silently
) -> Scripted:
    """Parse a story into the workspace, over any script that nobody edited.

    One that a person edited follows what they settled.

    Raises:
        NarratorError: a person edited the script and the source does not let it follow, or the
            story changed since, or it is another story's; and `force` is not set.
    """
    folder = workspace.script(source.book)
    record = read_record(folder)
    _refuse_other_story(workspace, source, record, force=force)
    if is_edited(folder) and not force:
        if record is None or not source.follows:
            raise _edited(workspace, source.book)
        if not same_story(source, record):
            _refuse_changed(workspace, source.book)
        follow_corrections(workspace, source, listen)
        return Scripted(source.book, load_script(folder), edited=True)
    return _parse_and_save(workspace, source, listen)


def keep_or_write_script(
    workspace: Workspace, source: Source, *, force: bool = False, listen: Listener = silently
) -> bool:
    """See that a story has its script: as it stands if it is up to date or edited, else parsed now.

    Returns whether it was parsed. One that a person edited follows what they settled. A script for
    which a server was asked stays as it is when none is to be asked any more.

    Raises:
        NarratorError: the story changed after a person edited its script, or the script is
            another story's, and `force` is not set.
    """
    folder = workspace.script(source.book)
    record = read_record(folder)
    if force or not script_files(folder):
        write_script(workspace, source, force=force, listen=listen)
        return True
    _refuse_other_story(workspace, source, record, force=False)
    unchanged = record is not None and is_made_of(source, record.fingerprint)
    edited = is_edited(folder)
    if record and record.people != casting_digest(workspace, source.book):
        unchanged = False
        if edited and not source.follows:
            listen(Warned(_IGNORED.format(book=source.book)))
    if edited and not unchanged and not (record and same_story(source, record)):
        _refuse_changed(workspace, source.book)
    if edited and source.server:
        listen(Warned(f"the script of {source.book} was edited by hand, so nothing was asked"))
    if edited and source.follows and record:
        return follow_corrections(workspace, source, listen)
    if edited or unchanged:
        return False
    _parse_and_save(workspace, source, listen)
    return True


def original_epub(workspace: Workspace, book: str) -> tuple[Path | None, str]:
    """The EPUB that a book's script was made from; None, and why, where it can be had no more.

    The reason is empty where the story was no EPUB.
    """
    record = read_record(workspace.script(book))
    path = workspace.root / record.source if record else Path()
    if record is None or path.suffix.lower() not in Epub.suffixes:
        return None, ""
    if not path.is_file():
        return None, f"{record.source} is no longer there"
    if record.fingerprint.split("/")[0] != file_digest(SourceFile(path)):
        return None, f"{record.source} has changed since its script was made"
    return path, ""


def _parse_and_save(workspace: Workspace, source: Source, listen: Listener) -> Scripted:
    parsing = parse_and_ask(workspace, source, writes=True, listen=listen)
    folder = workspace.script(source.book)
    script = _by_whom_a_person_said(workspace, source, parsing.script)
    set_edits_aside(folder)
    save_script(
        folder,
        script,
        plain=parsing.plain,
        source=source.named_in(workspace),
        # Where not all was asked, it is tried again next time.
        fingerprint=fingerprint(source) + (asked(source) if parsing.is_asked else ""),
        people=casting_digest(workspace, source.book),
        options=source.options,
    )
    return Scripted(source.book, script)


def _by_whom_a_person_said(workspace: Workspace, source: Source, script: Script) -> Script:
    """`script` with the author whom a person named earlier, if the story names none."""
    record = read_record(workspace.script(source.book))
    if script.info.author or not record or record.source != source.named_in(workspace):
        return script
    return replace(script, info=replace(script.info, author=record.info.author))


def _refuse_other_story(
    workspace: Workspace, source: Source, record: BookRecord | None, *, force: bool
) -> None:
    if record is None or force or record.source == source.named_in(workspace):
        return
    if not same_story(source, record):
        raise NarratorError(
            f"is already the script of {record.source}",
            where=str(workspace.script(source.book)),
            todo="choose another name for this book with --name, or replace it with --force",
        )


def _edited(workspace: Workspace, book: str) -> NarratorError:
    folder = workspace.script(book)
    edited = [str(path) for path in edited_files(folder)] or [str(folder)]
    return NarratorError(
        "was edited by hand, so it is left as it is",
        where=", ".join(edited),
        todo="to parse the story anew all the same, add --force (the edits are kept as .bak files)",
    )


def _refuse_changed(workspace: Workspace, book: str) -> None:
    raise NarratorError(
        "was edited by hand, and the story has changed since",
        where=str(workspace.script(book)),
        todo=f"`narrator record {book}` records the script as it is; "
        "--force parses the story anew (the edits are kept as .bak files)",
    )
