"""What the pages beside a book's sound show: the player, the report, the audition.

Places in braces are filled, with numbers and times as the page writes them.
"""

from .tables import Part


class Player(Part, frozen=True):
    """The words of the player."""

    page: dict[str, str]
    """On the page itself, by their places in `page.html`."""
    program: dict[str, str]
    """What its program says, by the names that the program has for it."""
    counts: dict[str, dict[str, str]]
    """Likewise what it counts, by the plural categories of Unicode: `one`, `few`, `other`."""


class Report(Part, frozen=True):
    """The words of `report.html`."""

    title: str
    """Of the page: `{title}`."""
    listen: str
    """Leads to the player."""
    every_word: str
    """A heading: whether all words are heard."""
    all_heard: str
    """They are: `{count}`."""
    not_heard: str
    """They are not: `{lost}`, `{count}`."""
    edited: str
    """A person has edited the script."""
    unedited: str
    """Nobody has."""
    doubts: str
    """A heading: lines whose speaker is a guess."""
    no_doubts: str
    """There are none."""
    guesses: str
    """How many there are: `{count}`."""
    cast: str
    """A heading: who has which voice."""
    nobody: str
    """In the place of a voice."""
    chapters: str
    """A heading: chapters, how long and how loud."""
    in_all: str
    """How long and how loud it is: `{time}`, and the `{command}` that measures it."""
    left_out: str
    """A heading: what is not read."""
    nothing_left_out: str
    """All is read."""
    no_reason: str
    """In the place of a reason."""
    table: str
    """What those who do not see a table hear: `{name}`, the head of its first column."""
    more: str
    """Rows that are not shown: `{count}`."""
    columns: dict[str, str]
    """The heads of columns."""


class Audition(Part, frozen=True):
    """The words of the pages on which voices are heard."""

    scene: str
    """A heading: a scene with many voices."""
    filter: str
    """Before the field in which one writes what is to be shown."""
    example: str
    """In that field."""
    shown: str
    """How many are shown: `{count}`."""
    voices: str
    """The title of a page of voices: `{engine}`."""
    voices_note: str
    """What stands below it."""
    cast: str
    """The title of a page of characters: `{title}`."""
    cast_note: str
    """What stands below that one."""
    scene_name: str
    """The name of the scene."""
    compare: str
    """What those who do not see the place where two voices are compared hear."""
    program: dict[str, str]
    """What the pages' program says, by the names that the program has for it."""


class Pages(Part, frozen=True):
    """All that pages show; English for a language that has none."""

    language: str
    """Of these words, as a BCP 47 tag."""
    player: Player
    report: Report
    audition: Audition
