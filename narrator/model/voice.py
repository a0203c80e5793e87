"""A voice an engine can speak with, and the manner in which it is used."""

from dataclasses import dataclass

from .character import Age, Gender, Kind


@dataclass(frozen=True, slots=True)
class Voice:
    """One voice of one engine."""

    engine: str
    id: str
    """What a casting file says to choose it; unique within its engine."""
    language: str = "en"
    """A BCP 47 tag."""
    gender: Gender = Gender.UNKNOWN
    age: Age = Age.UNKNOWN
    description: str = ""
    """A few words for a person choosing: `deep, Scots`."""
    pitch_hz: float | None = None
    """Median fundamental frequency, Hertz, as measured; None where nobody measured."""
    licence: str = ""
    quality: float | None = None
    """How good its maker calls it, from 0 to 1; None where nothing is said."""
    kind: Kind = Kind.PERSON
    """What sort of being it suggests; casting gives it to no other."""


@dataclass(frozen=True, slots=True)
class Manner:
    """How a role uses its voice; the default is the voice as it is."""

    rate: float = 1.0
    """Speed as a factor: 1.1 is a tenth faster."""
    pitch: float = 0.0
    """Shift in semitones, up is positive."""
    effort: float = 0.0
    """From -1, whispered, over -0.5, softly, to 1, shouted; for engines that can show it."""
