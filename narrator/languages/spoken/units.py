"""Measures."""

from ..tables import Part, Words


class Units(Part, frozen=True):
    """Measures: what stands behind a number."""

    pointed: Words
    """Units that may have a full stop."""
    glued: Words
    """Those that may be words or letters of their own: they stand right behind the number."""
    degrees: tuple[str, str]
    """One degree, and several."""
    feet: tuple[str, str]
    """One foot, and several."""
    inches: tuple[str, str]
    """One inch, and several."""
    feet_written: Words
    """How feet are written before inches."""
    dimensions: Words
    """What follows a measure that is a length."""
    square: str
    """What `sq` is."""
    american: dict[str, str]
    """Spellings, as they are in America."""
    degrees_of: dict[str, str]
    """Temperatures, by their letters."""
    bearings: dict[str, str]
    """Bearings, by their letters."""
    said: dict[str, tuple[str, str]]
    """Units: one of them, and several."""
