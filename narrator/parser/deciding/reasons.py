"""Why a turn was given to somebody, in a few words a person can check."""

from collections.abc import Sequence

from ..mentions import NOBODY, Kind
from ..page import Paragraph
from ..study import Study
from ..turns import Tag
from .surroundings import Surroundings

_LONGEST = 60


def reason_for(
    study: Study, around: Sequence[Surroundings], speakers: Sequence[int], index: int
) -> str:
    """The most telling reason for the speaker of turn `index`."""
    here, person = around[index], speakers[index]
    if person == NOBODY:
        return "nobody is named near this"
    return (
        _by_tag(study, here, person)
        or _by_beat(study, here, person)
        or _by_turns(study, around, speakers, index)
        or _by_call(study, around, speakers, index)
        or f"in view: {study.name_of(person)}"
    )


def quoted_tag(paragraph: Paragraph, tag: Tag) -> str:
    """The words of a tag as the book has them."""
    start, end = paragraph.tokens[tag.first].start, paragraph.tokens[tag.last - 1].end
    words = " ".join(paragraph.text[start:end].split())
    return words if len(words) <= _LONGEST else words[: _LONGEST - 1] + "…"


def _by_tag(study: Study, here: Surroundings, person: int) -> str:
    tag = here.tag
    if tag is None or tag.mention is None:
        return ""
    words = quoted_tag(study.paragraphs[tag.paragraph], tag)
    name = study.name_of(person)
    mention = tag.mention
    if mention.kind is Kind.PRONOUN and mention.sex:
        sort = "man" if mention.sex == "M" else "woman"
        sure = mention.person == person
        return f"“{words}”, {'last' if sure else 'likeliest'} named {sort}: {name}"
    if mention.person == person:
        return f"tag: “{words}”"
    return f"“{words}” taken for {name}"


def _by_beat(study: Study, here: Surroundings, person: int) -> str:
    if person not in here.own.acts:
        return ""
    number, mention = here.own.acts[person]
    paragraph = study.paragraphs[number]
    last = min(mention.last + 2, len(paragraph.tokens))
    start, end = paragraph.tokens[mention.first].start, paragraph.tokens[last - 1].end
    return f"beat: “{' '.join(paragraph.text[start:end].split())}”"


def _by_turns(
    study: Study, around: Sequence[Surroundings], speakers: Sequence[int], index: int
) -> str:
    person = speakers[index]
    before, after = _other(around, speakers, index, -1), _other(around, speakers, index, 1)
    other = before if before != NOBODY else after
    if other == person:
        return "goes on speaking"
    if other != NOBODY:
        return f"takes turns with {study.name_of(other)}"
    return ""


def _other(around: Sequence[Surroundings], speakers: Sequence[int], index: int, step: int) -> int:
    later = max(index, index + step)
    if not 0 <= index + step < len(around) or around[later].gap > 1:
        return NOBODY
    return speakers[index + step]


def _by_call(
    study: Study, around: Sequence[Surroundings], speakers: Sequence[int], index: int
) -> str:
    called = index and speakers[index] in around[index - 1].called
    return f"was called: {study.name_of(speakers[index])}" if called else ""
