"""Which pictures can be a book's cover."""

LARGEST = 16 << 20
"""Bytes; every chapter's file carries the cover."""

_KINDS = ((b"\xff\xd8\xff", b"\xff\xd9"), (b"\x89PNG\r\n\x1a\n", b"IEND"))


def is_cover(data: bytes) -> bool:
    """Whether `data` is a whole JPEG or PNG picture of a size that a cover may have."""
    if not 64 <= len(data) <= LARGEST:
        return False
    return any(data.startswith(start) and end in data[-1024:] for start, end in _KINDS)
