"""Actions to changes of files, each with a few words that say what was done."""

from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

from narrator.casting import with_saying
from narrator.model import NARRATOR, Line, LineKind

from . import lines
from .actions import (
    AnyAction,
    Assign,
    AssignAll,
    Deliver,
    Join,
    Merge,
    Omit,
    Part,
    Pause,
    Person,
    Record,
    Rename,
    Restore,
    Say,
    Split,
    Voice,
)
from .papers import CannotBeDone
from .people import Change, Company
from .reviewed import Reviewed

_SHOWN = 32
"""Characters of a line that are enough to recognise it."""


class Deed(NamedTuple):
    """What an action comes to."""

    change: Change
    what: str
    """In words."""


def deed_of(book: Reviewed, action: AnyAction) -> Deed:
    """What `action` changes in the files of `book`; nothing is written.

    Raises:
        CannotBeDone: the files are such that it cannot.
        BadScript: the casting file or the lexicon has mistakes, or would have.
    """
    do = _DEEDS[type(action)]
    return do(book, action)


def _assign(book: Reviewed, action: Assign) -> Deed:
    speaker = action.speaker and book.bill.name_of(action.speaker)
    texts = lines.assign(book.papers, action.lines, speaker, action.kind)
    return Deed(Change(texts), _said(book, action, speaker))


def _said(book: Reviewed, action: Assign, speaker: str | None) -> str:
    what = _lines(book, action.lines)
    if speaker is None and action.kind is None:
        return f"{what}: right as guessed"
    if action.kind is LineKind.THOUGHT:
        return f"{what}: not said aloud"
    return f"{what}: {'narration' if speaker == NARRATOR else speaker or action.kind}"


def _assign_all(book: Reviewed, action: AssignAll) -> Deed:
    speaker, to = book.bill.name_of(action.speaker), book.bill.name_of(action.to)
    names = {speaker, *book.bill.aliases_of(speaker)}
    found = lines.said_by(book.papers, names, action.chapter)
    if not found:
        raise CannotBeDone(f"{speaker} says nothing there")
    where = f" of chapter {action.chapter}" if action.chapter else ""
    count = "the line" if len(found) == 1 else f"all {len(found):,} lines"
    what = f"{count} of {speaker}{where}: {to}"
    return Deed(Change(lines.assign(book.papers, found, to, None)), what)


def _company(book: Reviewed) -> Company:
    if book.casting_problem:
        raise CannotBeDone(book.casting_problem)
    return Company(book.desk, book.papers, book.bill, book.info)


def _join(book: Reviewed, action: Join) -> Deed:
    change = _company(book).join(action.name, action.into)
    return Deed(change, f"{action.name} is {book.bill.name_of(action.into)}")


def _part(book: Reviewed, action: Part) -> Deed:
    change = _company(book).part(action.name, action.alias)
    return Deed(change, f"{action.alias} is not {action.name}")


def _rename(book: Reviewed, action: Rename) -> Deed:
    return Deed(_company(book).rename(action.name, action.to), f"{action.name}: now {action.to}")


def _person(book: Reviewed, action: Person) -> Deed:
    told = [each.value for each in (action.gender, action.age, action.kind) if each]
    return Deed(_company(book).describe(action), f"{action.name}: {', '.join(told) or 'anew'}")


def _voice(book: Reviewed, action: Voice) -> Deed:
    told = [
        *([action.voice] if action.voice else []),
        *([f"pace {action.rate:g}"] if action.rate is not None else []),
        *([f"pitch {action.pitch:+g}"] if action.pitch is not None else []),
        *([f"level {action.gain:+g} dB"] if action.gain is not None else []),
        *([] if action.locked is None else ["locked" if action.locked else "not locked"]),
    ]
    return Deed(_company(book).voice(action), f"the voice of {action.name}: {', '.join(told)}")


def _say(book: Reviewed, action: Say) -> Deed:
    desk = book.desk
    name = desk.lexicon if action.everywhere else desk.casting
    before = desk.text(name)
    if not action.everywhere and not before.strip():
        raise CannotBeDone("nobody has a voice yet", todo="make the book first")
    text = with_saying(before, action.word, action.say, action.ipa, where=name)
    how = action.say or (f"/{action.ipa.strip('/')}/" if action.ipa else "as ever")
    return Deed(Change({name: text}), f"“{action.word}” is said {how}")


def _pause(book: Reviewed, action: Pause) -> Deed:
    texts = lines.pause(book.papers, action.line, action.seconds, behind=action.behind)
    where = "behind" if action.behind else "before"
    length = "no pause" if action.seconds is None else f"a pause of {action.seconds:g} s"
    return Deed(Change(texts), f"{length} {where} {_lines(book, (action.line,))}")


def _deliver(book: Reviewed, action: Deliver) -> Deed:
    texts = lines.deliver(book.papers, action.lines, action.delivery)
    return Deed(Change(texts), f"{_lines(book, action.lines)}: {action.delivery or 'plainly'}")


def _omit(book: Reviewed, action: Omit) -> Deed:
    texts = lines.omit(book.papers, action.lines, action.reason)
    return Deed(Change(texts), f"{_lines(book, action.lines)}: left out")


def _restore(book: Reviewed, action: Restore) -> Deed:
    speaker = book.bill.name_of(action.speaker)
    texts = lines.restore(book.papers, action.lines, speaker)
    return Deed(Change(texts), f"{_lines(book, action.lines)}: read again")


def _split(book: Reviewed, action: Split) -> Deed:
    texts = lines.split(book.papers, action.line, action.at)
    return Deed(Change(texts), f"{_lines(book, (action.line,))}: split")


def _merge(book: Reviewed, action: Merge) -> Deed:
    what = f"{_lines(book, (action.line,))}: joined with the next"
    return Deed(Change(lines.merge(book.papers, action.line)), what)


def _record(book: Reviewed, action: Record) -> Deed:
    folder = book.workspace.recordings(book.book)
    name = action.recording.strip()
    if name and (Path(name).name != name or not (folder / name).is_file()):
        raise CannotBeDone(f"there is no recording {name}", where=str(folder))
    texts = lines.record(book.papers, action.line, name)
    how = "one's own recording" if name else "in its voice"
    return Deed(Change(texts), f"{_lines(book, (action.line,))}: {how}")


def _lines(book: Reviewed, ids: tuple[int, ...]) -> str:
    """Some lines in words."""
    if len(ids) > 1:
        return f"{len(ids):,} lines"
    row = book.papers.place(ids[0]).placed.row
    text = row.text if isinstance(row, Line) or hasattr(row, "text") else ""
    return text if len(text) <= _SHOWN else f"{text[: _SHOWN - 1].rstrip()}…"


_DEEDS: dict[type, Callable[[Reviewed, Any], Deed]] = {
    Assign: _assign,
    AssignAll: _assign_all,
    Join: _join,
    Part: _part,
    Rename: _rename,
    Person: _person,
    Voice: _voice,
    Say: _say,
    Pause: _pause,
    Deliver: _deliver,
    Omit: _omit,
    Restore: _restore,
    Split: _split,
    Merge: _merge,
    Record: _record,
}
