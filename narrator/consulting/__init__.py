"""A language model on a server of one's own, asked who speaks the doubtful lines."""

from .consulting import Consulted, Memory, consult
from .server import Server

__all__ = ["Consulted", "Memory", "Server", "consult"]
