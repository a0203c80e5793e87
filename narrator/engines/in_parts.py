"""A text that is too long for a model, cut where one would breathe."""

import re
from collections.abc import Iterator
from functools import cache

_SIGNS = (".!?…", ",;:—")
"""Where a sentence ends, and where one breathes within it."""


def in_parts(text: str, longest: int) -> Iterator[str]:
    """`text` in parts of at most `longest` characters: at the ends of sentences, else where one
    breathes, else between words, else anywhere.

    >>> list(in_parts("Come in, said Tom, and sit.", 20))
    ['Come in, said Tom,', 'and sit.']
    """
    while text:
        found = None
        if len(text) > longest:
            found = next(filter(None, (cut.match(text) for cut in _cuts(longest))), None)
        yield found[0] if found else text
        text = text[found.end() :].lstrip() if found else ""


@cache
def _cuts(longest: int) -> tuple[re.Pattern[str], ...]:
    marked = (rf".{{1,{longest - 1}}}[{signs}](?= |$)" for signs in _SIGNS)
    words = rf".{{1,{longest}}}(?= |$)|.{{1,{longest}}}"
    return tuple(re.compile(cut, re.DOTALL) for cut in (*marked, words))
