"""How it was found which language a book is in."""

from dataclasses import dataclass
from enum import StrEnum


class Evidence(StrEnum):
    """What tells the language of a book, as it is said to a person."""

    TOLD = "as you say"
    MARKED = "as its file says"
    SCRIPT = "by its script"
    WORDS = "by its words"
    ASSUMED = "for want of words that tell"


@dataclass(frozen=True, slots=True)
class Identification:
    """The language of a book, and how that is known."""

    tag: str
    """A BCP 47 tag."""
    evidence: Evidence
    certainty: float = 1.0
    """From 0 to 1: the share of the text's passages that are in it, as far as they tell."""
    refused: str = ""
    """The tag that the file gives, where its text is clearly in another language."""
