"""What surrounds each turn, gathered once so that candidates can be compared quickly."""

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import NamedTuple

from ..identities import introduced
from ..mentions import NOBODY, Kind, Mention
from ..page import Paragraph, Part
from ..people import gender, lexicon
from ..study import Study
from ..turns import Tag, Turn

_AS_WELL = frozenset(["too", "also", "either", "neither"])
_ECHO_BACK = 8
"""Turns back in which something may be echoed."""
_PAUSE = 2
"""Paragraphs of narration that do not yet end a conversation."""
_INTRODUCTION = 25
"""Paragraphs for which somebody brought in by `a woman` is `the woman`."""


_TOWARDS = frozenset(["to", "at", "on", "upon", "toward", "towards", "told", "asked", "facing"])
_NOT = frozenset(["not", "n't", "didn't", "didn’t", "nothing", "doesn't", "doesn’t", "never", "no"])
_ANSWERS = lexicon.words("answer reply respond say said says speak spoke made makes gave move")
_SILENCE = 4
"""Words after a subject that say it is silent."""
_WITH_OBJECT = frozenset(["told", "asked", "assured", "promised", "reminded", "informed", "begged"])


SURE = frozenset(["new", "so called", "alone", "only child", "called child", "kin so called"])
"""Ways of telling who a noun phrase is that make it as good as a name."""


class Beat(NamedTuple):
    """What is told in the sentence right beside a quotation that has no verb of saying."""

    side: str
    """`before`, `after`, or `between` two quotations of the turn."""
    person: int
    """Who does it."""
    kind: str
    """`named`, `he` or `I`."""
    size: str
    """How much narration there is on that side."""


@dataclass(slots=True)
class Surroundings:
    """The facts about one turn that its features are made of."""

    turn: Turn
    context: str
    """What speaks about the turn: `name`, `noun`, `pronoun`, `first`, `it`, `sound`, `beat`,
    `he` (a beat of pronouns only) or `bare`; with `~` where the tag has no verb of saying."""
    tag: Tag | None
    anchor: int
    """The person a direct tag names outright, or NOBODY."""
    sex: str
    """What the tag's pronoun or noun asks of the speaker."""
    own: list[Mention]
    """Mentions of people in the narration of the turn's first and last paragraph."""
    own_pronoun: str
    """The sex of the first pronoun that is subject there, where no tag is."""
    before: int
    """First token of the quotation in its paragraph: what comes later is behind it."""
    called: frozenset[int]
    """People addressed in the turn."""
    spoken_of: frozenset[int]
    """People named in the turn but not addressed."""
    told: frozenset[int]
    """People to whom the narration says the turn is spoken, or at whom the speaker acts."""
    told_sex: str
    """The sex of a pronoun in that place: `she told him`."""
    called_sex: str
    """The sex of whoever is called `sir` or `madam` in the turn."""
    asks: bool
    words: tuple[str, ...] = ()
    """What is said, in lower case."""
    echoes: "Surroundings | None" = None
    """A turn shortly before of which this one says the same of another: `I was wrong, too.`"""
    silent: int = NOBODY
    """Who is then said not to answer."""
    beats: tuple[Beat, ...] = ()
    trailing: int = NOBODY
    """Who does something at the end of the paragraph, after the quotation."""
    object: int = NOBODY
    """Who else is mentioned there."""
    introduced: int = NOBODY
    """Whose name the speaker gives as their own."""
    groups: bool = False
    gap: int = 99
    """Paragraphs between this turn and the one before; 99 across a break."""
    run: int = 0
    """How many turns stand right before it without a gap."""
    talk: frozenset[int] = frozenset()
    """The people known to speak in the conversation that it is part of."""


