"""How letters begin and end, and what messages are called."""

from ..tables import Part, Patterns, Words


class Letters(Part, frozen=True):
    """The words of letters and messages."""

    salutation: Patterns
    """With which a letter begins: `My dear Anne`."""
    running_salutation: Patterns
    """Likewise, where the paragraph goes on: `“Dear Anne,” it ran, “the roof`."""
    runs: Patterns
    """What is told behind that one: `it ran`."""
    signature: Patterns
    """With which one ends: `Yours ever`."""
    signed_off: Patterns
    """Likewise, at the end of its last paragraph, with a name behind it."""
    dates: Words
    """Months and days of the week, in its head."""
    messages: Words
    """What letters and messages are called, how they are written and what they come with."""
