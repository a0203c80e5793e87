"""Whom `he` and `she` of the narration mean: sex by sex the person last in view."""

from collections.abc import Sequence

from . import gender, lexicon
from .characters import Person
from .mentions import NOBODY, Kind, Mention
from .reading import Paragraph

_REACH = 400
"""Tokens a pronoun looks back."""
_SUBJECT_BONUS = 60
_UNKNOWN_SEX_COST = 80
_UNKNOWN_NOUN_COST = 20
"""A manager may be either; a name without a sex is often no person at all."""
_VOTE_REACH = 25


def vote_sexes(
    people: Sequence[Person],
    mentions: Sequence[Sequence[Mention]],
) -> None:
    """Let the first pronoun after each mention in the narration vote on its person's sex."""
    for found in mentions:
        last: Mention | None = None
        for mention in found:
            if mention.spoken:
                continue
            if mention.kind is Kind.PRONOUN and mention.sex:
                near = last is not None and mention.first - last.first < _VOTE_REACH
                if last is not None and near and not _is_owner(last, mention.sex):
                    people[last.person].sexes[mention.sex] += 1
                last = None
            elif mention.key == "they" and last is not None:
                people[last.person].sexes["T"] += mention.first - last.first < _VOTE_REACH
                last = None
            elif mention.person != NOBODY:
                last = mention if mention.subject else None


def _is_owner(mention: Mention, sex: str) -> bool:
    """After `her manager` a `she` is rather the owner than the manager."""
    return gender.of_pronoun(mention.determiner) == sex


def resolve_pronouns(
    people: Sequence[Person],
    paragraphs: Sequence[Paragraph],
    mentions: Sequence[Sequence[Mention]],
) -> list[list[Mention]]:
    """The mentions, with a person guessed for `he`, `she` and `her husband` where one is near."""
    recent: dict[int, tuple[int, bool]] = {}
    resolved = []
    offset = 0
    for paragraph, found in zip(paragraphs, mentions, strict=True):
        row = []
        for mention in found:
            place = offset + mention.first
            if mention.kind is Kind.PRONOUN and mention.sex:
                person = _nearest(people, recent, place, mention.sex)
                if person != NOBODY and people[person].is_nominal:
                    people[person].sexes[mention.sex] += 1
                mention = mention._replace(person=person)
            elif _is_kin(mention):
                mention = mention._replace(
                    person=_nearest(people, recent, place, mention.sex, named=True)
                )
            if mention.person != NOBODY and not mention.spoken:
                recent[mention.person] = (place, mention.subject)
            row.append(mention)
        resolved.append(row)
        offset += len(paragraph.tokens)
    return resolved


def _is_kin(mention: Mention) -> bool:
    """`her husband`, where nobody of that description has come up as a person."""
    unplaced = mention.kind is Kind.NOMINAL and mention.person == NOBODY and not mention.spoken
    owned = mention.determiner in lexicon.POSSESSIVES
    return unplaced and owned and mention.sex in ("F", "M") and mention.key in lexicon.KIN_NOUNS


def _nearest(
    people: Sequence[Person],
    recent: dict[int, tuple[int, bool]],
    place: int,
    sex: str,
    *,
    named: bool = False,
) -> int:
    """The person of the right sex last in view; with `named`, one who has a name."""
    best, best_cost = NOBODY, _REACH
    for person, (seen, subject) in recent.items():
        cost = place - seen
        if cost >= _REACH:
            continue
        known = people[person].sex
        if (known and known != sex) or (named and (people[person].is_nominal or not known)):
            continue
        if not known:
            cost += _UNKNOWN_NOUN_COST if people[person].is_nominal else _UNKNOWN_SEX_COST
        cost -= _SUBJECT_BONUS if subject else 0
        if cost < best_cost:
            best, best_cost = person, cost
    return best