@dataclass(slots=True)
class Sightings:
    """Where in the book every person is mentioned in narration and named as a speaker."""

    told: dict[int, list[tuple[int, int, bool, bool]]] = field(default_factory=dict)
    """Person -> (paragraph, token, subject, by pronoun), in order."""
    spoke: dict[int, list[int]] = field(default_factory=dict)
    """Person -> indices of turns that a tag gives them."""
    named: Counter[int] = field(default_factory=Counter)
    """Person -> how often the narration names them."""
    introduced: dict[int, list[int]] = field(default_factory=dict)
    """Person known by a noun -> paragraphs that bring them in: `a woman in a green parka`."""
    speaks_rank: dict[int, int] = field(default_factory=dict)
    named_rank: dict[int, int] = field(default_factory=dict)
    """Person -> place among everybody, the most frequent first."""

    def is_introduced(self, person: int, paragraph: int) -> bool:
        """Whether a noun phrase brought the person in not long before `paragraph`."""
        rows = self.introduced.get(person, [])
        at = bisect_right(rows, paragraph)
        return at > 0 and paragraph - rows[at - 1] <= _INTRODUCTION

    def last_told(
        self, person: int, paragraph: int, token: int
    ) -> tuple[int, int, bool, bool] | None:
        """The last mention before a place."""
        rows = self.told.get(person, [])
        at = bisect_left(rows, (paragraph, token, False, False))
        return rows[at - 1] if at else None


def look_around(study: Study) -> tuple[list[Surroundings], Sightings]:
    """The surroundings of every turn, and everybody's sightings."""
    around = [_surroundings(study, turn) for turn in study.turns]
    for before, after in pairwise(around):
        after.gap = _gap(study.paragraphs, before.turn, after.turn)
        after.run = before.run + 1 if after.gap == 0 else 0
    for index, here in enumerate(around):
        here.echoes = _echoed(around, index)
    sightings = _sightings(study, around)
    _find_talks(around)
    return around, sightings


def _echoed(around: Sequence[Surroundings], index: int) -> Surroundings | None:
    """The turn that said of its speaker what this one says of its own, `too`."""
    here = around[index]
    if not _AS_WELL & set(here.words):
        return None
    said = _of_oneself(here.words)
    before = around[max(0, index - _ECHO_BACK) : index]
    return next((one for one in reversed(before) if said & _of_oneself(one.words)), None)


def _of_oneself(words: Sequence[str]) -> set[tuple[str, ...]]:
    """`I was wrong`: every `I` with the two words behind it."""
    return {tuple(words[at : at + 3]) for at, word in enumerate(words) if word == "i"}


def _find_talks(around: Sequence[Surroundings]) -> None:
    """Give each turn the people of its conversation: until narration comes between for long."""
    first = 0
    for index in range(1, len(around) + 1):
        if index == len(around) or around[index].gap > _PAUSE:
            people = frozenset(here.anchor for here in around[first:index]) - {NOBODY}
            for here in around[first:index]:
                here.talk = people
            first = index


def _gap(paragraphs: Sequence[Paragraph], one: Turn, two: Turn) -> int:
    between = range(one.last + 1, two.first + 1)
    if any(paragraphs[number].follows_break for number in between):
        return 99
    return max(0, two.first - one.last - 1)


def _sightings(study: Study, around: Sequence[Surroundings]) -> Sightings:
    found = Sightings()
    for number, row in enumerate(study.mentions):
        for mention in row:
            if mention.person == NOBODY or mention.spoken:
                continue
            pronoun = mention.kind is Kind.PRONOUN
            found.told.setdefault(mention.person, []).append(
                (number, mention.first, mention.subject, pronoun)
            )
            found.named[mention.person] += not pronoun
            if mention.determiner in ("a", "an", "another"):
                found.introduced.setdefault(mention.person, []).append(number)
    for here in around:
        _anchor_introduced(here, found)
        if here.anchor != NOBODY:
            found.spoke.setdefault(here.anchor, []).append(here.turn.index)
    found.speaks_rank = _places({who: len(turns) for who, turns in found.spoke.items()})
    found.named_rank = _places(found.named)
    return found


