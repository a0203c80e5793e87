"""EPUB 2 and 3: the package, its contents, its pages."""

from .reader import Epub

__all__ = ["Epub"]
