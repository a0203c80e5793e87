"""What Narrator knows of each language: a folder of data for each, read into a `Pack`."""

from .pack import Pack, find_pack, pack_for

__all__ = ["Pack", "find_pack", "pack_for"]
