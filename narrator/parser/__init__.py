"""A Book to a Script: who says what."""

from .fidelity import check_fidelity
from .parsing import attribute, parse_book

__all__ = ["attribute", "check_fidelity", "parse_book"]
