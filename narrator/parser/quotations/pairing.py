"""Pairs the marks of one paragraph: which of them closes what another opens."""

from narrator.languages import Pack

from .apostrophes import drops_ending, drops_letter
from .marks import Family, Mark, marks_of, points_in
from .neighbours import before
from .quotation import Quotation
from .style import Style
from .tags import tag_at

_FAR = 400
"""How many marks ahead are looked at to pair one; keeps the scan linear."""
_FEW_WORDS = 3
"""Fewer may be a word or title that opens a paragraph in single marks."""
_LONG_MENTION = 60
"""Code points; a single-quoted run in a text of other marks is rarely longer by right."""


class Pairing:
    """The marks of a paragraph, and what was found before them."""

    def __init__(self, pack: Pack, text: str, style: Style, following: str) -> None:
        self.text = text
        self.style = style
        self.pack = pack
        self.following = following
        self.marks: list[Mark] = list(marks_of(pack, text, points_in(text, style.points_in)))
        self.found: list[Quotation] = []
        """The quotations before the mark that is looked at."""

    def is_main(self, mark: Mark) -> bool:
        """Whether speech is expected in such marks."""
        return self.style.is_main(mark.family)

    def is_at_speech(self, mark: Mark) -> bool:
        """Whether speech may begin where a mark stands."""
        return before(self.text, mark.start) in ("", *"\"”’'.,:;!?—–-…)")

    def closing(self, index: int) -> int | None:
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
                if depth > 1 or not (self.nests(index) or self._closes_twice(later)):
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

    def nests(self, index: int) -> bool:
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
        main = self.is_main(opening)
        weak = None
        later = index + 1
        while later < min(len(self.marks), index + _FAR):
            mark = self.marks[later]
            if mark.family is not Family.SINGLE:
                if not main:
                    break
                inner = self.closing(later) if mark.opens else None
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
        if len(said) < _FEW_WORDS or not (self.is_main(opening) and self.is_at_speech(opening)):
            return False
        if not self._clause_goes_on(mark):
            return False
        return drops_letter(self.pack, self.text, mark.start) or (
            drops_ending(self.pack, self.text, mark.start) and self.reopens(Family.SINGLE)
        )

    def _clause_goes_on(self, mark: Mark) -> bool:
        behind = self.text[mark.end : mark.end + 2]
        is_tag = tag_at(self.pack, self.text, mark.end + 1, len(self.text)) is not None
        return behind[:1].isspace() and behind[1:].islower() and not is_tag

    def reopens(self, family: Family) -> bool:
        """Whether the next paragraph begins with an opening mark of the family."""
        first = next(marks_of(self.pack, self.following), None)
        return bool(
            first
            and first.family is family
            and first.opens
            and not self.following[: first.start].strip(" \t\r\n_*([")
        )
