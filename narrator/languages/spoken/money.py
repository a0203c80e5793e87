"""Sums of money."""

from ..tables import Part, Words


class Currency(Part, frozen=True):
    """What a currency is called."""

    one: str
    """One of it."""
    many: str
    """Several."""
    small: str
    """One of its coins."""
    smalls: str
    """Several."""


class Money(Part, frozen=True):
    """Sums of money."""

    scales: Words
    """What makes a sum larger, in full."""
    coins: tuple[str, str, str, str, str, str]
    """A pound, a shilling, a penny and several; a cent and several."""
    short_scales: dict[str, str]
    """What makes it larger, short: `$3m`."""
    countries: dict[str, str]
    """What stands before a dollar, and what is said for it."""
    codes: dict[str, str]
    """Currencies by ISO 4217."""
    each: dict[str, str]
    """What stands behind a sum and a slash: `$5/hr`."""
    currencies: dict[str, Currency]
    """Currencies, by their signs."""
