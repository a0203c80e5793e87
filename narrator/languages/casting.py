"""What a narration says of people that a voice can show: what they are, where they come from."""

from msgspec import field

from narrator.model import Kind

from .tables import Part, Patterns, Words


class Accent(Part, frozen=True):
    """A way of speaking the language."""

    tag: str
    """A BCP 47 tag."""
    label: str
    """What a person calls it."""
    adjectives: Words = Words()
    """What tells one who speaks so: `Scottish`."""
    nouns: Words = Words()
    """Who speaks so."""
    places: Words = Words()
    """Where they come from."""
    dialect: Words = Words()
    """Words that hardly anybody else says."""


class Statements(Part, frozen=True):
    """How a narration says it, in patterns.

    `<who>` stands for a name, `<noun>` for a being or one who has an accent, `<adjective>` and
    `<place>` for what tells an accent, any other word in such brackets for an entry of `words` or
    `pieces`.
    """

    patterns: Patterns
    """Of somebody who is named."""
    beside: Patterns
    """Of whoever speaks beside the sentence, or the only one it names."""
    mocked: Patterns
    """What stands before it where it is not their own."""
    words: dict[str, Words] = field(default_factory=dict)
    """Sets of words for the patterns, by the names that stand for them."""
    pieces: dict[str, str] = field(default_factory=dict)
    """Parts of patterns, likewise."""


class Casting(Part, frozen=True):
    """Beings, accents, and how a book tells of them."""

    articles: Words
    """What may stand before a being: `a ghost`."""
    of: Words
    """What stands between a being and what it belongs to: `the ghost of a sailor`."""
    kinds: dict[Kind, Words]
    """The nouns by which a book names beings that are no people."""
    statements: Statements
    accents: tuple[Accent, ...] = ()
    """Those that voices have."""
