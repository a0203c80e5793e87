"""What speaks for and against each candidate of a turn."""

from .describer import Describer

__all__ = ["Describer"]
