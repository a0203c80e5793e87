"""Dates, years and decades."""

from ..tables import Part, Row, Words


class Calendar(Part, frozen=True):
    """Dates, years and what tells them from other numbers."""

    months: Row
    """The months."""
    before_years: Words
    """What stands before a year, beside the months."""
    counted: Words
    """What stands behind a number that is no year, beside plurals."""
    singular: Words
    """Words that end in `s` and are no plurals."""
    dated_counted: Words
    """What stands behind such a number even where it looks dated."""
    after_months: Words
    """What does not tell that the word before it is a verb and no month."""
    months_or_verbs: Words
    """Months that are verbs, too."""
    circa: str
    """What `c.` is before a year."""
    born: str
    """What `b.` is before a year."""
    died: str
    """What `d.` is before a year."""
    short_months: dict[str, str]
    """Short forms of months, without full stops."""
    weekdays: dict[str, str]
    """Short forms of days, likewise."""
