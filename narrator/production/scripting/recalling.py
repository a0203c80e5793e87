"""The story that a script was made of, found again by what is remembered of it."""

from pathlib import Path

from narrator.errors import NarratorError
from narrator.workspace import BookRecord, Workspace, read_record

from .fingerprints import fingerprint
from .source import Source

_AND = " + "
"""Between the files of a story that has several."""


def recalled_source(workspace: Workspace, book: str) -> Source:
    """The story of a book, to be read again as it was.

    Raises:
        NarratorError: it is not where it was, has changed, or came through standard input.
        BadScript: what is remembered is damaged.
    """
    record = read_record(workspace.script(book))
    if record is None or not record.source:
        raise NarratorError("it is not known which story the script was made of")
    paths = _paths(workspace, record)
    missing = [path for path in paths if not path.exists()]
    if missing:
        raise NarratorError(f"the story is no longer there: {missing[0]}")
    source = Source(paths[0], record.options, book, more=tuple(paths[1:]))
    if not record.fingerprint.startswith(fingerprint(source)):
        raise NarratorError(
            "the story has changed since, or was read by another version of Narrator",
            where=str(paths[0]),
            todo=f"run: narrator make {paths[0]}",
        )
    return source


def _paths(workspace: Workspace, record: BookRecord) -> list[Path]:
    whole = workspace.root / record.source
    if whole.exists():
        return [whole]
    return [workspace.root / name for name in record.source.split(_AND)]
