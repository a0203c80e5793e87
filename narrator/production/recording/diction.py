"""How the words of a book are said: its locale, and what a person wrote into the lexicon."""

from dataclasses import replace
from pathlib import Path

from narrator.casting import read_sayings
from narrator.engines import engine_class
from narrator.text import Diction, Pronunciation, lexicon_for
from narrator.workspace import Workspace, read_record

from ..casting_file import read_casting_file


def diction_of(
    workspace: Workspace, book: str | None, *, language: str = "en", engine: str
) -> Diction:
    """How the words of `book`, a story in `language`, are said by `engine`.

    The lexicon is `[say]` in the file for all books and in the book's casting files; the closer
    file wins. What the book itself says counts least. Without a `book` it is the first alone.

    Raises:
        BadScript: such a table has mistakes.
    """
    entries = [entry for path in _files(workspace, book, engine) for entry in _read(path)]
    own = _own_to(workspace, book, language) if book else ()
    return Diction(
        locale=language,
        lexicon=lexicon_for(language, (*own, *entries)),
        phonemes=engine_class(engine).takes_phonemes,
    )


def _own_to(workspace: Workspace, book: str, language: str) -> tuple[Pronunciation, ...]:
    """What a book says of its words, as for all languages: a person's word is never further off."""
    record = read_record(workspace.script(book))
    found = record.pronunciations if record else ()
    index = lexicon_for(language, found).index
    return tuple(replace(entry, language="") for entries in index.values() for entry in entries)


def _files(workspace: Workspace, book: str | None, engine: str) -> tuple[Path, ...]:
    own = (workspace.casting_file(book), workspace.casting_file_for(book, engine)) if book else ()
    return tuple(dict.fromkeys((workspace.lexicon, *own)))


def _read(path: Path) -> tuple[Pronunciation, ...]:
    text = read_casting_file(path)
    return read_sayings(text, where=str(path)) if text else ()
