"""A Book to a Script: who says what."""

from .fidelity import check_fidelity
from .parsing import parse_book

__all__ = ["check_fidelity", "parse_book"]
