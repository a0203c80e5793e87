"""Finds the outermost quotations of one paragraph by their marks."""

from dataclasses import dataclass, replace

from .apostrophes import drops_ending, drops_letter
from .dashes import later_opening, runs_of
from .marks import Family, Mark, marks_of, points_in
from .neighbours import before
from .repairs import lost_closing, lost_opening
from .style import Style, opening_dash
from .tags import tag_at
from .telling import sentences

_FAR = 400
"""How many marks ahead are looked at to pair one; keeps the scan linear."""
_NEAR = 600
"""Code points after a quotation in which another may have lost its opening mark."""
_FEW_WORDS = 3
"""Fewer may be a word or title that opens a paragraph in single marks."""
_LONG_MENTION = 60
"""Code points; a single-quoted run in a text of other marks is rarely longer by right."""


@dataclass(frozen=True, slots=True)
class Quotation:
    """A run of a paragraph between quotation marks, which are included."""

    start: int
    end: int
    family: Family
    closed: bool = True
    """Whether the closing mark is there; if not it lasts to the end of the paragraph."""
    opened: bool = True
    """Whether the opening mark is there."""


def scan(
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
        return _Scan(text, style, following).run(unclosed)
    if opening_dash(text):
        return _scan_dash(text, 0, style)
    found = _Scan(text, style, following).run(unclosed)
    told = found[-1].end if found else 0
    later = later_opening(text, told)
    return [*found, *_scan_dash(text, later, style)] if later else found


def _scan_dash(text: str, at: int, style: Style) -> list[Quotation]:
    """The speech that the dash at `at` opens, and what follows of it."""
    after_dash = at + opening_dash(text[at:])
    runs = runs_of(text, after_dash, style.dashes)
    found = [Quotation(a, b, Family.DASH) for a, b, speaks in runs if speaks]
    first = found[0]
    found[1:] = [one for one in found[1:] if any(map(str.isalnum, text[one.start : one.end]))]
    return [Quotation(at, first.end, Family.DASH), *found[1:]]


class _Scan:
    def __init__(self, text: str, style: Style, following: str) -> None:
        self.text = text
        self.style = style
        self.following = following
        self.marks: list[Mark] = list(marks_of(text, points_in(text, style.points_in)))
        self.found: list[Quotation] = []

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
            if mark.family is Family.SINGLE and not (mark.sure and self._main(mark)):
                continue
            if mark.opens or not mark.closes:
                return 0
            goes_on = unclosed is mark.family
            if goes_on or before(self.text, mark.start, "_*") in tuple(".,!?—…"):
                if not self.text[: mark.start].strip() and goes_on:
                    return self._continued(index)
                start = 0 if goes_on else lost_opening(self.text, 0, mark.start)
                if start is not None:
                    self.found.append(Quotation(start, mark.end, mark.family, opened=False))
            return index + 1
        return 0

    def _continued(self, index: int) -> int:
        """French: the paragraph of a speech that goes on begins with a closing mark."""
        mark = self.marks[index]
        closing = self._closing(index)
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
        closing = self._closing(index)
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
        if mark.family is Family.SINGLE and not (mark.sure and self._main(mark)):
            return
        if not self.found or not mark.closes or mark.start - self.found[-1].end > _NEAR:
            return
        if self._is_stray(mark):
            self.found[-1] = replace(self.found[-1], end=mark.end)
            return
        tag = next(sentences(self.text, self.found[-1].end, mark.start), (0, mark.start))
        start = lost_opening(self.text, tag[1], mark.start)
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
        return goes_on and tag_at(self.text, at, mark.start) is None

    def _take_unclosed(self, index: int) -> int:
        mark = self.marks[index]
        if mark.family is Family.SINGLE and not (
            mark.sure and self._main(mark) and self._at_speech(mark)
        ):
            return index + 1
        later = self._next_opening(index)
        end = self.marks[later].start if later else len(self.text)
        inner = any(other.sure for other in self.marks[index + 1 : later])
        reopens = later is None and self._reopens(mark.family)
        tag = (
            self._swapped(index, later)
            if inner
            else lost_closing(self.text, mark.end, end, reopens)
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
        return mark.end if tag_at(self.text, mark.end + 1, len(self.text)) is not None else None

    def _next_opening(self, index: int) -> int | None:
        """The mark that opens the next quotation of the family: this one lost its close."""
        family = self.marks[index].family
        if self._nests(index):
            return None
        for later in range(index + 1, len(self.marks)):
            mark = self.marks[later]
            if mark.family is family and mark.opens and mark.sure:
                return later
        return None

    def _main(self, mark: Mark) -> bool:
        return self.style.is_main(mark.family)

    def _at_speech(self, mark: Mark) -> bool:
        return before(self.text, mark.start) in ("", *"\"”’'.,:;!?—–-…)")

    def _may_begin(self, index: int) -> bool:
        mark = self.marks[index]
        if mark.family is not Family.SINGLE or mark.sure:
            return True
        return self._main(mark) and self._at_speech(mark)

    def _closing(self, index: int) -> int | None:
        """The index of the mark that closes what the mark at `index` opens."""
        if self.marks[index].family is Family.SINGLE:
            return self._closing_single(index)
        return self._closing_paired(index)

    def _closing_paired(self, index: int) -> int | None:
        opening = self.marks[index]
        depth = 1
        for later in range(index + 1, len(self.marks)):
            mark = self.marks[later]
            if mark.family is not opening.family:
                continue
            if self._is_inches(later):
                continue
            if mark.closes or (opening.low and mark.start > opening.end and not mark.low):
                depth -= 1
                if depth == 0:
                    return later
            elif mark.opens:
                if depth > 1 or not (self._nests(index) or self._closes_twice(later)):
                    return None
                depth += 1
        return None

    def _is_inches(self, index: int) -> bool:
        """Whether a mark after a number is followed by more of the sentence and the real close."""
        mark = self.marks[index]
        if not self.text[mark.start - 1 : mark.start].isdigit() or index + 1 == len(self.marks):
            return False
        after, following = self.text[mark.end : mark.end + 2], self.marks[index + 1]
        return after[:1] == " " and after[1:].islower() and following.closes and not following.opens

    def _nests(self, index: int) -> bool:
        """Whether two kinds of marks open at once, so that a third level is in the first kind."""
        if index + 1 == len(self.marks):
            return False
        opening, inner = self.marks[index], self.marks[index + 1]
        return inner.start == opening.end and inner.opens and inner.family is not opening.family

    def _closes_twice(self, index: int) -> bool:
        """Whether a quotation inside one of the same marks and its outer one are both closed."""
        family = self.marks[index].family
        depth = 2
        for mark in self.marks[index + 1 : index + _FAR]:
            if mark.family is family:
                depth += -1 if mark.closes else 1
                if depth == 0:
                    return True
        return False

    def _closing_single(self, index: int) -> int | None:
        opening = self.marks[index]
        main = self._main(opening)
        weak = None
        later = index + 1
        while later < min(len(self.marks), index + _FAR):
            mark = self.marks[later]
            if mark.family is not Family.SINGLE:
                if not main:
                    break
                inner = self._closing(later) if mark.opens else None
                if inner is None and mark.closes and self._quoted_in(mark.family):
                    break
                later = inner + 1 if inner else later + 1
                continue
            if mark.closes and mark.sure:
                return later
            if mark.closes and weak is None and opening.sure and not self._is_owner(opening, mark):
                weak = later
            if mark.opens and mark.sure:
                nested = self._closing_nested(later) if main and weak is None else None
                return weak if nested is None else nested
            later += 1
        return weak

    def _closing_nested(self, index: int) -> int | None:
        """The mark that closes what holds the single-quoted run at `index` in the same marks."""
        depth = 2
        for later in range(index + 1, min(len(self.marks), index + _FAR)):
            mark = self.marks[later]
            if mark.family is Family.SINGLE and mark.sure:
                depth += -1 if mark.closes else 1
                if depth == 0:
                    return later
        return None

    def _quoted_in(self, family: Family) -> bool:
        return bool(self.found) and not self.found[-1].closed and self.found[-1].family is family

    def _is_owner(self, opening: Mark, mark: Mark) -> bool:
        """Whether a doubtful closing mark is rather an apostrophe.

        It is for want of a near opening; and in the middle of a clause, after a dropped letter, or
        after an s if the next paragraph opens as if this one had closed nothing.
        """
        if mark.start - opening.end > _LONG_MENTION:
            return True
        said = self.text[opening.end : mark.start].split()
        if len(said) < _FEW_WORDS or not (self._main(opening) and self._at_speech(opening)):
            return False
        if not self._clause_goes_on(mark):
            return False
        return drops_letter(self.text, mark.start) or (
            drops_ending(self.text, mark.start) and self._reopens(Family.SINGLE)
        )

    def _clause_goes_on(self, mark: Mark) -> bool:
        behind = self.text[mark.end : mark.end + 2]
        is_tag = tag_at(self.text, mark.end + 1, len(self.text)) is not None
        return behind[:1].isspace() and behind[1:].islower() and not is_tag

    def _reopens(self, family: Family) -> bool:
        """Whether the next paragraph begins with an opening mark of the family."""
        first = next(marks_of(self.following), None)
        return bool(
            first
            and first.family is family
            and first.opens
            and not self.following[: first.start].strip(" \t\r\n_*([")
        )
