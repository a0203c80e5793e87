"""Finds what is quoted from letters and messages.

A letter may be quoted whole, from `“My dear Anne,` to `“Yours ever,`, all in marks; of others the
words around tell: `the message read`, `he typed`.
"""

import re
from collections.abc import Sequence

from .scanning import Quotation
from .wordlists import words

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
    rf"""{_MARK}[_*]* (?: yours? (?:,?\s[\w&.'’-]+){{0,6}} | believe\sme
    | i\s(?:am|remain)\b.{{0,40}}
    | (?:with|much|all\smy)\s(?:\w+\s)?love | your'?s\s.{{0,20}}
    | (?:affectionately|sincerely|faithfully|respectfully|truly)(?:\s\w+){{0,2}} )
    (?: ,?\s*\n\s*[\w.&\s-]{{1,40}} )? [,.:;]?[_*]* (?:{_MARK}|$)""",
    re.VERBOSE | re.IGNORECASE,
)
_RUNNING = re.compile(
    rf"""{_MARK}[_*]* (?:my\s)? (?:dear|dearest|darling)(?:\s[\w.'’]+){{0,4}},[_*]*{_MARK} ,?
    \s (?:\w+\s){{1,3}} (?:ran|began|wrote|read|went\son)\b""",
    re.VERBOSE | re.IGNORECASE,
)
"""A salutation in the middle of the paragraph with which the letter begins."""
_NAME = re.compile(rf"{_MARK}[_*]*(?:[^\W\d_a-z][\w.'’&-]*[\s.,]*){{1,4}}[_*]*{_MARK}?$")
_HEAD = re.compile(
    rf"""{_MARK}[_*]* (?: [^.!?]{{1,50}} (?<![—–-])
    | .{{0,40}} (?: \d | \b(?:January|February|March|April|May|June|July|August|September|October
    |November|December|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)\b ) .{{0,12}} )
    [_*]* {_MARK}? $""",
    re.VERBOSE | re.DOTALL,
)
"""Where a letter was written, or when."""
_ALONE = re.compile(rf"[,:][_*]*{_MARK}?$")
"""What ends a salutation that stands in a paragraph of its own."""
_HEADS = 3
_LONGEST = 60
"""Paragraphs."""
_WORD = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")
_REACH = 60
"""Code points of narration looked at on each side."""
_CLAUSE = 12
"""Words."""
_TELLING = words(
    """message messages text texts texted note letter letters telegram wire cable email e-mail mail
    postcard memo dm dms wrote writes write writing typed types typing tapped scribbled scrawled
    phone screen pager page voicemail reply sms"""
)


def letters_in(paragraphs: Sequence[str | None]) -> set[int]:
    """Which of the paragraphs belong to letters; None stands for one that is not all in marks."""
    found: set[int] = set()
    for index, text in enumerate(paragraphs):
        if text is not None and index not in found and _is_opening(text):
            end = _end(paragraphs, index)
            if end > index:
                found.update(range(_start(paragraphs, index), end))
    return found


def runs_on(text: str) -> bool:
    """Whether a paragraph begins a letter and tells of it: `“Dear Ottilie,” it ran, “the roof`."""
    return _RUNNING.match(text) is not None


def _is_opening(text: str) -> bool:
    return _SALUTATION.match(text) is not None or runs_on(text)


def _start(paragraphs: Sequence[str | None], salutation: int) -> int:
    """The first paragraph of the letter, which may tell where and when it was written."""
    index = salutation
    while index > max(0, salutation - _HEADS):
        text = paragraphs[index - 1]
        if text is None or not _HEAD.match(text):
            break
        index -= 1
    return index


def _end(paragraphs: Sequence[str | None], start: int) -> int:
    """The paragraph after the letter; `start` itself if it is none."""
    alone = _ALONE.search(paragraphs[start] or "") is not None
    for index in range(start + 1, min(start + _LONGEST, len(paragraphs))):
        text = paragraphs[index]
        if text is None:
            return start
        if _SIGNATURE.match(text):
            return _after_names(paragraphs, index + 1)
        if _NAME.match(text) and (alone or _unclosed(paragraphs[index - 1])):
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


def is_written(text: str, quotation: Quotation, above: str) -> bool:
    """Whether the words around what nobody says call it part of a letter or a message.

    A single word may rather be a word as a word, and a sign is no message.
    """
    if len(_WORD.findall(text, quotation.start, quotation.end)) < 2:
        return False
    lead = text[max(0, quotation.start - _REACH) : quotation.start]
    if not lead.strip():
        lead = above[-_REACH:] if above.rstrip().endswith(":") else ""
    around = [
        *_WORD.findall(lead)[-_CLAUSE:],
        *_WORD.findall(text[quotation.end : quotation.end + _REACH])[: _CLAUSE // 2],
    ]
    return not _TELLING.isdisjoint(word.lower() for word in around)
