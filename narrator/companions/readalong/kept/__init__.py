"""What else of an EPUB goes into its read-along book: files, fonts, what its package says."""

from .files import KeptFiles
from .fonts import encryption_file, idpf_key, mixed, plain_fonts
from .statements import direction_of, spine_properties, statements

__all__ = [
    "KeptFiles",
    "direction_of",
    "encryption_file",
    "idpf_key",
    "mixed",
    "plain_fonts",
    "spine_properties",
    "statements",
]
