"""A person of the story who speaks."""

from dataclasses import dataclass
from enum import StrEnum


class Gender(StrEnum):
    """The kind of voice a character needs."""

    FEMALE = "female"
    MALE = "male"
    NEUTRAL = "neutral"
    """Known to be neither, or a group."""
    UNKNOWN = "unknown"


class Age(StrEnum):
    """How old a voice sounds."""

    CHILD = "child"
    YOUNG = "young"
    ADULT = "adult"
    OLD = "old"
    UNKNOWN = "unknown"


class Kind(StrEnum):
    """What sort of being a voice suggests."""

    PERSON = "person"
    GIANT = "giant"
    ROBOT = "robot"
    GHOST = "ghost"
    ANIMAL = "animal"
    """A beast: wolf, bear, lion."""
    SMALL_ANIMAL = "small-animal"
    """Mouse, bird, squirrel; and those as small: pixie, imp."""


@dataclass(frozen=True, slots=True)
class Character:
    """One person, however many names the book has for them."""

    name: str
    """The fullest name the book uses; the speaker of their lines."""
    aliases: tuple[str, ...] = ()
    """The other names: `Lizzy`, `Miss Bennet`, `the young lady`."""
    gender: Gender = Gender.UNKNOWN
    age: Age = Age.UNKNOWN
    lines: int = 0
    """How many lines they speak."""
    kind: Kind = Kind.PERSON
    accent: str = ""
    """The English they speak, as a BCP 47 tag: `en-GB-scotland`; empty when it does not matter."""
