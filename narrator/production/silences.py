"""How long the silences of a book are, by the tables that a person wrote."""

from dataclasses import replace

from narrator.casting import read_pauses
from narrator.model import Pauses
from narrator.workspace import Workspace

from .casting_file import read_casting_file


def pauses_of(workspace: Workspace, book: str, *, engine: str, factor: float = 1.0) -> Pauses:
    """The pauses of `book`, made longer by `factor`.

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
    return replace(pauses, factor=pauses.factor * factor)
