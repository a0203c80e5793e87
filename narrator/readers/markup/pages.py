"""What is found on the pages of a book with markup, before chapters are made of it."""

from dataclasses import dataclass, field

from narrator.model import BlockKind, Pronunciation
from narrator.text.characters import count_words

NO_RANK = 7
"""Of a heading that begins no chapter: a subtitle, a title page."""


@dataclass(slots=True)
class PageBlock:
    """A block of a page."""

    kind: BlockKind
    text: str
    reason: str = ""
    """Why it is SKIPPED."""
    rank: int = 0
    """Of a heading: 1 for the highest, 6 for the lowest, `NO_RANK`; 0 for other blocks."""
    speaker: str = ""
    links: int = 0
    """How many links to other places of the book make up nearly all of it."""
    emptied: bool = False
    """Whether an empty paragraph stands before it."""
    drawn: bool = False
    """Whether it is a scene break without a sign of its own: a line, an ornament, a gap."""
    quote: int = 0
    """Which block quotation of the page it is in, from 1; 0 for none."""
    remark: bool = False
    """Whether the page marks it as an author's word to the readers, beside the story."""

    @property
    def is_read(self) -> bool:
        """Whether its text is read aloud as part of the story, not as a heading."""
        return self.kind not in (BlockKind.HEADING, BlockKind.SKIPPED, BlockKind.SCENE_BREAK)

    @property
    def words(self) -> int:
        """The words of story in it."""
        return count_words(self.text) if self.is_read else 0

    def skip(self, reason: str) -> None:
        """Leave it out."""
        if self.kind is not BlockKind.SKIPPED:
            self.kind, self.reason, self.speaker = BlockKind.SKIPPED, reason, ""


@dataclass(frozen=True, slots=True)
class NoteMark:
    """The mark of a note."""

    at: int
    """Index of the block of its page that it is in."""
    link: str
    """Where it leads; empty where it does not."""
    text: str


@dataclass(slots=True)
class Page:
    """One document of a book."""

    name: str
    """Its path in the book; empty where the book is one document."""
    blocks: list[PageBlock] = field(default_factory=list)
    anchors: dict[str, tuple[int, int]] = field(default_factory=dict)
    """For each id the blocks it is on: the first, and the one behind the last."""
    note_marks: list[NoteMark] = field(default_factory=list)
    """In the order of the page."""
    sayings: list[Pronunciation] = field(default_factory=list)
    """What the page says of how words on it are said, once for each time they are on it."""
    title: str = ""
    """What the document's head calls it."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of a book's table of contents."""

    title: str
    depth: int
    """0 for the outermost."""
    page: str
    """The name of the page it leads to."""
    anchor: str = ""
    """The id on that page; empty for its beginning."""