def _anchor_introduced(here: Surroundings, found: Sightings) -> None:
    mention = here.tag.mention if here.tag and here.tag.direct else None
    is_open = mention and mention.kind is Kind.NOMINAL and here.anchor == NOBODY
    if mention and is_open and found.is_introduced(mention.person, here.turn.first):
        here.anchor = mention.person


def _places(counts: Mapping[int, int]) -> dict[int, int]:
    order = sorted(counts, key=lambda person: (-counts[person], person))
    return {person: place for place, person in enumerate(order)}


def _surroundings(study: Study, turn: Turn) -> Surroundings:
    tag = turn.tag
    mention = tag.mention if tag else None
    paragraph = study.paragraphs[turn.first]
    own = [m for number in sorted({turn.first, turn.last}) for m in study.mentions[number]]
    owners = {one for one, two in pairwise(own) if two.determiner in ("'s", "’s")}
    own = [m for m in own if not m.spoken and m not in owners]
    quoted = [m for number, index in turn.parts for m in _within(study, number, index)]
    own_name = introduced(study.paragraphs, study.mentions, turn)
    called = frozenset(m.person for m in quoted if m.vocative) - {NOBODY, own_name}
    spoken_of = frozenset(m.person for m in quoted if m.person != NOBODY) - called
    words = _words(study, turn)
    behind = _behind(study, turn)
    return Surroundings(
        turn=turn,
        context=_context(tag, own),
        tag=tag,
        anchor=_anchor(tag),
        sex=mention.sex if mention and mention.kind is not Kind.NAME else "",
        own=own,
        own_pronoun=next((m.sex for m in own if m.kind is Kind.PRONOUN and m.sex), ""),
        before=paragraph.parts[turn.parts[0][1]].first,
        called=called,
        spoken_of=spoken_of,
        told=frozenset(_told(paragraph, own, tag)),
        told_sex=_told_sex(study.paragraphs[tag.paragraph], tag) if tag else "",
        called_sex=_called_sex(words),
        asks="?" in words[-3:],
        words=tuple(word for word in words if word[0].isalpha()),
        silent=_silent(study, turn),
        beats=tuple(_beats(study, turn, own)),
        trailing=next((m.person for m in reversed(behind) if m.subject), NOBODY),
        object=next((m.person for m in behind if not m.subject), NOBODY),
        introduced=own_name,
        groups=bool(mention and (mention.key == "they" or mention.sex == gender.GROUP)),
    )


def _silent(study: Study, turn: Turn) -> int:
    """`Anna did not answer`, right behind the turn or at the beginning of the next paragraph."""
    number = turn.last
    after = study.paragraphs[number].parts[turn.parts[-1][1]].last
    places = [(number, after)] + [(number + 1, 0)] * (number + 1 < len(study.paragraphs))
    for row, first in places:
        tokens = study.paragraphs[row].tokens
        for mention in study.mentions[row]:
            if mention.first < first or mention.spoken or not mention.subject:
                continue
            words = {token.low for token in tokens[mention.last : mention.last + _SILENCE]}
            if words & _NOT and words & _ANSWERS:
                return mention.person
            break
    return NOBODY


def _behind(study: Study, turn: Turn) -> list[Mention]:
    """The people of the narration that ends the turn's last paragraph."""
    number, index = turn.parts[-1]
    after = study.paragraphs[number].parts[index].last
    row = study.mentions[number]
    return [m for m in row if m.first >= after and not m.spoken and m.person != NOBODY]


def _beats(study: Study, turn: Turn, own: Sequence[Mention]) -> Iterator[Beat]:
    """The beats around the turn: the sentence on each side that touches the quotation."""
    quoted = set(turn.parts)
    for number in sorted({turn.first, turn.last}):
        paragraph = study.paragraphs[number]
        for index, part in enumerate(paragraph.parts):
            if part.is_voiced:
                continue
            follows, leads = (number, index - 1) in quoted, (number, index + 1) in quoted
            if not follows and not leads:
                continue
            side = "between" if follows and leads else "after" if follows else "before"
            first, last = _touching(paragraph, part, at_end=not follows)
            doing = [m for m in study.mentions[number] if m.subject and first <= m.first < last]
            doing = [m for m in doing if not m.spoken]
            if doing and doing[0].person != NOBODY:
                kinds = {Kind.PRONOUN: "he", Kind.FIRST: "I"}
                kind = kinds.get(doing[0].kind, "named")
                yield Beat(side, doing[0].person, kind, _size(part.last - part.first))


