"""A made book served to a browser here, or to a phone near by."""

from .network import address_in_network
from .server import BookServer, book_server

__all__ = ["BookServer", "address_in_network", "book_server"]
