"""How long the silences of a book are, by the tables that a person wrote."""

from dataclasses import replace

from narrator.casting import read_pauses
from narrator.mixing import STANDARD, Profile, Range
from narrator.model import Pauses
from narrator.workspace import Workspace

from ..casting_file import read_casting_file

_ROOM = 0.1
"""Seconds."""


def pauses_of(
    workspace: Workspace,
    book: str,
    *,
    engine: str,
    factor: float = 1.0,
    profile: Profile = STANDARD,
) -> Pauses:
    """The pauses of `book`, made longer by `factor`, with ends of chapters as `profile` wants them.

    They are those of `[pauses]` in the file for all books and in the book's casting files; the
    closer file wins.

    Raises:
        BadScript: such a table has mistakes.
    """
    pauses = Pauses()
    own = (workspace.casting_file(book), workspace.casting_file_for(book, engine))
    for path in (workspace.pauses, *own):
        text = read_casting_file(path)
        if text:
            pauses = read_pauses(text, pauses, where=str(path))
    return replace(
        pauses,
        factor=pauses.factor * factor,
        head=_within(pauses.head, profile.head),
        tail=_within(pauses.tail, profile.tail),
    )


def _within(seconds: float, wanted: Range) -> float:
    """`seconds`, or as near to it as is allowed, with a little room for what clips bring."""
    least, most = wanted
    return min(max(seconds, least + _ROOM), most - _ROOM)
