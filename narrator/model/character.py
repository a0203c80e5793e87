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
