"""Which marks a book, and each of its chapters, sets speech in."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from narrator.languages import Pack

from .apostrophes import drops_start
from .dashes import Usage, bare_tag, has_insert
from .marks import LONG_DASHES, Family, Mark, marks_of, points_in

Votes = Mapping[Family, float]

_AT_START, _AT_SPEECH, _ELSEWHERE = 1.0, 0.5, 0.1
"""How much the first opening mark of a paragraph tells by where it stands."""
_BOOK_WEIGHT = 4.0
"""The whole book counts as much as this many paragraphs of the chapter."""
_FAR = 1000
"""Code points in which a doubtful opening mark must be closed."""
_MAIN = 0.2
_SELDOM = 0.03
"""Likewise, for dashes with tags behind them, in a book that sets most of its speech in marks."""
_INSERT_WEIGHT = 0.1
"""Small, for inserts say how dashes are used and not how much."""
_INWARD_WEIGHT = 0.1
"""Likewise, for guillemets that point in."""
_USUAL_INSERTS = 0.15
"""Share of the dash paragraphs that have one where a book marks its inserts."""
_HYPHEN = re.compile(r"\s*-\s?(?=[^\W\d_a-z].*[.!?…,]\W*$)", re.DOTALL)
"""A typist's dash; unlike the items of a list, speech is a sentence."""
_UNENDED = re.compile(r"^\W*[^\W_]+(?:\W+[^\W_]+){0,5}$")
"""A few words without a stop: who said the motto of a book, and no dialogue."""
_DASH = re.compile(rf"\s*(?:[{LONG_DASHES}]|--+)\s?(?=[_*]*(?:[^\W\d_]|[¿¡…‘’'(?!]|\.\.))")


@dataclass(frozen=True, slots=True)
class Style:
    """The share of dialogue paragraphs that begin with each family of marks."""

    shares: Mapping[Family, float] = field(default_factory=dict)

    def share(self, family: Family) -> float:
        """0 to 1."""
        return self.shares.get(family, 0.0)

    def is_main(self, family: Family) -> bool:
        """Whether speech is set in this family often enough to be expected.

        A dash opens little besides speech where tags stand behind it.
        """
        told = self.share(Family.INSERT) + self.share(Family.BARE)
        seldom = family is Family.DASH and told >= _USUAL_INSERTS * _INSERT_WEIGHT * _SELDOM
        return self.share(family) >= (_SELDOM if seldom else _MAIN)

    @property
    def dashes(self) -> Usage:
        """What dashes do inside the paragraphs that one opens."""
        usual = _USUAL_INSERTS * _INSERT_WEIGHT * self.share(Family.DASH)
        inserts, bare = self.share(Family.INSERT), self.share(Family.BARE)
        if 0 < usual <= inserts and bare <= inserts:
            return Usage.ENCLOSING
        if not 0 < usual <= bare:
            return Usage.UNKNOWN
        reopens = self.share(Family.REOPENED) > self.share(Family.RESUMED)
        return Usage.REOPENING if reopens else Usage.OPENING

    @property
    def points_in(self) -> bool:
        """Whether guillemets mostly open with » and close with «."""
        pointed = self.share(Family.GUILLEMET) + self.share(Family.ANGLE)
        return self.share(Family.INWARD) > _INWARD_WEIGHT * pointed / 2


def opening_dash(text: str) -> int:
    """Where the speech after the dash that opens a paragraph begins; 0 if no dash does."""
    dash = _DASH.match(text) or _HYPHEN.match(text)
    return dash.end() if dash else 0


def evidence(pack: Pack, paragraphs: Iterable[str]) -> Votes:
    """How much speaks for each family in these paragraphs."""
    votes: dict[Family, float] = dict.fromkeys(Family, 0.0)
    for text in paragraphs:
        dash = opening_dash(text)
        if dash and _UNENDED.search(text):
            continue
        if dash and not text[dash:].lstrip("_*")[:1].islower():
            votes[Family.DASH] += 1
            _count_dashes(pack, text, dash, votes)
        else:
            _count_first_opening(pack, text, votes)
    return votes


def _count_dashes(pack: Pack, text: str, start: int, votes: dict[Family, float]) -> None:
    """What a dash paragraph, whose speech begins at `start`, says of the dashes inside."""
    tag = bare_tag(pack, text, start)
    if tag:
        votes[Family.BARE] += _INSERT_WEIGHT
        votes[Family.REOPENED] += _INSERT_WEIGHT * tag.reopens
        votes[Family.RESUMED] += _INSERT_WEIGHT * tag.resumes
    else:
        votes[Family.INSERT] += _INSERT_WEIGHT * has_insert(pack, text, start)


def _count_first_opening(pack: Pack, text: str, votes: dict[Family, float]) -> None:
    inward = points_in(text)
    for mark in marks_of(pack, text, inward):
        if not mark.opens or not (mark.sure or _is_closed(pack, text, mark)):
            continue
        before = text[: mark.start].rstrip()
        if not before.strip("_*([—–-"):
            weight = _AT_START
        else:
            weight = _AT_SPEECH if before[-1] in ",.:;!?—" else _ELSEWHERE
        votes[mark.family] += weight
        votes[Family.INWARD] += _INWARD_WEIGHT * weight * inward
        return


def _is_closed(pack: Pack, text: str, mark: Mark) -> bool:
    """Whether a mark that may be an apostrophe begins what a mark of its kind surely ends."""
    symbol = text[mark.start : mark.end]
    if not text[mark.end : mark.end + 1].isupper() or drops_start(pack, text, mark.start):
        return False
    return (
        re.compile(rf"[.,!?…—–-]{symbol}(?!\w)").search(text, mark.end, mark.end + _FAR) is not None
    )


def style_of(chapter: Votes, book: Votes) -> Style:
    """The style of a chapter, leaning on that of the whole book where it says little."""
    of_book, of_chapter = sum(book.values()), sum(chapter.values())
    if not of_book:
        return Style()
    total = of_chapter + _BOOK_WEIGHT
    return Style(
        {
            family: (chapter[family] + _BOOK_WEIGHT * book[family] / of_book) / total
            for family in Family
        }
    )


def together(votes: Iterable[Votes]) -> Votes:
    """What several chapters say together."""
    every = list(votes)
    return {family: sum(one[family] for one in every) for family in Family}
