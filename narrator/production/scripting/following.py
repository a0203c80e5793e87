"""Lines that nobody settled follow what a person settled: speakers in the script, who is who."""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from narrator.files import read_text
from narrator.model import Line, Script
from narrator.parser import Draft, Place
from narrator.readers import read_story
from narrator.screenplay import chapter_file_name, numbered_rows, respoken
from narrator.workspace import (
    Parsed,
    ParsedLine,
    Workspace,
    digest,
    edited_files,
    load_script,
    parsed_line,
    read_parsed,
    read_record,
    script_files,
    write_parsed,
    write_record,
    write_whole,
)

from ..progress import Listener, Told, Warned
from .acquaintances import casting_digest, known_people
from .aligning import Pair, aligned
from .fingerprints import fingerprint
from .source import Source

_BOM = b"\xef\xbb\xbf"


@dataclass(frozen=True, slots=True)
class _File:
    """A script file as it stands, and what Narrator last wrote there."""

    path: Path
    text: str
    lines: Sequence[tuple[int, Line]]
    """Each with the number of its row in the file."""
    parsed: tuple[ParsedLine, ...]
    were: Mapping[int, Sequence[Pair]]
    """For each line those of `parsed` that it was made of."""

    @property
    def words(self) -> list[str]:
        """The text of each line."""
        return [line.text for _, line in self.lines]

    def is_settled(self, at: int) -> bool:
        """Whether a person said who speaks line `at`, or a server that was asked."""
        now = self.lines[at][1]
        before = [self.parsed[pair.two] for pair in self.were.get(at, ())]
        return not before or any(
            one.asked or one.speaker != now.speaker or (one.doubt is not None and not now.doubt)
            for one in before
        )

    def may_follow(self, at: int) -> bool:
        """Whether line `at` has the words and the doubt that it had, and nobody settled it."""
        now = parsed_line(self.lines[at][1])
        return not self.is_settled(at) and all(
            pair.same and self.parsed[pair.two].doubt == now.doubt for pair in self.were.get(at, ())
        )

    def settled(self) -> Iterator[tuple[str, str, str]]:
        """The lines that are settled: in which file, what, and by whom."""
        for at, (_, line) in enumerate(self.lines):
            if self.is_settled(at):
                yield self.path.name, line.text, line.speaker


@dataclass(frozen=True, slots=True)
class _Followed:
    """A file with the speakers that follow."""

    file: _File
    text: str
    parsed: tuple[ParsedLine, ...]
    count: int
    """How many lines have another speaker."""


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
    settled = [line for file in files for line in file.settled()]
    learnt = digest(json.dumps(settled).encode()) if settled else ""
    people = casting_digest(workspace, source.book)
    is_known = parsed is not None and not parsed.coming and parsed.learnt == learnt
    if record is None or (is_known and record.people == people):
        return False
    draft = _draft(workspace, source, listen)
    followed = _follow(files, draft)
    edited = set(edited_files(folder))
    written = [digest(one.text.encode()) for one in followed if one.file.path not in edited]
    # Cut short, it leaves files that are known as Narrator's, whether they were written yet or not.
    write_record(folder, replace(record, written=(*record.written, *written)))
    _write(folder, parsed or Parsed({}), followed, learnt)
    plain = fingerprint(source)
    kept = record.fingerprint if record.fingerprint.startswith(plain) else plain
    characters = draft.script.characters
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


def _files(folder: Path, parsed: Parsed | None) -> list[_File]:
    edited = set(edited_files(folder))
    found = []
    for path in script_files(folder):
        text = read_text(path)
        lines = [(at, row) for at, row in numbered_rows(text) if isinstance(row, Line)]
        if parsed:
            before = parsed.lines_of(path)
        else:
            # Of a script from before there was a record of its lines, nobody knows which are whose.
            before = () if path in edited else tuple(parsed_line(line) for _, line in lines)
        pairs = aligned([line.text for _, line in lines], [line.text for line in before])
        were: dict[int, list[Pair]] = {}
        for pair in pairs:
            were.setdefault(pair.one, []).append(pair)
        found.append(_File(path, text, lines, before, were))
    return found


def _draft(workspace: Workspace, source: Source, listen: Listener) -> Draft:
    book = read_story(source.files, source.options)
    for warning in book.warnings:
        listen(Warned(f"{source.path}: {warning}"))
    return Draft(book, known_people(workspace, source.book))


def _follow(files: Sequence[_File], draft: Draft) -> list[_Followed]:
    """Settle what is settled, and give the other lines to whoever speaks them now."""
    rows = _lines_of(draft.script)
    pairs = {
        file.path.name: aligned(file.words, [line.text for _, line in rows[file.path.name]])
        for file in files
        if file.path.name in rows
    }
    settled: dict[Place, str] = {}
    for file in files:
        for pair in pairs.get(file.path.name, ()):
            if file.is_settled(pair.one):
                place = rows[file.path.name][pair.two][0]
                settled.setdefault(place, file.lines[pair.one][1].speaker)
    draft.settle(settled)
    now = _lines_of(draft.script)
    return [
        _respoken(
            file,
            [line for _, line in now.get(file.path.name, ())],
            pairs.get(file.path.name, ()),
        )
        for file in files
    ]


def _lines_of(script: Script) -> dict[str, list[tuple[Place, Line]]]:
    """The lines of a script by the file of their chapter."""
    return {
        chapter_file_name(number + 1, chapter.title): [
            ((number, row), line) for row, line in enumerate(chapter.rows) if isinstance(line, Line)
        ]
        for number, chapter in enumerate(script.chapters)
    }


def _respoken(file: _File, now: Sequence[Line], pairs: Sequence[Pair]) -> _Followed:
    others: dict[int, Line] = {}
    parsed = list(file.parsed)
    count = 0
    for one, two, same in pairs:
        if not same or not file.may_follow(one):
            continue
        number, line = file.lines[one]
        if line.kind is not now[two].kind:
            continue
        decided = replace(line, speaker=now[two].speaker, doubt=now[two].doubt)
        if decided != line:
            others[number] = decided
            parsed[file.were[one][0].two] = parsed_line(decided)
            count += decided.speaker != line.speaker
    return _Followed(file, respoken(file.text, others), tuple(parsed), count)


def _write(folder: Path, parsed: Parsed, followed: Sequence[_Followed], learnt: str) -> None:
    """Write the files; it may be cut short anywhere, and nothing of a person is lost."""
    contents = {one.file.path: _encoded(one) for one in followed}
    coming = {digest(contents[one.file.path]): one.parsed for one in followed}
    write_parsed(folder, replace(parsed, coming={**parsed.coming, **coming}))
    for one in followed:
        if one.text != one.file.text:
            write_whole(one.file.path, contents[one.file.path].decode())
    chapters = {one.file.path.name: one.parsed for one in followed}
    write_parsed(folder, Parsed(chapters, learnt))


def _encoded(one: _Followed) -> bytes:
    mark = _BOM if one.file.path.read_bytes().startswith(_BOM) else b""
    return mark + one.text.encode()


def _tell(count: int, listen: Listener) -> None:
    if count:
        lines = "1 line follows" if count == 1 else f"{count:,} lines follow"
        listen(Told(f"{lines} your corrections."))
