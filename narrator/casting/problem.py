"""A mistake in a casting file."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Problem:
    """What is wrong in a casting file, where, and what to do."""

    line_number: int | None
    """The row of the file, counted from 1; None if it belongs to none."""
    what: str
    todo: str

    def message(self, where: str = "") -> str:
        """The mistake on one line: `file line 14: no voice ...; choose one`."""
        place = self.place(where)
        return f"{place}: {self.what}; {self.todo}" if place else f"{self.what}; {self.todo}"

    def place(self, where: str = "") -> str:
        """`file line 14`, as far as it is known."""
        line = f"line {self.line_number}" if self.line_number else ""
        return f"{where} {line}".strip()
