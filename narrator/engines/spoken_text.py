"""Text that holds words and nothing an engine takes for a command."""

from .espeak_library import plain


def without_commands(text: str) -> str:
    """`text` for engines in which double brackets enclose phonemes.

    >>> without_commands("[[h@l'oU]]")
    "[ [h@l'oU] ]"
    """
    return plain(text).replace("[[", "[ [").replace("]]", "] ]")
