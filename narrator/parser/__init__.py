"""A Book to a Script: who says what."""

from .fidelity import check_fidelity
from .parsing import attribute, parse_book
from .people import SOMEONE

__all__ = ["SOMEONE", "attribute", "check_fidelity", "parse_book"]
