"""Book files to Books."""

from .interface import Reader, ReadOptions
from .registry import read_book

__all__ = ["ReadOptions", "Reader", "read_book"]
