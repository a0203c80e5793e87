"""Pages of other people's books as EPUB 3 allows them, looking as they did."""

from .foreign import convert_foreign
from .styles import clean_sheet
from .vocabulary import BLOCKS, OPS, SILENT, WHOLE, XHTML, name_of, new_element
from .xhtml import Converted, convert

__all__ = [
    "BLOCKS",
    "OPS",
    "SILENT",
    "WHOLE",
    "XHTML",
    "Converted",
    "clean_sheet",
    "convert",
    "convert_foreign",
    "name_of",
    "new_element",
]
