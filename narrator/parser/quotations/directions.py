"""Splits off what the narrator slips into a speech in brackets: `"Oh (turning pale) I see."`"""

import re
from collections.abc import Iterator
from dataclasses import replace

from .scanning import Quotation

_BRACKET = re.compile(r"[(\[][^()\[\]\"“”]{4,120}[)\]]")
_DIRECTION = re.compile(
    r"""[(\[]\s*_?
    (?: (?: \w+ly | still | half | then | and | here | again ) \s )?
    (?: (?!(?:nothing|something|anything|everything|during|being|considering|speaking\sof)\b)
        \w{2,}ing \b
      | (?:s?he|they|here\s(?:s?he|they|the|was)|this\s(?:s?he|was)) \s
      | (?:in|with) \s an?\s (?:\w+[\s-]){0,3}
        (?:voice|tone|accent|whisper|smile|laugh|sigh|look|nod|bow|wink|frown|grin|glance|blush
          |shrug|gesture|return\sof)
      | (?:rather|very|half|more|quite) \s \w+ly \W*$
      | aside\b | to\s(?:him|her|my)self | looks | turns | pauses
      | to \s (?-i:[A-Z][\w.]*) (?: \s (?-i:[A-Z]\w*) )? \W*$
    )""",
    re.VERBOSE | re.IGNORECASE,
)
_MANNER = re.compile(r"\w+ly\s+speaking\b", re.IGNORECASE)
"""No direction: `(strictly speaking)`."""
_SAID = re.compile(r"\b(?:i|i'm|i've|me|my|you|you're|your|we|our)\b", re.IGNORECASE)


def without_directions(text: str, quotation: Quotation) -> Iterator[Quotation]:
    """The quotation, in parts where a stage direction interrupts it."""
    start = quotation.start
    for bracket in _BRACKET.finditer(text, quotation.start, quotation.end):
        if not _DIRECTION.match(bracket[0]) or _SAID.search(bracket[0]):
            continue
        if _MANNER.search(bracket[0]):
            continue
        if bracket.end() >= quotation.end - 1 or bracket.start() <= start + 1:
            continue
        yield replace(quotation, start=start, end=bracket.start(), closed=True)
        start = bracket.end()
    yield replace(quotation, start=start)
