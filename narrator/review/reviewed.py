"""A book under review, as its files have it: its rows, its people, what is known of its lines."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from narrator.casting import find_cast_problems, find_saying_problems, read_cast
from narrator.model import BookInfo, Cast
from narrator.screenplay import placed_chapter
from narrator.workspace import Workspace, read_record

from .desk import Desk
from .papers import Papers
from .people import Bill

NOBODY = Cast("", ())


@dataclass(slots=True)
class Seen:
    """What is other than before."""

    rows: list[int] = field(default_factory=list)
    """The ids of rows that say something else."""
    chapters: list[int] = field(default_factory=list)
    """Chapters whose rows came, went or moved."""
    people: bool = False
    """Whether the casting file or the lexicon changed."""
    rearranged: bool = False
    """Whether there are other chapters."""

    def __bool__(self) -> bool:
        return bool(self.rows or self.chapters or self.people or self.rearranged)


class Reviewed:
    """One book; not for two threads at once."""

    def __init__(self, workspace: Workspace, book: str) -> None:
        """Read all of it.

        Raises:
            BadScript: what Narrator remembers of it is damaged.
            NarratorError: there is no script.
        """
        self.workspace = workspace
        self.book = book
        self.desk = Desk(workspace, book, is_whole=self._is_whole)
        self.papers = Papers()
        self.bill = Bill(NOBODY, ())
        self.info = BookInfo(book)
        self.casting_problem = ""
        """What is wrong in the casting file; its cast is then the last that could be read."""
        self.sure: dict[int, float] = {}
        """How sure it is who says a line about which there is no doubt, as far as known."""
        self.stale: dict[int, bool] = {}
        """Whether a line is yet to be recorded, as far as known."""
        self.moment = 0
        """How often files were others; what was found out beside the session is true of one."""
        self._recast = 0
        self._changed: dict[int, int] = {}
        self.take(self.desk.chapters)
        self.remember()

    def close(self) -> None:
        """Let go of its files."""
        self.desk.close()

    def remember(self) -> None:
        """Read anew what is remembered of the book, and the casting file."""
        record = read_record(self.workspace.script(self.book))
        if record:
            self.info = record.info
        text = self.desk.text(self.desk.casting)
        problems = find_cast_problems(text) if text.strip() else ()
        self.casting_problem = problems[0].message(self.desk.casting) if problems else ""
        if not problems:
            cast = read_cast(text) if text.strip() else NOBODY
            self.bill = Bill(cast, record.characters if record else ())

    def refresh(self) -> Seen:
        """See what a hand changed."""
        return self.take(self.desk.refresh())

    def _is_whole(self, name: str, text: str) -> bool:
        """Whether the content of a file can be read."""
        if not name.endswith(".toml"):
            return not placed_chapter(text).problems
        is_casting = name == self.desk.casting and text.strip()
        return not (find_cast_problems if is_casting else find_saying_problems)(text)

    def mistakes(self, seen: Seen) -> Iterator[str]:
        """What cannot be read in files that are other than before."""
        if seen.people and self.casting_problem:
            yield self.casting_problem
        if seen.people and (problems := find_saying_problems(self.desk.text(self.desk.lexicon))):
            yield problems[0].message(self.desk.lexicon)
        yield from (
            paper.problem
            for paper in self.papers
            if paper.problem and paper.number in seen.chapters
        )

    def take(self, names: Iterable[str]) -> Seen:
        """See what is new in some files."""
        self.moment += 1
        seen = Seen(rearranged=self.papers.arrange(self.desk.chapters))
        known = set(self.desk.chapters)
        for name in names:
            if name in known:
                damaged = self.desk.is_damaged(name)
                taken = self.papers.take(name, self.desk.text(name), damaged=damaged)
                seen.rows += taken.rows
                if taken.restructured:
                    seen.chapters += [paper.number for paper in self.papers if paper.name == name]
            elif name in (self.desk.casting, self.desk.lexicon):
                seen.people = True
        if seen.people:
            self.remember()
            self.stale.clear()
            self._recast = self.moment
        for id in seen.rows:
            self._changed[id] = self.moment
            self.stale.pop(id, None)
            self.sure.pop(id, None)
        return seen

    def mark(self, stale: Mapping[int, bool], moment: int) -> list[int]:
        """Take note of which lines were stale at `moment`; those of which that is new.

        What is said otherwise since then stays unknown.
        """
        if self._recast > moment:
            return []
        news = [
            id
            for id, is_stale in stale.items()
            if self._changed.get(id, 0) <= moment and self.stale.get(id) != is_stale
        ]
        self.stale.update((id, stale[id]) for id in news)
        return news
