"""What a file of markup holds, counted without any parser: against it is held what was read of it.

Law 1 begins here. A tree may have lost text before anyone could see it, so the words of the raw
source are counted and looked for in the blocks of the book.
"""

import html
import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

_UNSEEN = re.compile(
    r"<!--.*?-->|<\?.*?>|<!DOCTYPE(?:[^>\[]|\[[^\]]*\])*>"
    r"|<(script|style|template|title)\b[^>]*(?<!/)>.*?</\1\s*>"
    r"|<head\b[^>]*>.*?(?=</head\s*>|<body\b)",
    re.IGNORECASE | re.DOTALL,
)
"""What is no text of a page, whatever is in it."""
_INLINE = re.compile(
    r"</?(?:[a-z]\w*:)?(?:a|abbr|acronym|b|bdi|bdo|big|cite|code|data|del|dfn|em|font|i|ins|kbd|mark"
    r"|nobr|q|rb|s|samp|small|span|strike|strong|sub|sup|time|tt|u|var|wbr)\b[^<>]*>",
    re.IGNORECASE,
)
_TAG = re.compile(r"</?[A-Za-z][^<>]*>|<!\[CDATA\[|\]\]>")
_INVISIBLE = re.compile("[\u00ad\u200b\u2060\ufeff]")
_WORD = re.compile(r"[^\W_]+")
_SHOWN = 3
"""Words before the first that is missing, in a warning."""


@dataclass(frozen=True, slots=True)
class Written:
    """The text of one file of a book, as it stands in the source."""

    name: str
    """The file in the book; empty where the book is one file."""
    text: str
    """Its text, tags taken out."""


@lru_cache(maxsize=1)
def text_of_markup(source: str) -> str:
    """The text in `source`, HTML or XML, by nothing but its angle brackets.

    >>> text_of_markup("<p>Un<i>kind</i> &amp; cold<br/>wind<!-- no --></p>").split()
    ['Unkind', '&', 'cold', 'wind']
    """
    text = _TAG.sub(" ", _INLINE.sub("", _UNSEEN.sub(" ", source)))
    return _INVISIBLE.sub("", html.unescape(text) if "&" in text else text)


def losses(sources: Iterable[Written], told: Sequence[str]) -> Iterator[str]:
    """A warning for each source of which words are missing in `told`, all text of the book.

    Words that came apart or together on the way, as with a drop cap, are none of them lost.
    """
    sources = list(sources)
    if sum(map(_size, told)) == sum(_size(source.text) for source in sources):
        return  # as it mostly is, and quicker to see
    held = Counter(word for text in told for word in _WORD.findall(_INVISIBLE.sub("", text)))
    for source in sources:
        words = _WORD.findall(source.text)
        missing = Counter[str]()
        for word, times in Counter(words).items():
            left = held[word] - times
            held[word] = max(left, 0)
            if left < 0:
                missing[word] = -left
        if missing and (lost := _without_parts(missing, held)):
            yield _warning(source.name, words, missing, lost)


def _size(text: str) -> int:
    """Signs of `text` but for white space, and for what may be marks of emphasis."""
    return sum(map(len, text.split())) - text.count("*")


def _without_parts(missing: Counter[str], spare: Counter[str]) -> int:
    """How many of the words are `missing` whose letters are not in `spare` ones either."""
    # An exponent may have become a sign of its own.
    letters_left = Counter(unicodedata.normalize("NFKC", "".join(missing.elements())))
    letters_left.subtract(unicodedata.normalize("NFKC", "".join((+spare).elements())))
    lost = (+letters_left).total()
    return -(-lost * missing.total() // max(1, sum(map(len, missing.elements()))))


def _warning(name: str, words: Sequence[str], missing: Counter[str], lost: int) -> str:
    counts = Counter(words)
    rarest = min((word for word in words if word in missing), key=counts.__getitem__)
    at = words.index(rarest)
    near = " ".join(words[max(0, at - _SHOWN) : at + 1])
    where = f"of {name} " if name else ""
    verb = "word" if lost == 1 else "words"
    return f"{lost} {verb} {where}missing from what was read, near “{near}”: look at the file there"
