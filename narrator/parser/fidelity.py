"""Law 1, checked: a script holds every character of its book but white space, once, in order."""

from narrator.errors import NarratorError
from narrator.model import Book, Chapter, Pause, Script, ScriptChapter

_SHOWN = 30


def check_fidelity(book: Book, script: Script) -> None:
    """Nothing while the script says exactly what the book says.

    Raises:
        NarratorError: a chapter of the script loses, repeats or changes text; it says where.
    """
    if len(book.chapters) != len(script.chapters):
        raise NarratorError(
            f"the book has {len(book.chapters)} chapters, the script {len(script.chapters)}",
            where=book.info.title,
            todo="this is a fault of Narrator, please report it",
        )
    for number, (chapter, written) in enumerate(
        zip(book.chapters, script.chapters, strict=True), start=1
    ):
        _check_chapter(f"chapter {number} ({chapter.title})", chapter, written)


def _check_chapter(where: str, chapter: Chapter, written: ScriptChapter) -> None:
    told = "".join("".join(block.text.split()) for block in chapter.blocks)
    said = "".join("".join(row.text.split()) for row in written.rows if not isinstance(row, Pause))
    if told == said:
        return
    at = _first_difference(told, said)
    raise NarratorError(
        f"the script departs from the book after {told[max(0, at - _SHOWN) : at]!r}: "
        f"the book goes on {told[at : at + _SHOWN]!r}, the script {said[at : at + _SHOWN]!r}",
        where=where,
        todo="this is a fault of Narrator, please report it with this passage",
    )


def _first_difference(one: str, other: str) -> int:
    for at, (a, b) in enumerate(zip(one, other, strict=False)):
        if a != b:
            return at
    return min(len(one), len(other))
