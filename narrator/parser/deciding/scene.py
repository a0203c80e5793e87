"""What surrounds each turn, gathered once so that candidates can be compared quickly."""

from collections.abc import Sequence
from itertools import pairwise

from narrator.languages import Pack

from ..identities import introduced
from ..mentions import NOBODY, Kind, Mention, within
from ..page import Paragraph
from ..people import gender
from ..study import Study
from ..turns import Tag, Turn
from .beats import beats_of, silent_after
from .implied import implied, leaves_out_subject
from .listeners import told_sex, told_to
from .narrated import Narrated, Narration
from .sightings import Sightings, sightings_of
from .surroundings import Surroundings

_ECHO_BACK = 8
"""Turns back in which something may be echoed."""
_PAUSE = 2
"""Paragraphs of narration that do not yet end a conversation."""
SURE = frozenset(["new", "so called", "alone", "only child", "called child", "kin so called"])
"""Ways of telling who a noun phrase is that make it as good as a name."""


def look_around(study: Study) -> tuple[list[Surroundings], Sightings]:
    """The surroundings of every turn, and everybody's sightings."""
    narration = Narration(study)
    around = [_surroundings(study, turn, narration) for turn in study.turns]
    for before, after in pairwise(around):
        after.gap = _gap(study.paragraphs, before.turn, after.turn)
        after.run = before.run + 1 if after.gap == 0 else 0
    for index, here in enumerate(around):
        here.echoes = _echoed(study.pack, around, index)
    sightings = sightings_of(study, around)
    find_talks(around)
    return around, sightings


def _echoed(pack: Pack, around: Sequence[Surroundings], index: int) -> Surroundings | None:
    """The turn that said of its speaker what this one says of its own, `too`."""
    here = around[index]
    if pack.grammar.as_well.isdisjoint(here.words):
        return None
    said = _of_oneself(pack, here.words)
    before = around[max(0, index - _ECHO_BACK) : index]
    return next((one for one in reversed(before) if said & _of_oneself(pack, one.words)), None)


def _of_oneself(pack: Pack, words: Sequence[str]) -> set[tuple[str, ...]]:
    """`I was wrong`: every `I` with the two words behind it."""
    return {tuple(words[at : at + 3]) for at, word in enumerate(words) if word in pack.pronouns.i}


def find_talks(around: Sequence[Surroundings]) -> None:
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


def _surroundings(study: Study, turn: Turn, narration: Narration) -> Surroundings:
    tag = implied(study, turn)
    mention = tag.mention if tag else None
    paragraph = study.paragraphs[turn.first]
    own = narration.of(turn.first, turn.last)
    quoted = [m for number, index in turn.parts for m in _inside(study, number, index)]
    own_name = introduced(study.pack, study.paragraphs, study.mentions, turn)
    called = frozenset(m.person for m in quoted if m.vocative) - {NOBODY, own_name}
    spoken_of = frozenset(m.person for m in quoted if m.person != NOBODY) - called
    words = _words(study, turn)
    return Surroundings(
        turn=turn,
        context=_context(study.pack, tag, own),
        tag=tag,
        anchor=_anchor(study.pack, tag),
        sex=mention.sex if mention and mention.kind is not Kind.NAME else "",
        own=own,
        before=paragraph.parts[turn.parts[0][1]].first,
        called=called,
        spoken_of=spoken_of,
        told=told_to(own.listening, tag),
        told_sex=told_sex(study.pack, study.paragraphs[tag.paragraph], tag) if tag else "",
        called_sex=_called_sex(study.pack, words),
        asks="?" in words[-3:],
        words=tuple(word for word in words if word[0].isalpha()),
        silent=silent_after(study, turn),
        beats=tuple(beats_of(study, turn)),
        trailing=narration.doer_behind(turn),
        object=narration.other_behind(turn),
        introduced=own_name,
        groups=bool(
            mention and (mention.key in study.pack.pronouns.several or mention.sex == gender.GROUP)
        ),
    )


def _inside(study: Study, number: int, index: int) -> Sequence[Mention]:
    part = study.paragraphs[number].parts[index]
    return within(study.mentions[number], part.first, part.last)


def _words(study: Study, turn: Turn) -> list[str]:
    words = []
    for number, index in turn.parts:
        part = study.paragraphs[number].parts[index]
        words += [token.low for token in study.paragraphs[number].tokens[part.first : part.last]]
    return words


def _called_sex(pack: Pack, words: Sequence[str]) -> str:
    said, address = set(words), pack.vocatives
    male = bool(said & address.to_men)
    female = bool(said & address.to_women)
    return "" if male == female else ("M" if male else "F")


def _anchor(pack: Pack, tag: Tag | None) -> int:
    if tag is None or not tag.direct or tag.mention is None:
        return NOBODY
    mention = tag.mention
    if mention.kind is Kind.PRONOUN:
        return NOBODY
    if mention.how:
        return mention.person if mention.how in SURE else NOBODY
    head = mention.key.split()[-1]
    generic = head in pack.nouns.generic or head in pack.nouns.kin
    return NOBODY if generic and mention.kind is Kind.NOMINAL else mention.person


def _context(pack: Pack, tag: Tag | None, own: Narrated) -> str:
    if tag and tag.mention is None and not leaves_out_subject(pack, tag):
        return "sound"
    if tag and tag.mention:
        kind = tag.mention.kind
        if kind is Kind.PRONOUN and not tag.mention.sex:
            return "it"
        word = {Kind.NAME: "name", Kind.NOMINAL: "noun", Kind.FIRST: "first"}.get(kind, "pronoun")
        return word if tag.direct else f"{word}~"
    if own.is_empty:
        return "bare"
    return "he" if own.only_pronouns else "beat"
