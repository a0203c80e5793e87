"""Names that people are only called by: `“Don't answer that, Howard.”`, and Howard is Perlman."""

from collections import Counter
from collections.abc import Mapping, Sequence

from narrator.languages import Pack

from ..mentions import NOBODY, Kind, Mention
from ..page import Paragraph
from ..people import Person, gender
from ..turns import Turn
from .doing import called_in, calls_in, doing, is_next
from .uniting import unite

_ENOUGH = 2
_IN_VIEW = 8
"""Paragraphs back within which somebody named is about."""
_CLEAR = 2
"""How many times as much must speak for one person as for any other."""


def unite_called(
    pack: Pack,
    people: Sequence[Person],
    paragraphs: Sequence[Paragraph],
    mentions: Sequence[Sequence[Mention]],
    turns: Sequence[Turn],
) -> dict[int, int]:
    """Persons whom the narration never names, and whoever it is that answers to their names.

    Who is called has mostly spoken just before, or speaks next.
    """
    told = {m.person for row in mentions for m in row if not m.spoken and m.kind is Kind.NAME}
    said = [doing(mentions, turn) for turn in turns]
    calls = calls_in(mentions)
    bearers = Counter(word for one in people for word in one.words)
    votes: dict[int, Counter[int]] = {}
    for at, turn in enumerate(turns):
        for name in called_in(calls, turn):
            if name in told or people[name].known or people[name].is_nominal:
                continue
            around = [said[at - 1]] if at and is_next(paragraphs, turns[at - 1], turn) else []
            if at + 1 < len(turns) and is_next(paragraphs, turn, turns[at + 1]):
                around.append(said[at + 1])
            found = votes.setdefault(name, Counter())
            found[_only_such(pack, people, bearers, mentions, turn, people[name])] += _ENOUGH
            found.update(
                who
                for who in around
                if who not in (NOBODY, said[at]) and _may_be(pack, people[name], people[who])
            )
    same: dict[int, int] = {}
    for name, found in sorted(votes.items()):
        del found[NOBODY]
        ranked = found.most_common(2)
        second = ranked[1][1] if len(ranked) > 1 else 0
        if ranked and ranked[0][1] >= max(_ENOUGH, _CLEAR * second):
            same[name] = ranked[0][0]
            unite(people[same[name]], people[name])
            _give_surname(people[same[name]], people[name])
    return same


def _give_surname(person: Person, called: Person) -> None:
    """Somebody known as Nathan who is also called Mr. Scott is Nathan Scott."""
    given, surnames = sorted(person.given), sorted(called.surnames)
    if called.titles and not person.surnames and len(given) == len(surnames) == 1:
        first = max(person.names, key=lambda name: (name.lower() == given[0], name))
        person.names[f"{first} {surnames[0].title()}"] += person.names[first]
    person.forms.extend(called.forms)


def _only_such(
    pack: Pack,
    people: Sequence[Person],
    bearers: Mapping[str, int],
    mentions: Sequence[Sequence[Mention]],
    turn: Turn,
    called: Person,
) -> int:
    """Who alone in view is of the sex that the title tells, if the surname is known in the story.

    `“Mr. Scott,”` says Haley James Scott, and Nathan is the only man there.
    """
    if not called.titles or not called.sex:
        return NOBODY
    if not any(bearers.get(name, 0) > (name in called.words) for name in called.surnames):
        return NOBODY
    rows = mentions[max(0, turn.first - _IN_VIEW) : turn.last + 1]
    told = {m.person for row in rows for m in row if m.kind is Kind.NAME and not m.spoken}
    fit = [
        one for one in told if people[one].sex == called.sex and _may_be(pack, called, people[one])
    ]
    return fit[0] if len(fit) == 1 else NOBODY


def _may_be(pack: Pack, called: Person, other: Person) -> bool:
    """Whether one person can have both names: not two given names, nor two surnames."""
    if other.is_group or other.is_narrator or called.is_narrator:
        return False
    sexes = {called.sex, other.sex} - {""}
    given = _given(pack, called) and _given(pack, other)
    styled = called.titles and other.surnames and not other.surnames & called.surnames
    return len(sexes) < 2 and not given and not styled


def _given(pack: Pack, person: Person) -> bool:
    return any(gender.of_given_name(pack, word) for word in person.given)
