"""Finds the outermost quotations of one paragraph by their marks."""

from dataclasses import replace

from narrator.languages import Pack

from .dashes import later_opening, runs_of
from .marks import Family, Mark
from .neighbours import before
from .pairing import Pairing
from .quotation import Quotation
from .repairs import lost_closing, lost_opening
from .style import Style, opening_dash
from .tags import tag_at
from .telling import sentences

_OPENS = "«“„"
"""Marks that a dash before them only goes with: `— « Oui », dit-elle.`"""
_NEAR = 600
"""Code points after a quotation in which another may have lost its opening mark."""


def scan(
    pack: Pack,
    text: str,
    style: Style,
    unclosed: Family | None = None,
    dashes: bool = True,
    following: str = "",
) -> list[Quotation]:
    """The outermost quotations of a paragraph, in order.

    `unclosed` is the family of a quotation that the paragraph before left open, `following` the
    paragraph behind; without `dashes`, as in verse, a dash at the start opens nothing.
    """
    if not dashes or not style.is_main(Family.DASH):
        return _Scan(pack, text, style, following).run(unclosed)
    start = opening_dash(text)
    if start and not (pack.reporting.inside and text[start] in _OPENS):
        return _scan_dash(pack, text, 0, style)
    found = _Scan(pack, text, style, following).run(unclosed)
    if start and found and found[0].start == start:
        found[0] = replace(found[0], start=0)
    told = found[-1].end if found else 0
    later = later_opening(pack, text, told)
    return [*found, *_scan_dash(pack, text, later, style)] if later else found


def _scan_dash(pack: Pack, text: str, at: int, style: Style) -> list[Quotation]:
    """The speech that the dash at `at` opens, and what follows of it."""
    after_dash = at + opening_dash(text[at:])
    runs = runs_of(pack, text, after_dash, style.dashes)
    found = [Quotation(a, b, Family.DASH) for a, b, speaks in runs if speaks]
    first = found[0]
    found[1:] = [one for one in found[1:] if any(map(str.isalnum, text[one.start : one.end]))]
    return [Quotation(at, first.end, Family.DASH), *found[1:]]


