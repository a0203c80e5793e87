"""The tables of text for speech: what is said for what is not written as it is said."""

from dataclasses import dataclass
from functools import cached_property

from ..tables import has_table, read_part
from .table import Inflection, Table

__all__ = ["Inflection", "SpokenTables", "Table"]


@dataclass(frozen=True, eq=False)
class SpokenTables:
    """The tables of one language, each read when it is first asked for."""

    code: str
    """The language, by ISO 639-1."""

    @cached_property
    def table(self) -> Table:
        """What signs and numbers are called; empty where nobody has written it down."""
        name = "spoken.toml"
        return read_part(Table, self.code, name) if has_table(self.code, name) else Table()