def _touching(paragraph: Paragraph, part: Part, *, at_end: bool) -> tuple[int, int]:
    """The first sentence of a part, or its last."""
    tokens = paragraph.tokens
    stops = [k for k in range(part.first, part.last - 1) if tokens[k].text in lexicon.SENTENCE_ENDS]
    stops = [k for k in stops if k > part.first]
    if not stops:
        return part.first, part.last
    return (stops[-1] + 1, part.last) if at_end else (part.first, stops[0])


def _size(tokens: int) -> str:
    return next((f"<={most}" for most in (6, 12, 25, 50) if tokens <= most), "long")


def _told(paragraph: Paragraph, own: Sequence[Mention], tag: Tag | None) -> list[int]:
    """`said Tom to Mary`, `he asked Mary`, `turning his gaze on Nathan`."""
    speaker = tag.mention if tag else None
    found = []
    for mention in own:
        pointless = mention.person == NOBODY or mention == speaker or mention.subject
        if (
            pointless
            or mention.kind is Kind.PRONOUN
            or not 0 < mention.first < len(paragraph.tokens)
        ):
            continue
        before = paragraph.tokens[mention.first - 1].low
        after = paragraph.tokens[mention.last].low if mention.last < len(paragraph.tokens) else ""
        if before in _TOWARDS and after not in ("'s", "’s"):
            found.append(mention.person)
    return found


def _told_sex(paragraph: Paragraph, tag: Tag) -> str:
    if not tag.direct:
        return ""
    after = [token.low for token in paragraph.tokens[tag.last : tag.last + 2]]
    objects = after[:1] if tag.verb in _WITH_OBJECT else (after[1:] if after[:1] == ["to"] else [])
    return {"him": "M", "her": "F"}.get(objects[0], "") if objects else ""


def _within(study: Study, number: int, index: int) -> list[Mention]:
    part = study.paragraphs[number].parts[index]
    return [m for m in study.mentions[number] if part.first <= m.first < part.last]


def _words(study: Study, turn: Turn) -> list[str]:
    words = []
    for number, index in turn.parts:
        part = study.paragraphs[number].parts[index]
        words += [token.low for token in study.paragraphs[number].tokens[part.first : part.last]]
    return words


def _called_sex(words: Sequence[str]) -> str:
    said = set(words)
    male = bool(said & {"sir", "monsieur", "sire"})
    female = bool(said & {"madam", "ma'am", "ma’am", "madame"})
    return "" if male == female else ("M" if male else "F")


def _anchor(tag: Tag | None) -> int:
    if tag is None or not tag.direct or tag.mention is None:
        return NOBODY
    mention = tag.mention
    if mention.kind is Kind.PRONOUN:
        return NOBODY
    if mention.how:
        return mention.person if mention.how in SURE else NOBODY
    generic = mention.kind is Kind.NOMINAL and (
        mention.key.split()[-1] in lexicon.GENERIC_NOUNS | lexicon.KIN_NOUNS
    )
    return NOBODY if generic else mention.person


def _context(tag: Tag | None, own: Sequence[Mention]) -> str:
    if tag and tag.mention is None:
        return "sound"
    if tag and tag.mention:
        kind = tag.mention.kind
        if kind is Kind.PRONOUN and not tag.mention.sex:
            return "it"
        word = {Kind.NAME: "name", Kind.NOMINAL: "noun", Kind.FIRST: "first"}.get(kind, "pronoun")
        return word if tag.direct else f"{word}~"
    if not own:
        return "bare"
    return "he" if all(m.kind is Kind.PRONOUN for m in own) else "beat"
