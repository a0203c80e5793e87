"""Sets of words as they are written here: in a block of text."""


def words(block: str) -> frozenset[str]:
    """The words of a block.

    >>> sorted(words("yes no"))
    ['no', 'yes']
    """
    return frozenset(block.split())
