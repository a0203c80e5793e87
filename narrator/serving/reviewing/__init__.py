"""Books under review before a browser of this machine."""

from .serving import review_server

__all__ = ["review_server"]
