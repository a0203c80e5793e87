"""The names of a book that an engine may say wrongly."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from narrator.languages import pack_for
from narrator.model import LineKind, Script
from narrator.text import split_sentences

_WORD = re.compile(r"[^\W\d_]+(?:['’.-][^\W\d_]+)*")
_POSSESSIVE = re.compile(r"['’]s?$")
_CONTRACTION = re.compile(r"['’](?:m|ve|ll|d|re|t|em|s)$|^(?:[IYWTH]|It|He|She|We|You|They)['’]")
_BEGINS = re.compile(r"(?:\A|[:;…—–\"“”‘«»(\[]|\s['’]|\A['’])[\s*_]*$")
"""What a word with a capital follows at the beginning of a sentence, or of what somebody says."""
_KNOWN = (
    "mr mrs ms miss dr prof sir lady lord madam captain colonel general sergeant lieutenant "
    "major king queen prince princess duke count saint god jesus christ heaven hell english "
    "french german irish scottish welsh american italian spanish russian chinese japanese dutch "
    "greek roman latin british indian european african asian england france germany ireland "
    "scotland wales america italy spain russia china japan india europe africa asia london "
    "paris rome berlin york boston chicago texas california washington monday tuesday wednesday "
    "thursday friday saturday sunday january february march april may june july august "
    "september october november december christmas easter street road avenue lane square house "
    "hall park north south east west chapter part book university college school church castle "
    "tower bridge river mount lake sea ocean island bay smith jones brown williams taylor "
    "davies wilson evans walker white green wood harris martin jackson clarke lewis scott "
    "turner hill moore clark ward baker parker young allen bell black gray grey stone fox "
    "hunter cook john jack james jim tom thomas will william bill george harry henry charles "
    "charlie robert bob rob david dave dan daniel peter paul mark luke matthew matt michael "
    "mike mick joe joseph sam samuel ben benjamin ned ted fred frank edward eddie richard dick "
    "nick steve stephen simon andrew adam alan alex anthony tony arthur albert brian chris "
    "christopher eric gary greg ian jason jeff justin kevin larry leo louis max neil oscar "
    "patrick philip phil ralph ray roger ron roy ryan sean stan tim toby victor walter mary "
    "anne ann anna jane emma lucy kate katie sarah sara susan sue alice amy betty carol claire "
    "diana elizabeth ellen emily eve grace helen jean jenny jessica jill joan julia julie karen "
    "laura linda lisa lily maria molly nancy nora rose ruth sally sophie ada ida ivy daisy "
    "hannah rachel rebecca polly"
)
_WELL_KNOWN = frozenset(_KNOWN.split())
_REACH = 6


@dataclass(frozen=True, slots=True)
class Name:
    """A name of the story."""

    name: str
    count: int
    """How often it is read out."""
    example: str
    """A sentence that it stands in."""


def unusual_names(script: Script) -> tuple[Name, ...]:
    """The unusual names of `script`, the most frequent first.

    A name is a word that has its capital inside sentences, too, and is never written without;
    common given names and well-known places are left out.
    """
    counts: Counter[str] = Counter()
    inside: set[str] = set()
    small: set[str] = set()
    examples: dict[str, str] = {}
    for sentence in _sentences(script):
        for word, is_first in _words(sentence):
            if word[0].islower():
                small.add(word.casefold())
            elif not word.isupper() or len(word) == 1:
                counts[word] += 1
                examples.setdefault(word, sentence)
                if not is_first:
                    inside.add(word)
    known = _WELL_KNOWN | pack_for("en").spoken.capitals.common | small
    found = [
        Name(word, count, examples[word])
        for word, count in counts.items()
        if word in inside and len(word) > 1 and not _is_known(word, known)
    ]
    return tuple(sorted(found, key=lambda name: (-name.count, name.name)))


def _is_known(word: str, known: frozenset[str]) -> bool:
    lower = word.casefold()
    return bool(_CONTRACTION.search(word)) or lower in known or lower.removesuffix("s") in known


def _sentences(script: Script) -> Iterator[str]:
    for chapter in script.chapters:
        for line in chapter.lines:
            if line.kind is LineKind.HEADING:  # every word of a title may have a capital
                continue
            for start, end in split_sentences(line.text):
                yield " ".join(line.text[start:end].split())


def _words(sentence: str) -> Iterator[tuple[str, bool]]:
    """Its words without `'s`, and whether each is the first, or the first that somebody says."""
    for word in _WORD.finditer(sentence):
        before = sentence[max(0, word.start() - _REACH) : word.start()]
        yield _POSSESSIVE.sub("", word[0]), bool(_BEGINS.search(before))
