"""How numbers are said."""

from ..tables import Part, Row, Words


class Numbers(Part, frozen=True):
    """Numbers in words."""

    ones: Row
    """Zero to nineteen."""
    tens: Row
    """Twenty to ninety."""
    hundred: str
    """A hundred."""
    scales: Row
    """A thousand, a thousand of those, and so on."""
    joint: str
    """What stands between hundreds and what is below them."""
    american_joint: str
    """Likewise, as it is said in America."""
    american: Words
    """The countries, small letters of BCP 47, that speak as in America."""
    point: str
    """What stands before decimals."""
    minus: str
    """What stands before a number below zero."""
    over: str
    """What is said for the bar of a fraction."""
    to: str
    """What is said for the dash of a range."""
    plus: str
    """What is said for the plus of a phone number."""
    zero_said: str
    """A zero among other figures: `nineteen oh five`."""
    nought: str
    """The zero before a point, outside of America."""
    nil: str
    """The zero of a score, outside of America."""
    double: str
    """What is said for the zeros of `007`."""
    half: str
    """The half."""
    halves: str
    """Several of it."""
    quarter: str
    """The quarter."""
    of_a_half: Words
    """What stands behind a half of something: `half the`."""
    odd_ordinals: dict[str, str]
    """Numbers whose places in a row are words of their own."""
    fixed: dict[str, str]
    """Fractions that are none, and how they are said."""
