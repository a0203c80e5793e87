"""Narrator turns a story into an audiobook with a voice for every character.

For programs there are `read`, `parse`, `cast` and `make` (docs/python.md).
"""

from importlib import import_module

__version__ = "0.2.0"
__all__ = ["__version__", "cast", "make", "parse", "read"]


def __getattr__(name: str) -> object:
    """What programs use is loaded when it is asked for: the command line does not wait for it."""
    if name in __all__:
        return getattr(import_module("narrator.api"), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
