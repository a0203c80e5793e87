"""Whom `he` and `she` of the narration mean: sex by sex the person last in view."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from narrator.languages import Pack

from ..people import Person, gender
from .mention import NOBODY, Kind, Mention

_REACH = 400
"""Tokens a pronoun looks back."""
_SUBJECT_BONUS = 60
_UNKNOWN_SEX_COST = 80
_UNKNOWN_NOUN_COST = 20
"""A manager may be either; a name without a sex is often no person at all."""
_VOTE_REACH = 25


def vote_sexes(
    pack: Pack,
    people: Sequence[Person],
    mentions: Sequence[Sequence[Mention]],
) -> None:
    """Let the first pronoun after each mention in the narration vote on its person's sex."""
    for found in mentions:
        last: Mention | None = None
        before: Mention | None = None
        for mention in found:
            if mention.spoken:
                continue
            if mention.kind is Kind.PRONOUN and mention.sex:
                near = last is not None and mention.first - last.first < _VOTE_REACH
                if last is not None and near and not _is_owner(pack, last, mention.sex):
                    people[last.person].sexes[mention.sex] += 1
                    people[last.person].votes[mention.sex] += 1
                last = None
            elif mention.key in pack.pronouns.several and last is not None:
                people[last.person].sexes["T"] += mention.first - last.first < _VOTE_REACH
                last = None
            elif mention.person != NOBODY:
                joined = before is not None and mention.first - before.last == 1
                last = mention if mention.subject and not joined else None
            before = mention


def _is_owner(pack: Pack, mention: Mention, sex: str) -> bool:
    """After `her manager` a `she` is rather the owner than the manager."""
    return gender.of_pronoun(pack, mention.determiner) == sex


class Seen(NamedTuple):
    """Where somebody was last seen."""

    place: int
    """Tokens from the beginning of the book."""
    subject: bool


def nearest(
    pack: Pack, people: Sequence[Person], recent: Mapping[int, Seen], place: int, sex: str
) -> int:
    """The person of the right sex last in view."""
    best, best_cost = NOBODY, _REACH
    voice = pack.nouns.voice
    for person, (seen, subject) in recent.items():
        cost = place - seen
        if cost >= _REACH:
            continue
        known = people[person].sex
        if (known and known != sex) or people[person].heads & voice:
            continue
        if not known:
            cost += _UNKNOWN_NOUN_COST if people[person].is_nominal else _UNKNOWN_SEX_COST
        cost -= _SUBJECT_BONUS if subject else 0
        if cost < best_cost:
            best, best_cost = person, cost
    return best
