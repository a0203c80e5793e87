"""Finds what is quoted in a book, whatever the typography, and whether it is speech."""

from .cutting import cut_book, cut_text

__all__ = ["cut_book", "cut_text"]
