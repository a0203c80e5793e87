"""The read-along book: an EPUB 3 whose reader marks each sentence while it is heard."""

from .book import read_along_file

__all__ = ["read_along_file"]
