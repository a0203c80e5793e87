"""Finds what is quoted from letters and messages.

A letter may be quoted whole, from `“My dear Anne,` to `“Yours ever,`, all in marks; of others the
words around tell: `the message read`, `he typed`.
"""

import re
from collections.abc import Sequence
from functools import cache

from narrator.languages import Pack
from narrator.languages.dialogue import Letters

from .quotation import Quotation

_MARKS = "\"“”„'‘’‚«»‹›"
_MARK = f"[{_MARKS}]"
"""Which of them open and which close differs from country to country."""
_NAME = re.compile(rf"{_MARK}[_*]*(?:[^\W\d_a-z][\w.'’&-]*[\s.,]*){{1,4}}[_*]*{_MARK}?$")
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
_FLAGS = re.VERBOSE | re.IGNORECASE


@cache
def _salutation(letters: Letters) -> re.Pattern[str]:
    return re.compile(
        rf"""{_MARK}[_*]* {letters.salutation.source} \s*
        (?: [,:.]?[_*]*{_MARK}? $ | [,:.]?\s?(?:--+|—|–)\s?(?=[^\W\d_a-z]) )""",
        _FLAGS,
    )


@cache
def _running(letters: Letters) -> re.Pattern[str]:
    """A salutation in the middle of the paragraph with which the letter begins."""
    return re.compile(
        rf"""{_MARK}[_*]* {letters.running_salutation.source},[_*]*{_MARK} ,?
        \s {letters.runs.source}\b""",
        _FLAGS,
    )


@cache
def _signature(letters: Letters) -> re.Pattern[str]:
    return re.compile(
        rf"""{_MARK}[_*]* {letters.signature.source}
        (?: ,?\s*\n\s*[\w.&\s-]{{1,40}} )? [,.:;]?[_*]* (?:{_MARK}|$)""",
        _FLAGS,
    )


@cache
def _head(letters: Letters) -> re.Pattern[str]:
    """Where a letter was written, or when."""
    return re.compile(
        rf"""{_MARK}[_*]* (?: [^.!?]{{1,50}} (?<![—–-])
        | .{{0,40}} (?: \d | \b{letters.dates.source}\b ) .{{0,12}} )
        [_*]* {_MARK}? $""",
        re.VERBOSE | re.DOTALL,
    )


@cache
def _signed_off(letters: Letters) -> re.Pattern[str]:
    return re.compile(rf"\b{letters.signed_off.source}\b[\w\s.,'’-]{{0,40}}\W*$", _FLAGS)


def letters_in(pack: Pack, paragraphs: Sequence[str | None]) -> set[int]:
    """Which of the paragraphs belong to letters; None stands for one that is not all in marks."""
    found: set[int] = set()
    for index, text in enumerate(paragraphs):
        if text is not None and index not in found and _is_opening(pack, text):
            end = _end(pack, paragraphs, index)
            if end > index:
                found.update(range(_start(pack, paragraphs, index), end))
    return found


def runs_on(pack: Pack, text: str) -> bool:
    """Whether a paragraph begins a letter and tells of it: `“Dear Ottilie,” it ran, “the roof`."""
    return _running(pack.letters).match(text) is not None


def signs_off(pack: Pack, said: str) -> bool:
    """Whether what is quoted ends as a letter does."""
    return _signed_off(pack.letters).search(said) is not None


def _is_opening(pack: Pack, text: str) -> bool:
    return _salutation(pack.letters).match(text) is not None or runs_on(pack, text)


def _start(pack: Pack, paragraphs: Sequence[str | None], salutation: int) -> int:
    """The first paragraph of the letter, which may tell where and when it was written."""
    index = salutation
    while index > max(0, salutation - _HEADS):
        text = paragraphs[index - 1]
        if text is None or not _head(pack.letters).match(text):
            break
        index -= 1
    return index


def _end(pack: Pack, paragraphs: Sequence[str | None], start: int) -> int:
    """The paragraph after the letter; `start` itself if it is none."""
    alone = _ALONE.search(paragraphs[start] or "") is not None
    for index in range(start + 1, min(start + _LONGEST, len(paragraphs))):
        text = paragraphs[index]
        if text is None:
            return start
        if _signature(pack.letters).match(text):
            return _after_names(pack, paragraphs, index + 1)
        if _NAME.match(text) and (alone or _unclosed(paragraphs[index - 1])):
            return index + 1
    return start


def _after_names(pack: Pack, paragraphs: Sequence[str | None], index: int) -> int:
    while index < len(paragraphs):
        text = paragraphs[index]
        if text is None or not (_NAME.match(text) or _signature(pack.letters).match(text)):
            break
        index += 1
    return index


def _unclosed(text: str | None) -> bool:
    return text is not None and text[-1] not in _MARKS


def is_written(pack: Pack, text: str, quotation: Quotation, above: str) -> bool:
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
    return not pack.letters.messages.isdisjoint(word.lower() for word in around)
