"""What casting a book gives."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from narrator.model import Cast


@dataclass(frozen=True, slots=True)
class Remark:
    """Something a person should look at; the work goes on without it."""

    speaker: str
    what: str
    todo: str

    def __str__(self) -> str:
        """The remark on one line."""
        return f"{self.what}; {self.todo}"


@dataclass(frozen=True, slots=True)
class Casting:
    """A whole cast, why the new voices were chosen, and what is odd about it."""

    cast: Cast
    reasons: Mapping[str, str] = field(default_factory=dict)
    """For each role that was given a voice now, by name: a few words for the casting file."""
    remarks: tuple[Remark, ...] = ()
