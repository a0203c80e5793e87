"""A Book to a Script: who says what."""

from .draft import Draft, Place
from .fidelity import check_fidelity
from .parsing import attribute, parse_book
from .people import SOMEONE

__all__ = ["SOMEONE", "Draft", "Place", "attribute", "check_fidelity", "parse_book"]
