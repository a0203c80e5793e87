"""What sex people are, as the pronouns behind their mentions vote."""

from collections.abc import Sequence

from narrator.languages import Pack

from ..people import Person, gender
from .mention import NOBODY, Kind, Mention

_REACH = 25


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
                near = last is not None and mention.first - last.first < _REACH
                if last is not None and near and not _is_owner(pack, last, mention.sex):
                    people[last.person].sexes[mention.sex] += 1
                    people[last.person].votes[mention.sex] += 1
                last = None
            elif mention.key in pack.pronouns.several and last is not None:
                people[last.person].sexes["T"] += mention.first - last.first < _REACH
                last = None
            elif mention.person != NOBODY:
                joined = before is not None and mention.first - before.last == 1
                last = mention if mention.subject and not joined else None
            before = mention


def _is_owner(pack: Pack, mention: Mention, sex: str) -> bool:
    """After `her manager` a `she` is rather the owner than the manager."""
    return gender.of_pronoun(pack, mention.determiner) == sex
