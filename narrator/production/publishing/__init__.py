"""The last stage: what was recorded becomes the files that people listen to."""

from .publication import Publication
from .publishing import Publisher, Shelf

__all__ = ["Publication", "Publisher", "Shelf"]
