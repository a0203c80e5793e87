"""People, what points at them, and turns with their tags, of a book without blanks."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache

from narrator.languages import Pack, either

from ..mentions import NOBODY, Kind, Mention
from ..page import Paragraph, Part
from ..people import Known, Person
from ..study import Study
from ..turns import Narration, Tag, Turn, find_turns, narration
from .naming import names_in
from .surfaces import Cast, Surface, cast_of, person_of_noun, surfaces_in

_STOPS = re.compile(r"[。！？!?…」』”]")
_LEADS = ("：", ":", "，", ",", "、")
_NEAR_END = 10
"""Letters from a verb of saying to the stop behind it, where speech follows."""


def study_unspaced(
    pack: Pack, paragraphs: tuple[Paragraph, ...], known: Known | None = None
) -> Study:
    """Find the people, what points at them, and the turns of a book."""
    known = known or Known()
    told = [
        paragraph.text[part.start : part.end]
        for paragraph in paragraphs
        for part in _told(paragraph)
    ]
    text = "\n".join(paragraph.text for paragraph in paragraphs)
    names = [] if known.only else names_in(pack, told, text)
    cast = cast_of(pack, names, list(known.people))
    reader = _Reader(pack, cast)
    mentions = [reader.mentions(paragraph) for paragraph in paragraphs]
    texts = [
        narration(pack, number, paragraph, mentions[number])
        for number, paragraph in enumerate(paragraphs)
    ]
    turns = find_turns(pack, texts)
    for turn in turns:
        turn.tags = list(_tags(pack, texts, turn))
        for tag in turn.tags:
            _count(cast.people, tag)
    return Study(
        pack, paragraphs, cast.people, mentions, turns, texts, [NOBODY] * len(paragraphs), known
    )


def _told(paragraph: Paragraph) -> Iterator[Part]:
    return (part for part in paragraph.parts if not part.is_voiced)


def _count(people: Sequence[Person], tag: Tag) -> None:
    if tag.mention and tag.mention.person != NOBODY:
        people[tag.mention.person].count += 1


@dataclass(slots=True)
class _Reader:
    """Walks through a book and finds whom its words point at."""

    pack: Pack
    cast: Cast
    recent: list[int] = field(default_factory=list)
    """People in the order in which they were last named, the last one last."""

    def mentions(self, paragraph: Paragraph) -> list[Mention]:
        """What of a paragraph's narration points at somebody."""
        found = []
        starts = [token.start for token in paragraph.tokens]
        for part in _told(paragraph):
            for each in surfaces_in(self.pack, self.cast, paragraph.text, part.start, part.end):
                person = self._person(paragraph, each)
                first, last = bisect_left(starts, each.start), bisect_left(starts, each.end)
                written = paragraph.text[each.start : each.end]
                found.append(
                    Mention(
                        first,
                        last,
                        each.kind,
                        person,
                        written,
                        each.sex,
                        each.subject,
                        spoken=False,
                        vocative=False,
                    )
                )
        return found

    def _person(self, paragraph: Paragraph, each: Surface) -> int:
        written = paragraph.text[each.start : each.end]
        if each.kind is Kind.PRONOUN:
            person = self._recent_of(each.sex)
            if person != NOBODY:
                self.cast.people[person].sexes[each.sex] += 1
            return person
        person = each.person
        if person == NOBODY:
            person = person_of_noun(self.pack, self.cast, written)
        self.cast.people[person].names[written] += 1
        self.cast.people[person].count += 1
        if person in self.recent:
            self.recent.remove(person)
        self.recent.append(person)
        return person

    def _recent_of(self, sex: str) -> int:
        """Who was last named that a pronoun may mean; one of known sex before all others."""
        people = self.cast.people
        near = self.recent[::-1][:3]
        sure = [person for person in near if people[person].sex == sex]
        open_ones = [person for person in near if not people[person].sex]
        return next(iter([*sure, *open_ones]), NOBODY)


def _tags(pack: Pack, texts: Sequence[Narration], turn: Turn) -> Iterator[Tag]:
    """What the narration around the parts of a turn tells of its speaker."""
    for number, index in turn.parts:
        text = texts[number]
        parts = text.paragraph.parts
        if index + 1 < len(parts) and not parts[index + 1].is_voiced:
            yield from _behind(pack, text, parts[index + 1])
        if index and not parts[index - 1].is_voiced:
            yield from _before(pack, text, parts[index - 1])
        elif not index and number and not text.paragraph.follows_break:
            above = texts[number - 1]
            if above.paragraph.text.rstrip().endswith(("：", ":")):
                yield from _before(pack, above, above.paragraph.parts[-1])


def _behind(pack: Pack, text: Narration, part: Part) -> Iterator[Tag]:
    """`王明说`, `と健一は言った`, or what somebody does right after speaking."""
    written = text.paragraph.text
    stop = _STOPS.search(written, part.start, part.end)
    end = stop.start() if stop else part.end
    says = _saying(pack).search(written, part.start, end)
    subject = _subject(text, part.start, end)
    if subject:
        yield _tag(text, subject, says is not None, after=True)


def _before(pack: Pack, text: Narration, part: Part) -> Iterator[Tag]:
    """`老人笑道：`, or what somebody does right before speaking."""
    written = text.paragraph.text[: part.end].rstrip()
    leads = written.endswith(_LEADS)
    end = len(written) - (0 if leads else len(written) - len(written.rstrip("。！？!?…")))
    stops = [stop.end() for stop in _STOPS.finditer(written, part.start, end)]
    start = stops[-1] if stops else part.start
    near = max(start, end - _NEAR_END)
    says = _saying(pack).search(written, near, end) is not None
    subject = _subject(text, start, end)
    if subject:
        yield _tag(text, subject, says or written.endswith(("：", ":")), after=False)


def _subject(text: Narration, start: int, end: int) -> Mention | None:
    """Whom a sentence has as its subject; the first, for it opens the sentence."""
    tokens = text.paragraph.tokens
    return next(
        (
            mention
            for mention in text.mentions
            if mention.subject and start <= tokens[mention.first].start < end
        ),
        None,
    )


def _tag(text: Narration, mention: Mention, direct: bool, *, after: bool) -> Tag:
    verb = ""
    return Tag(mention, verb, mention.first, mention.last, after, direct, text.number)


@cache
def _saying(pack: Pack) -> re.Pattern[str]:
    return re.compile(either(pack.speech.saying))
