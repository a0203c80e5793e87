"""What speaks for and against each candidate of a turn."""

from .describer import Describer
from .stage import Stage

__all__ = ["Describer", "Stage"]
