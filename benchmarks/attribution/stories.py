"""Stories of our own with their speakers marked as in the tests: `⟦Olga⟧ “Mind the step.”`"""

import csv
import re
from collections.abc import Iterator
from pathlib import Path

from narrator.errors import BadSource
from narrator.model import Block, BlockKind, Book, BookInfo, Chapter

from .corpus import Novel, Person, Segment

_MARK = re.compile(r"⟦([^⟧]*)⟧ ?")
_BLANK = re.compile(r"\n\s*\n")
_QUOTED = re.compile(
    r"“[^”]*”?|\"[^\"]*\"?|«[^»]*»?|»[^«]*«?|「[^」]*」?"
    # A single mark closes behind a mark of its own; elsewhere it is an apostrophe.
    r"|‘.*?[.,!?…—–-]’(?!\w)|'.*?[.,!?…—–-]'(?!\w)"
    r"|[—–-][^—–]*|_[^_]*_|\*[^*]*\*",
    re.DOTALL,
)
"""What is quoted right behind a mark, by the sign that opens it."""


def read_stories(folder: Path) -> list[tuple[Book, Novel]]:
    """The stories in `folder`, `.txt` files, by name.

    Before every quotation stands its speaker in double brackets, with other names of theirs behind
    slashes: `⟦Olga/Miss Brandt⟧`. A quotation without is nobody's.

    Raises:
        BadSource: there are none, or one has no speaker in it.
    """
    paths = sorted(folder.glob("*.txt"))
    if not paths:
        raise BadSource("holds no story, a .txt file", where=str(folder))
    return [_read(path) for path in paths]


def _read(path: Path) -> tuple[Book, Novel]:
    blocks: list[Block] = []
    said: list[tuple[int, int, tuple[str, ...]]] = []
    length = 0
    for marked in _BLANK.split(path.read_text(encoding="utf-8").strip()):
        text = _MARK.sub("", marked)
        blocks.append(Block(BlockKind.PARAGRAPH, text, start=length))
        said += [(length + start, length + end, names) for start, end, names in _said(marked)]
        length += len(text) + 2
    if not said:
        raise BadSource("has no ⟦speaker⟧ in it", where=str(path))
    text = "\n\n".join(block.text for block in blocks)
    people: dict[str, Person] = {}
    for *_, names in said:
        aliases = {*names, *(people[names[0]].aliases if names[0] in people else ())}
        people[names[0]] = Person(names[0], tuple(sorted(aliases)), "U", is_minor=False)
    segments = tuple(
        Segment(start, end, names[0], "", str(number), is_first=True)
        for number, (start, end, names) in enumerate(said)
    )
    book = Book(BookInfo(path.stem), (Chapter("", tuple(blocks)),), text)
    return book, Novel(path.stem, path, text, people, segments)


def _said(marked: str) -> Iterator[tuple[int, int, tuple[str, ...]]]:
    """From each mark of a paragraph to the next: places in the text without the marks."""
    removed = 0
    starts: list[tuple[int, tuple[str, ...]]] = []
    for mark in _MARK.finditer(marked):
        starts.append((mark.start() - removed, tuple(mark[1].split("/"))))
        removed += mark.end() - mark.start()
    ends = [*(start for start, _ in starts[1:]), len(marked) - removed] if starts else []
    for (start, names), end in zip(starts, ends, strict=True):
        yield start, end, names


def write_corpus(stories: Path, into: Path) -> None:
    """The stories of a folder as novels in PDNC's layout, one folder each in `into`.

    Here a segment is what is quoted right behind its mark, and no more; none has a type.

    Raises:
        BadSource: there are none, or one has no speaker in it.
    """
    for _, gold in read_stories(stories):
        folder = into / gold.name
        folder.mkdir(parents=True)
        (folder / "novel_text.txt").write_text(gold.text, encoding="utf-8", newline="")
        people = [
            [number, one.name, repr(list(one.aliases)), one.gender, ""]
            for number, one in enumerate(gold.people.values())
        ]
        columns = ["Character ID", "Main Name", "Aliases", "Gender", "Category"]
        _write_rows(folder / "character_info.csv", columns, people)
        said = [
            [one.quotation, [list(_quoted(gold.text, one))], one.speaker, [], ""]
            for one in gold.segments
        ]
        columns = ["quoteID", "quoteByteSpans", "speaker", "addressees", "quoteType"]
        _write_rows(folder / "quotation_info.csv", columns, said)


def _quoted(text: str, segment: Segment) -> tuple[int, int]:
    match = _QUOTED.match(text, segment.start, segment.end)
    return match.span() if match else (segment.start, segment.end)


def _write_rows(path: Path, columns: list[str], rows: list[list[object]]) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerows([columns, *rows])
