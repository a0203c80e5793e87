"""Who speaks with which voice."""

from dataclasses import dataclass, field

from .character import Character
from .voice import Manner

NARRATOR = "Narrator"
"""The speaker of everything that no character says."""


@dataclass(frozen=True, slots=True)
class Role:
    """A character and the voice they are given."""

    character: Character
    voice: str
    """The id of a voice of the cast's engine."""
    manner: Manner = field(default=Manner())
    gain: float = 0.0
    """Decibels louder (positive) or softer than the levelled voice."""
    locked: bool = False
    """Whether the voice is never chosen anew, whatever is found out about the character."""


@dataclass(frozen=True, slots=True)
class Cast:
    """The roles of a book, all of one engine."""

    engine: str
    roles: tuple[Role, ...]
    """The narrator first, then in the order of the casting file."""
    series: str = ""
    """The name of the series whose voices it shares; empty if none."""

    def role(self, speaker: str) -> Role | None:
        """The role of `speaker`, which may be a name or an alias; None when nobody has it."""
        by_alias = None
        for role in self.roles:
            if role.character.name == speaker:
                return role
            if by_alias is None and speaker in role.character.aliases:
                by_alias = role
        return by_alias
