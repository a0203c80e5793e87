"""The files of a book that a session changes, as they stand: each change of them is journalled.

A step is written down first, then done. So it is either not begun or can be ended, whenever the
machine stops; and what a person writes into the files meanwhile is seen before anything is changed.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from narrator.files import Damaged, read_file
from narrator.workspace import (
    PARSED,
    Parsed,
    ParsedLine,
    Workspace,
    digest,
    read_parsed,
    script_files,
    write_parsed,
    write_whole,
)

from .hunks import Applied, apply, hunks_between, take_back
from .journal import FileChange, Journal, Kind, Step, Turned

_Stamp = tuple[int, int, int]


@dataclass(slots=True)
class _File:
    """A file as it was last seen."""

    stamp: _Stamp | None
    """None where there is none."""
    text: str
    damaged: bool = False
    """Whether it is no text, so that nothing can be done to it."""


@dataclass(frozen=True, slots=True)
class Reverted:
    """What came of an undo or a redo."""

    entry: int
    names: tuple[str, ...]
    """The files that are others now."""
    missed: int
    """Places that a hand changed since, so that they were left alone."""


class Desk:
    """The script, the casting file and the lexicon of one book."""

    def __init__(
        self, workspace: Workspace, book: str, *, is_whole: Callable[[str, str], bool]
    ) -> None:
        """Take up the files, and end a step that was cut short.

        `is_whole` says of a file's name and content whether Narrator can read it.
        """
        self._is_whole = is_whole
        self._root = workspace.root
        self._folder = workspace.script(book)
        self.casting = self._name(workspace.casting_file(book))
        self.lexicon = self._name(workspace.lexicon)
        self._files: dict[str, _File] = {}
        self.journal = Journal(workspace.journal(book))
        self.parsed = read_parsed(self._folder)
        self._parsed_stamp = _stamp(self._parsed_path)
        self._end_last()
        self.refresh()

    def close(self) -> None:
        """Let go of the journal."""
        self.journal.close()

    @property
    def chapters(self) -> list[str]:
        """The script files, in the order of their chapters."""
        return [name for name in self._files if name not in (self.casting, self.lexicon)]

    def text(self, name: str) -> str:
        """The content of a file; empty where there is none."""
        found = self._files.get(name)
        return found.text if found else ""

    def is_damaged(self, name: str) -> bool:
        """Whether a file is no text."""
        return name in self._files and self._files[name].damaged

    def parsed_of(self, name: str) -> Sequence[ParsedLine] | None:
        """What Narrator last wrote into a script file; None where that is not known."""
        return self.parsed.chapters.get(Path(name).name, ()) if self.parsed else None

    def refresh(self) -> list[str]:
        """Look whether a hand changed files; the names of those that are others, gone or new."""
        if (stamp := _stamp(self._parsed_path)) != self._parsed_stamp:
            self.parsed, self._parsed_stamp = read_parsed(self._folder), stamp
        names = [*map(self._name, script_files(self._folder)), self.casting, self.lexicon]
        changed = [name for name in self._files if name not in names]
        before = self._files
        self._files = {name: before.get(name) or _File(None, "") for name in names}
        for name, file in self._files.items():
            stamp = _stamp(self._root / name)
            if stamp != file.stamp or name not in before:
                old = file.text
                self._files[name] = self._seen(name, stamp)
                if self._files[name].text != old or name not in before:
                    changed.append(name)
        return changed

    def commit(
        self,
        texts: Mapping[str, str],
        *,
        kind: Kind = "do",
        entry: int = 0,
        what: str = "",
        do: str = "",
        turned: Iterable[Turned] = (),
        learnt: str | None = None,
        count: int = 0,
    ) -> int:
        """Change files to `texts`; the number of the entry that did. It is on the disk then.

        Raises:
            OSError: the journal cannot be written, and nothing was done.
        """
        step = Step(
            kind,
            entry or self.journal.next_number,
            tuple(
                FileChange(name, _named(old), _named(text), hunks_between(old, text))
                for name, text in texts.items()
                if (old := self.text(name)) != text
            ),
            what,
            do,
            tuple(turned),
            None if learnt is None or not self.parsed else (self.parsed.learnt, learnt),
            count,
        )
        self.journal.add(step)
        self._perform(step, {change.name: texts[change.name] for change in step.files})
        return step.entry

    def adopt(self, name: str, entry: int) -> bool:
        """Take what Narrator itself just wrote into a file as what follows from an entry."""
        text = self._read(name)
        if text is None or text == self.text(name):
            return False
        self.commit({name: text}, kind="follow", entry=entry)
        return True

    def undo(self) -> Reverted | None:
        """Take back the last entry that holds; None where there is none."""
        entry = self.journal.undoable
        return self._revert("undo", entry) if entry else None

    def redo(self) -> Reverted | None:
        """Do again what was taken back last."""
        entry = self.journal.redoable
        return self._revert("redo", entry) if entry else None

    def _revert(self, kind: Kind, entry: int) -> Reverted:
        back = kind == "undo"
        steps = self.journal.steps(entry)
        texts: dict[str, str] = {}
        turned: list[Turned] = []
        missed = 0
        for step in reversed(steps) if back else steps:
            for change in step.files:
                now = texts.get(change.name, self.text(change.name))
                done = take_back(now, change.hunks) if back else apply(now, change.hunks)
                if self._is_whole(change.name, now) and not self._is_whole(change.name, done.text):
                    done = Applied(now, len(change.hunks))
                texts[change.name], missed = done.text, missed + done.missed
            turned += [
                _facing(each, back=back)
                for each in (reversed(step.turned) if back else step.turned)
            ]
        learnt = [step.learnt for step in steps if step.learnt]
        learnt_then = (learnt[0][0] if back else learnt[-1][1]) if learnt else None
        self.commit(texts, kind=kind, entry=entry, turned=turned, learnt=learnt_then)
        return Reverted(entry, tuple(texts), missed)

    def _perform(self, step: Step, texts: Mapping[str, str]) -> None:
        """Write what a step changes. What Narrator wrote is known before it is there."""
        parsed = self._with(step)
        if parsed:
            coming = {
                change.after: parsed.chapters[Path(change.name).name]
                for change in step.files
                if Path(change.name).name in parsed.chapters
            }
            self._keep(replace(self.parsed or parsed, coming=coming))
        for name, text in texts.items():
            path = self._root / name
            if text:
                write_whole(path, text)
            else:
                path.unlink(missing_ok=True)
            self._files[name] = _File(_stamp(path), text)
        if parsed:
            self._keep(parsed)

    def _with(self, step: Step) -> Parsed | None:
        """What Narrator remembers after a step; None where it changes nothing of that."""
        if not self.parsed or not (step.turned or step.learnt):
            return None
        chapters = {name: list(lines) for name, lines in self.parsed.chapters.items()}
        for each in step.turned:
            lines = chapters.get(each.file, [])
            if each.at < len(lines) and lines[each.at] == each.old:
                lines[each.at] = each.new
        learnt = step.learnt[1] if step.learnt else self.parsed.learnt
        return Parsed({name: tuple(lines) for name, lines in chapters.items()}, learnt)

    def _keep(self, parsed: Parsed) -> None:
        write_parsed(self._folder, parsed)
        self.parsed, self._parsed_stamp = parsed, _stamp(self._parsed_path)

    def _end_last(self) -> None:
        """Do what a step that was cut short had still to do."""
        step = self.journal.last
        if step is None:
            return
        texts = {}
        for change in step.files:
            text = self._read(change.name)
            if text is not None and _named(text) == change.before:
                texts[change.name] = apply(text, change.hunks).text
        cut = self.parsed is not None and bool(self.parsed.coming)
        if texts or cut:
            self._perform(step, texts)

    def _seen(self, name: str, stamp: _Stamp | None) -> _File:
        text = self._read(name)
        return _File(stamp, text or "", damaged=text is None)

    def _read(self, name: str) -> str | None:
        """The content of a file, empty where there is none; None where it is no text."""
        path = self._root / name
        try:
            return read_file(path).decode("utf-8")
        except FileNotFoundError:
            return ""
        except (Damaged, OSError, UnicodeDecodeError):
            return None

    @property
    def _parsed_path(self) -> Path:
        return self._folder / PARSED

    def _name(self, path: Path) -> str:
        return path.relative_to(self._root).as_posix()


def _facing(turned: Turned, *, back: bool) -> Turned:
    """`turned`, or the other way round."""
    return Turned(turned.file, turned.at, turned.new, turned.old) if back else turned


def _named(text: str) -> str:
    return digest(text.encode()) if text else ""


def _stamp(path: Path) -> _Stamp | None:
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_mtime_ns, found.st_size, found.st_ino
