"""What Narrator knows of each language: a folder of data for each, read into a `Pack`."""

from .pack import Pack, every_pack, find_pack, pack_for, packs, titles_for
from .patterns import either
from .recognising import identify

__all__ = [
    "Pack",
    "either",
    "every_pack",
    "find_pack",
    "identify",
    "pack_for",
    "packs",
    "titles_for",
]
