"""What the parser decided about one speaker."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Verdict:
    """Who says a turn or thinks a thought."""

    person: int
    """An index into the people of the study; NOBODY where nobody is in view."""
    confidence: float
    """0 to 1."""
    why: str
