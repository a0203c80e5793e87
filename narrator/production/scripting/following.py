"""Lines that nobody settled follow what a person settled: speakers in the script, who is who."""

import json
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from narrator.files import read_text
from narrator.parser import Draft
from narrator.readers import read_story
from narrator.workspace import (
    Parsed,
    Workspace,
    digest,
    edited_files,
    load_script,
    read_parsed,
    read_record,
    script_files,
    write_parsed,
    write_record,
    write_whole,
)

from ..progress import Listener, Told, Warned
from .acquaintances import casting_digest, known_people
from .corrections import Followed, Following, ScriptFile, script_file
from .fingerprints import fingerprint
from .source import Source

_BOM = b"\xef\xbb\xbf"


def follow_corrections(workspace: Workspace, source: Source, listen: Listener) -> bool:
    """Decide anew who speaks the lines that nobody settled, in a script that a person edited.

    What is settled is held. The story is read again if anything was settled since the last time,
    else nothing is done. Returns whether it was.

    Raises:
        BadScript: the script or the casting file has mistakes.
        BadSource: the story cannot be read.
    """
    folder = workspace.script(source.book)
    load_script(folder)  # all mistakes of the script at once
    record, parsed = read_record(folder), read_parsed(folder)
    files = _files(folder, parsed)
    learnt = learnt_from(files)
    people = casting_digest(workspace, source.book)
    is_known = parsed is not None and not parsed.coming and parsed.learnt == learnt
    if record is None or (is_known and record.people == people):
        return False
    following = study_source(workspace, source, listen)
    followed = following.followed(files)
    edited = {path.name for path in edited_files(folder)}
    written = [digest(one.text.encode()) for one in followed if one.file.name not in edited]
    # Cut short, it leaves files that are known as Narrator's, whether they were written yet or not.
    write_record(folder, replace(record, written=(*record.written, *written)))
    _write(folder, parsed or Parsed({}), followed, learnt)
    plain = fingerprint(source)
    kept = record.fingerprint if record.fingerprint.startswith(plain) else plain
    characters = following.script.characters
    write_record(
        folder,
        replace(
            record,
            characters=characters,
            people=people,
            written=tuple(written),
            fingerprint=kept,
        ),
    )
    _tell(sum(one.count for one in followed), listen)
    return True


def learnt_from(files: Sequence[ScriptFile]) -> str:
    """Names all that is settled in the files of a script; empty where nothing is."""
    settled = [line for file in files for line in file.settled()]
    return digest(json.dumps(settled).encode()) if settled else ""


def study_source(workspace: Workspace, source: Source, listen: Listener) -> Following:
    """A story read again, so that its lines can follow what is settled.

    Raises:
        BadScript: the casting file has mistakes.
        BadSource: the story cannot be read.
    """
    book = read_story(source.files, source.options)
    for warning in book.warnings:
        listen(Warned(f"{source.path}: {warning}"))
    return Following(Draft(book, known_people(workspace, source.book, book.info.language)))


def _files(folder: Path, parsed: Parsed | None) -> list[ScriptFile]:
    edited = set(edited_files(folder))
    # Of a script from before there was a record of its lines, nobody knows which are whose.
    return [
        script_file(
            path.name,
            read_text(path),
            parsed.lines_of(path) if parsed else () if path in edited else None,
        )
        for path in script_files(folder)
    ]


def _write(folder: Path, parsed: Parsed, followed: Sequence[Followed], learnt: str) -> None:
    """Write the files; it may be cut short anywhere, and nothing of a person is lost."""
    contents = {one.file.name: _encoded(folder, one) for one in followed}
    coming = {digest(contents[one.file.name]): one.parsed for one in followed}
    write_parsed(folder, replace(parsed, coming={**parsed.coming, **coming}))
    for one in followed:
        if one.text != one.file.text:
            write_whole(folder / one.file.name, contents[one.file.name].decode())
    chapters = {one.file.name: one.parsed for one in followed}
    write_parsed(folder, Parsed(chapters, learnt))


def _encoded(folder: Path, one: Followed) -> bytes:
    mark = _BOM if (folder / one.file.name).read_bytes().startswith(_BOM) else b""
    return mark + one.text.encode()


def _tell(count: int, listen: Listener) -> None:
    if count:
        lines = "1 line follows" if count == 1 else f"{count:,} lines follow"
        listen(Told(f"{lines} your corrections."))
