"""Quotations as the filter of speech sees them, and whether the annotators call them speech."""

import json
import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.attribution.corpus import Novel
from benchmarks.attribution.spans import ENOUGH, Range, bare
from narrator.errors import BadSource
from narrator.languages import pack_for
from narrator.parser.quotations.marks import Family
from narrator.parser.quotations.scanning import scan
from narrator.parser.quotations.speech import features
from narrator.parser.quotations.style import Style, evidence, style_of

ENGLISH = pack_for("en")

_BLANK = re.compile(r"\n[ \t]*\n\s*")


@dataclass(frozen=True, slots=True)
class Text:
    """A text, and the spans of it that are said."""

    name: str
    text: str
    said: tuple[Range, ...]
    """Without their marks, in order."""
    weight: float = 1.0
    """How much each of its quotations counts."""


@dataclass(frozen=True, slots=True)
class Quoted:
    """A quotation."""

    text: str
    """The name of its text."""
    features: tuple[str, ...]
    is_speech: bool
    weight: float


def of_novel(novel: Novel) -> Text:
    """The text of a novel."""
    spans = sorted(bare(novel.text, s.start, s.end) for s in novel.segments)
    return Text(novel.name, novel.text, tuple(spans))


def read_excerpts(folder: Path, weight: float) -> list[Text]:
    """The excerpts in `folder`: files of {"text": ..., "quotes": [{"start": 1, "end": 9}, ...]}.

    Raises:
        BadSource: there are none, or one is something else.
    """
    paths = sorted(folder.glob("*.json"))
    if not paths:
        raise BadSource("holds no excerpt, a .json file", where=str(folder))
    return [_read(path, weight) for path in paths]


def _read(path: Path, weight: float) -> Text:
    try:
        data = json.loads(path.read_text(encoding="utf-8"))
        text = data["text"]
        spans = sorted(bare(text, one["start"], one["end"]) for one in data["quotes"])
    except (ValueError, KeyError, TypeError) as error:
        what = f"is no excerpt with its quotes: {error!r}"
        raise BadSource(what, where=str(path)) from error
    return Text(path.stem, text, tuple(spans), weight)


def quotations_of(text: Text) -> Iterator[Quoted]:
    """Every quotation between marks of `text`, in order."""
    paragraphs = list(_paragraphs(text.text))
    votes = evidence(ENGLISH, (text.text[start:end] for start, end in paragraphs))
    style = style_of(votes, votes)
    above = ""
    for start, end in paragraphs:
        yield from _in_paragraph(text, start, end, style, above)
        above = text.text[start:end]


def _in_paragraph(text: Text, start: int, end: int, style: Style, above: str) -> Iterator[Quoted]:
    paragraph = text.text[start:end]
    previous, spoken = None, True
    for quotation in scan(ENGLISH, paragraph, style):
        if quotation.family is Family.DASH:
            spoken = True
        else:
            names = features(ENGLISH, paragraph, quotation, previous, spoken, style, above)
            span = bare(text.text, start + quotation.start, start + quotation.end)
            spoken = _is_said(text.said, span)
            yield Quoted(text.name, tuple(names), spoken, text.weight)
        previous = quotation


def _paragraphs(text: str) -> Iterator[Range]:
    start = 0
    for blank in _BLANK.finditer(text):
        yield start, blank.start()
        start = blank.end()
    yield start, len(text)


def _is_said(said: Sequence[Range], span: Range) -> bool:
    """Whether one of `said` has most of its text in common with `span`."""
    last = bisect_right(said, (span[1], 0))
    for start, end in said[max(0, last - 4) : last]:
        shared = min(end, span[1]) - max(start, span[0])
        if shared > 0 and shared >= ENOUGH * (max(end, span[1]) - min(start, span[0])):
            return True
    return False
