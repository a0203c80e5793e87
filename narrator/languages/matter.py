"""What stands in a story's file and is not the story: front and back matter, licences, notes.

All of it is recognised in files of any language: see `every_pack`. Case does not count. The reasons
by which tables are keyed are those that `narrator plan --skipped` gives, in all languages alike.
"""

from msgspec import field

from .tables import Part, Patterns, Words


class Gutenberg(Part, frozen=True):
    """What Project Gutenberg and its volunteers put around and between the author's words."""

    start: Patterns = Patterns()
    """The line where the book begins."""
    end: Patterns = Patterns()
    """The line behind the book."""
    header: Patterns = Patterns()
    """The first line of a header that has lost the line of its end."""
    header_parts: Patterns = Patterns()
    """How the paragraphs of such a header begin."""
    credits: Patterns = Patterns()
    """How a paragraph begins that says who made the text."""
    bracketed: dict[str, Patterns] = field(default_factory=dict)
    """By reason, what a paragraph in brackets begins with."""


class Archives(Part, frozen=True):
    """What archives of stories write around them."""

    labels: Patterns = Patterns()
    """Of an account of a story, before a colon: `Rating: T`."""
    notices: Patterns = Patterns()
    """How a notice of the site begins."""
    ways: Patterns = Patterns()
    """The words of a line of links to other pages."""
    author_notes: Patterns = Patterns()
    """How an author's word to the readers is labelled."""


class Pages(Part, frozen=True):
    """What stands at the edge of a page."""

    words: Words = Words()
    """Before its number: `page 7`."""
    letters: Words = Words()
    """Likewise, shortened and with a full stop: `p. 7`."""
    of: Words = Words()
    """Between its number and how many there are: `page 7 of 300`."""


class Notes(Part, frozen=True):
    """Foot- and endnotes."""

    words: Words = Words()
    """Before the label of one, in brackets: `[Footnote 1: ...]`."""
    headings: Words = Words()
    """What stands above them."""


class Stage(Part, frozen=True):
    """Plays and screenplays."""

    joint: Words = Words()
    """Between two who speak at once: `HAM and JO:`."""
    never_names: Words = Words()
    """What stands before a colon or in capitals, and is nobody who speaks."""
    directions: Patterns = Patterns()
    """How a stage direction begins that has no brackets."""


class Matter(Part, frozen=True):
    """What is left out, and how it is told."""

    titles: dict[str, Patterns] = field(default_factory=dict)
    """By reason, the titles of chapters that are not read."""
    files: dict[str, Patterns] = field(default_factory=dict)
    """By reason, the letters of the names of files that are not read."""
    front: Patterns = Patterns()
    """What is read with the first chapter and heads none: a dedication."""
    compounds: Words = Words()
    """First parts of words that keep a hyphen at a line end: `well-known`."""
    small_print: Patterns = Patterns()
    """What a copyright page says, two things at least."""
    title_fields: Words = Words()
    """Before the title, on a line of its own: `Title: Emma`."""
    author_fields: Words = Words()
    """Likewise, before the author."""
    gutenberg: Gutenberg = Gutenberg()
    archives: Archives = Archives()
    pages: Pages = Pages()
    notes: Notes = Notes()
    stage: Stage = Stage()
