"""Which predicted quote belongs to which gold segment."""

from collections.abc import Sequence

from .corpus import Segment
from .prediction import Quote

MARKS = " \n\t\"'“”‘’«»_*"
"""What may stand around the words of a quotation; nobody is marked down for it."""
ENOUGH = 0.5
"""Share of the text of two spans that must be common to call them the same."""

Range = tuple[int, int]


def bare(text: str, start: int, end: int) -> Range:
    """The span without the marks and blanks at its ends."""
    while start < end and text[start] in MARKS:
        start += 1
    while end > start and text[end - 1] in MARKS:
        end -= 1
    return start, end


def overlaps(gold: Sequence[Range], found: Sequence[Range]) -> list[tuple[int, int, int]]:
    """(characters in common, gold index, found index) of all that overlap; both sorted."""
    common = []
    first = 0
    for number, (start, end) in enumerate(gold):
        while first < len(found) and found[first][1] <= start:
            first += 1
        # A span that ends early may stand before one that ends late.
        for other in range(max(0, first - 3), len(found)):
            if found[other][0] >= end:
                break
            shared = min(end, found[other][1]) - max(start, found[other][0])
            if shared > 0:
                common.append((shared, number, other))
    return common


def matched(text: str, segments: Sequence[Segment], quotes: Sequence[Quote]) -> dict[int, int]:
    """One quote at most for each segment, by index: the pairs that agree best come first."""
    gold = [bare(text, segment.start, segment.end) for segment in segments]
    found = [bare(text, quote.start, quote.end) for quote in quotes]
    agreeing = []
    for shared, number, other in overlaps(gold, found):
        together = max(gold[number][1], found[other][1]) - min(gold[number][0], found[other][0])
        if shared / together >= ENOUGH:
            agreeing.append((-shared / together, number, other))
    pairs: dict[int, int] = {}
    taken: set[int] = set()
    for _, number, other in sorted(agreeing):
        if number not in pairs and other not in taken:
            pairs[number] = other
            taken.add(other)
    return pairs


def looked_up(segments: Sequence[Segment], quotes: Sequence[Quote]) -> dict[int, int]:
    """The quote that holds most of each segment, by index; one quote may answer for many."""
    gold = [(segment.start, segment.end) for segment in segments]
    found = [(quote.start, quote.end) for quote in quotes]
    best: dict[int, tuple[int, int]] = {}
    for shared, number, other in overlaps(gold, found):
        if shared > best.get(number, (0, 0))[0]:
            best[number] = (shared, other)
    exact = {span: index for index, span in enumerate(found)}
    pairs = {number: other for number, (_, other) in best.items()}
    return pairs | {n: exact[span] for n, span in enumerate(gold) if span in exact}
