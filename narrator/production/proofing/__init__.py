"""Every recorded line heard once, against its text; those that differ said in another way."""

from .listening import HeardLine, Proof, proofread
from .mending import Mended, mend

__all__ = ["HeardLine", "Mended", "Proof", "mend", "proofread"]
