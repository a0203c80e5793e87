"""Words of one spelling and two sounds."""

from ..tables import Part


class Reading(Part, frozen=True):
    """A way a word is written, and how it is said then."""

    said: str
    """In words that any engine reads right."""
    before: str = ""
    """A pattern, in any case, for what stands before it."""
    after: str = ""
    """A pattern for what stands behind it."""


class Heteronyms(Part, frozen=True):
    """Words of one spelling and two sounds, in the order in which their readings are tried."""

    patterns: dict[str, str]
    """Parts of patterns, by the names that stand for them between braces."""
    readings: dict[str, tuple[Reading, ...]]
    """The readings of each word, where it is not said as an engine would."""
