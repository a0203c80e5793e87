"""Books before a browser: a made one for listening here or near by, one under review only here."""

from .listening import book_server
from .network import address_in_network
from .running import Server

__all__ = ["Server", "address_in_network", "book_server"]
