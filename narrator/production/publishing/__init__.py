"""The last stage: what was recorded becomes the files that people listen to."""

from .publishing import Publication, Publisher

__all__ = [
    "Publication",
    "Publisher",
]
