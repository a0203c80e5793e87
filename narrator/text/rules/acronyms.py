"""Names that are written in capitals and are no shouting."""

from functools import cache

from narrator.languages.spoken import Capitals


@cache
def acronyms(words: Capitals) -> frozenset[str]:
    """All that are known."""
    return words.spelled | words.spelled_alone | words.said_right
