"""Finds letters that a book quotes whole: from `“My dear Anne,` to `“Yours ever,`, all in marks."""

import re
from collections.abc import Sequence

_MARKS = "\"“”„'‘’‚«»‹›"
_MARK = f"[{_MARKS}]"
"""Which of them open and which close differs from country to country."""
_SALUTATION = re.compile(
    rf"""{_MARK}[_*]* (?:my\s)? (?:(?:very|own|poor)\s)? (?:dear|dearest|darling|beloved)
    (?:\s(?!me\b)[\w.'’]+){{0,4}} \s*
    (?: [,:.]?[_*]*{_MARK}? $ | [,:.]?\s?(?:--+|—|–)\s?(?=[^\W\d_a-z]) )""",
    re.VERBOSE | re.IGNORECASE,
)
_SIGNATURE = re.compile(
    rf"""{_MARK}[_*]* (?: yours? (?:\s[\w&.'’-]+){{0,5}} | believe\sme
    | i\s(?:am|remain)\b.{{0,40}}
    | (?:with|much|all\smy)\s(?:\w+\s)?love | your'?s\s.{{0,20}}
    | (?:affectionately|sincerely|faithfully|respectfully|truly)(?:\s\w+){{0,2}} )
    [,.:;]?[_*]* (?:{_MARK}|$)""",
    re.VERBOSE | re.IGNORECASE,
)
_NAME = re.compile(rf"{_MARK}[_*]*(?:[^\W\d_a-z][\w.'’&-]*[\s.,]*){{1,4}}[_*]*{_MARK}?$")
_LONGEST = 60
"""Paragraphs."""


def letters_in(paragraphs: Sequence[str | None]) -> set[int]:
    """Which of the paragraphs belong to letters; None stands for one that is not all in marks."""
    found: set[int] = set()
    for index, text in enumerate(paragraphs):
        if text is not None and index not in found and _SALUTATION.match(text):
            found.update(range(index, _end(paragraphs, index)))
    return found


def _end(paragraphs: Sequence[str | None], start: int) -> int:
    """The paragraph after the letter; `start` itself if it is none."""
    for index in range(start + 1, min(start + _LONGEST, len(paragraphs))):
        text = paragraphs[index]
        if text is None:
            return start
        if _SIGNATURE.match(text):
            return _after_names(paragraphs, index + 1)
        if _NAME.match(text) and _unclosed(paragraphs[index - 1]):
            return index + 1
    return start


def _after_names(paragraphs: Sequence[str | None], index: int) -> int:
    while index < len(paragraphs):
        text = paragraphs[index]
        if text is None or not (_NAME.match(text) or _SIGNATURE.match(text)):
            break
        index += 1
    return index


def _unclosed(text: str | None) -> bool:
    return text is not None and text[-1] not in _MARKS
