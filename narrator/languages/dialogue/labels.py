"""Labels of speakers, `TOM: Where is the lamp?`, and what only looks like one."""

from ..tables import Part, Words


class Labels(Part, frozen=True):
    """What stands before a colon in the head of a letter, a recipe, the screens of a game."""

    never: Words
    """The first or the last word of what is nobody's label."""
