"""Finds words sent from mind to mind: `<Can you hear me?>`, `::So you can.::`, `~Always.~`."""

import re
from collections.abc import Iterator

# A capital and a closing stop, so that keys, tags and links are left alone.
_SENT = re.compile(
    r"""< (?=[^\W\d_a-z]) [^<>]* [*_~]? [.!?…,—-] >
    | (?<![\w:]) :: \s? (?=[^\W\d_a-z]) [^:]+ :: (?![\w:])
    | (?<![\w~]) (?P<mark> ~ | / ) (?=[^\W\d_a-z]) [^~/\n]* [.!?…,—-] (?P=mark) (?![\w~/])
    | (?<!\w) \{ (?=[^\W\d_a-z]) [^{}]* [.!?…,—-] \}""",
    re.VERBOSE,
)


def mind_speech(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The runs of narration text[start:end] that are sent rather than said."""
    for run in _SENT.finditer(text, start, end):
        yield run.span()
