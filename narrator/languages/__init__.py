"""What Narrator knows of each language: a folder of data for each, read into a `Pack`."""

from .pack import Pack, pack_for

__all__ = ["Pack", "pack_for"]
