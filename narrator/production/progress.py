"""What production tells whoever watches it: how far it is, and what a person should know."""

from collections.abc import Callable
from dataclasses import dataclass

from narrator.model import Identification


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a stage is."""

    stage: str
    """`asking`, `recording` or `encoding`."""
    done: float
    total: float
    """In the stage's own unit; only the ratio means something."""
    clips: int = 0
    """Spoken so far."""
    machines: int = 0
    """Other machines that are at work."""


@dataclass(frozen=True, slots=True)
class Warned:
    """Something a person should know, though the work goes on."""

    message: str


@dataclass(frozen=True, slots=True)
class Told:
    """Something that was done and that a person may like to know."""

    message: str


@dataclass(frozen=True, slots=True)
class LanguageFound:
    """In which language a story is that was read."""

    found: Identification


News = Progress | Warned | Told | LanguageFound
Listener = Callable[[News], None]
"""Called as the work goes on, in the caller's thread."""


def silently(_: News) -> None:
    """A listener that does not care."""
