"""Something in a book's files that a person should look at."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing to look at."""

    file: str
    line_number: int | None
    """Counted from 1; None where it is about the whole file."""
    text: str
    confidence: float | None = None
    """Of a doubtful line, 0 to 1."""
