"""How a file sets off its paragraphs, read from the lengths and ends of its lines."""

from dataclasses import dataclass
from itertools import pairwise

from narrator.text.characters import ends_sentence, first_word

from .rows import Row

_WIDEST = 132
"""No file that is wrapped by hand or by a mail program has longer lines."""
_NARROWEST = 30
"""No margin is nearer: shorter lines without a full stop are headings."""
_FEWEST_SPACED = 10


@dataclass(frozen=True, slots=True)
class Layout:
    """What a line end inside a block means in this file."""

    wrapped: bool
    """Lines are cut at a margin: a line end is a space. Otherwise it ends a paragraph."""
    width: int
    """The margin in characters; 0 where there is none."""
    base: int
    """Indentation of ordinary lines, columns."""
    indented: bool
    """A deeper indentation opens a paragraph."""

    def is_indented(self, row: Row) -> bool:
        """Whether `row` stands further in than ordinary lines."""
        return row.indent > self.base

    def is_full(self, row: Row, after: Row) -> bool:
        """Whether the first word of `after` had no room on `row`."""
        return _needed(row, after) > self.width * 0.85


def measure(rows: list[Row]) -> Layout:
    """The layout of a file, judged by `rows`: its ordinary ones without headings."""
    joints = [(a, b) for a, b in pairwise(rows) if b.gap == 0]
    base = _usual([row.indent for row in rows])
    running = [(a, b) for a, b in joints if not ends_sentence(a.text)]
    width = _quantile([len(a.text) for a, _ in running], 0.9)
    layout = Layout(False, width, base, False)
    lengths = [len(row.text) for row in rows]
    if len(running) < 0.2 * len(joints) or not joints or _quantile(lengths, 0.95) > _WIDEST:
        return Layout(False, 0, base, False)
    if width < _NARROWEST:
        return Layout(False, 0, base, False)
    full = sum(layout.is_full(a, b) for a, b in running)
    if full < 0.6 * len(running):
        return Layout(False, 0, base, False)
    return Layout(True, width, base, _opens_by_indent(joints, layout))


def single_spaced(rows: list[Row]) -> list[Row]:
    """`rows` with one blank line less between them where the file is typed with double spacing."""
    spaced = [(a, b) for a, b in pairwise(rows) if b.gap <= 1]
    single = sum(b.gap == 0 for _, b in spaced)
    if len(spaced) < _FEWEST_SPACED or single > 0.02 * len(spaced):
        return rows
    closer = [row._replace(gap=max(row.gap - 1, 0)) for row in rows]
    return closer if measure(closer).wrapped else rows


def _needed(row: Row, after: Row) -> int:
    return len(row.text) + 1 + len(first_word(after.text))


def _opens_by_indent(joints: list[tuple[Row, Row]], layout: Layout) -> bool:
    """Whether an indented line mostly comes after a finished sentence."""
    deeper = [a for a, b in joints if layout.is_indented(b) and not layout.is_indented(a)]
    finished = sum(ends_sentence(row.text) for row in deeper)
    return len(deeper) >= 2 and finished >= 0.7 * len(deeper)


def _usual(indents: list[int]) -> int:
    """The smallest indentation that at least a fifth of the rows have."""
    counts: dict[int, int] = {}
    for indent in indents:
        counts[indent] = counts.get(indent, 0) + 1
    return min((i for i, n in counts.items() if n * 5 >= len(indents)), default=0)


def _quantile(values: list[int], share: float) -> int:
    return sorted(values)[int(share * (len(values) - 1))] if values else 0
