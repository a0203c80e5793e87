"""What a narrator slips into a speech in brackets: `"Oh (turning pale) I see."`"""

from ..tables import Part, Patterns, Words


class Directions(Part, frozen=True):
    """The words of stage directions inside a speech."""

    before: Patterns
    """What may stand before the first word that tells: `(then turning)`."""
    directions: Patterns
    """How a direction begins."""
    never: Patterns
    """What is none: `(strictly speaking)`."""
    said: Words
    """Words of the speaker's own, which no direction has."""