class _Scan:
    def __init__(self, pack: Pack, text: str, style: Style, following: str) -> None:
        self.text = text
        self.pack = pack
        self.pairing = Pairing(pack, text, style, following)
        self.marks = self.pairing.marks
        self.found = self.pairing.found

    def run(self, unclosed: Family | None) -> list[Quotation]:
        at = self._leading_close(unclosed)
        while at < len(self.marks):
            at = self._take(at)
        return self.found

    def _leading_close(self, unclosed: Family | None) -> int:
        """Takes a quotation whose opening mark is missing; the index of the mark after it."""
        for index, mark in enumerate(self.marks):
            if mark.family is Family.SINGLE and mark.opens and self._may_begin(index):
                return 0
            if mark.family is Family.SINGLE and not (mark.sure and self.pairing.is_main(mark)):
                continue
            if mark.opens or not mark.closes:
                return 0
            goes_on = unclosed is mark.family
            if goes_on or before(self.text, mark.start, "_*") in tuple(".,!?—…"):
                if not self.text[: mark.start].strip() and goes_on:
                    return self._continued(index)
                start = 0 if goes_on else lost_opening(self.pack, self.text, 0, mark.start)
                if start is not None:
                    self.found.append(Quotation(start, mark.end, mark.family, opened=False))
            return index + 1
        return 0

    def _continued(self, index: int) -> int:
        """French: the paragraph of a speech that goes on begins with a closing mark."""
        mark = self.marks[index]
        closing = self.pairing.closing(index)
        end = self.marks[closing].end if closing else len(self.text)
        self.found.append(Quotation(mark.start, end, mark.family, closed=closing is not None))
        return closing + 1 if closing else len(self.marks)

    def _take(self, index: int) -> int:
        """Takes the quotation that the mark opens, if it does; the index of the next mark."""
        mark = self.marks[index]
        if not mark.opens:
            self._take_unopened(mark)
            return index + 1
        if not self._may_begin(index):
            return index + 1
        closing = self.pairing.closing(index)
        if closing is not None:
            if self._is_doubled(closing):
                closing += 1
            self.found.append(Quotation(mark.start, self.marks[closing].end, mark.family))
            return closing + 1
        return self._take_unclosed(index)

    def _is_doubled(self, closing: int) -> bool:
        """Whether a closing mark was typed twice."""
        if closing + 1 == len(self.marks):
            return False
        last, again = self.marks[closing], self.marks[closing + 1]
        same = again.family is last.family and again.start == last.end
        return same and again.closes and not again.opens

    def _take_unopened(self, mark: Mark) -> None:
        """After a tag, speech whose opening mark is missing begins with the next sentence."""
        if mark.family is Family.SINGLE and not (mark.sure and self.pairing.is_main(mark)):
            return
        if not self.found or not mark.closes or mark.start - self.found[-1].end > _NEAR:
            return
        if self._is_stray(mark):
            self.found[-1] = replace(self.found[-1], end=mark.end)
            return
        tag = next(sentences(self.pack, self.text, self.found[-1].end, mark.start), (0, mark.start))
        start = lost_opening(self.pack, self.text, tag[1], mark.start)
        if start is not None:
            self.found.append(Quotation(start, mark.end, mark.family, opened=False))

    def _is_stray(self, mark: Mark) -> bool:
        """Whether the last quotation was closed in its middle: `"I never" saw him," he said.`"""
        last = self.found[-1]
        if last.family is not mark.family or not last.closed:
            return False
        said, behind = self.text[last.start : last.end - 1], self.text[last.end : mark.start]
        goes_on = said[-1:].isalnum() and behind.strip()[:1].islower()
        at = last.end + len(behind) - len(behind.lstrip())
        return goes_on and tag_at(self.pack, self.text, at, mark.start) is None

    def _take_unclosed(self, index: int) -> int:
        mark = self.marks[index]
        if mark.family is Family.SINGLE and not (
            mark.sure and self.pairing.is_main(mark) and self.pairing.is_at_speech(mark)
        ):
            return index + 1
        later = self._next_opening(index)
        end = self.marks[later].start if later else len(self.text)
        inner = any(other.sure for other in self.marks[index + 1 : later])
        reopens = later is None and self.pairing.reopens(mark.family)
        tag = (
            self._swapped(index, later)
            if inner
            else lost_closing(self.pack, self.text, mark.end, end, reopens)
        )
        closed = later is not None or tag is not None
        self.found.append(Quotation(mark.start, tag or end, mark.family, closed))
        return later or len(self.marks)

    def _swapped(self, index: int, later: int | None) -> int | None:
        """Where a mark of the other kind closes instead, before a tag: `"I did,' she said.`"""
        mark = next(other for other in self.marks[index + 1 : later] if other.sure)
        if mark.family is not Family.SINGLE or mark.opens or not mark.closes:
            return None
        if self.marks[index].family is not Family.DOUBLE:
            return None
        tag = tag_at(self.pack, self.text, mark.end + 1, len(self.text))
        return None if tag is None else mark.end

    def _next_opening(self, index: int) -> int | None:
        """The mark that opens the next quotation of the family: this one lost its close."""
        family = self.marks[index].family
        if self.pairing.nests(index):
            return None
        for later in range(index + 1, len(self.marks)):
            mark = self.marks[later]
            if mark.family is family and mark.opens and mark.sure:
                return later
        return None

    def _may_begin(self, index: int) -> bool:
        mark = self.marks[index]
        if mark.family is not Family.SINGLE or mark.sure:
            return True
        return self.pairing.is_main(mark) and self.pairing.is_at_speech(mark)
