"""What became of every gold segment of a novel, and the counts that figures are made of."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from .corpus import TYPES, Novel, Segment
from .names import Resolver
from .prediction import Prediction, Quote
from .spans import bare, looked_up, matched
from .voices import in_one_voice

_GENDERS = {"F": "female", "M": "male"}

Tally = Counter[str]
"""Counts of one novel or of several together; see `count`."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """A gold segment and what was said about it."""

    segment: Segment
    quote: Quote | None
    """None where no quote was found for it."""
    said: str | None
    """Whom of the gold list the quote's speaker means; None if nobody for certain."""
    is_right: bool
    has_right_sex: bool
    """Right, or at least somebody of the same gender."""
    sounds_right: bool
    """The voice that is heard has the gender of the person, by whatever name."""


@dataclass(frozen=True, slots=True)
class Scored:
    """A novel and all that was found out about a prediction for it."""

    novel: Novel
    prediction: Prediction
    outcomes: tuple[Outcome, ...]
    """Of every segment that counts, in order."""
    tally: Tally


def score(novel: Novel, prediction: Prediction, protocol: str) -> Scored:
    """How right `prediction` is.

    Protocol a looks up every gold segment and leaves out what groups and nobody knowable say.
    Protocol b wants the quotes found as well: each is paired with one segment at most.
    """
    quotes = tuple(q for q in prediction.quotes if bare(novel.text, q.start, q.end)[0] < q.end)
    resolver = Resolver(novel.people)
    at = looked_up(novel.segments, quotes)
    known = [
        _outcome(novel, resolver, prediction, segment, quotes[at[n]] if n in at else None)
        for n, segment in enumerate(novel.segments)
        if _is_knowable(segment)
    ]
    tally = _count_all(known, "known")
    if protocol == "a":
        outcomes = known
    else:
        pairs = matched(novel.text, novel.segments, quotes)
        outcomes = [
            _outcome(novel, resolver, prediction, segment, quotes[pairs[n]] if n in pairs else None)
            for n, segment in enumerate(novel.segments)
        ]
        tally["found"], tally["matched"] = len(quotes), len(pairs)
    tally.update(_count(novel, outcomes, has_genders=bool(prediction.genders)))
    if prediction.seconds:
        tally["milliseconds"] = round(1000 * prediction.seconds)
        tally["words"] = len(novel.text.split())
    return Scored(novel, prediction, tuple(outcomes), tally)


def _is_knowable(segment: Segment) -> bool:
    return not segment.speaker.startswith("_") and segment.speaker != "Unknowable"


def _outcome(
    novel: Novel,
    resolver: Resolver,
    prediction: Prediction,
    segment: Segment,
    quote: Quote | None,
) -> Outcome:
    if quote is None:
        return Outcome(segment, None, None, False, False, False)
    name = quote.speaker_name
    said = resolver.person(name, prediction.characters.get(name, ()))
    gender = _gender(novel, segment)
    same = said is not None and gender != "" and novel.people[said].gender == gender
    right = said == segment.speaker
    sounds = prediction.genders.get(name) == _GENDERS.get(gender, "")
    return Outcome(segment, quote, said, right, right or same, sounds)


def _gender(novel: Novel, segment: Segment) -> str:
    """F or M, or empty where the annotators do not say."""
    person = novel.people.get(segment.speaker)
    return person.gender if person and person.gender in _GENDERS else ""


def _count_all(outcomes: Sequence[Outcome], name: str) -> Tally:
    tally: Tally = Counter()
    tally[name] = len(outcomes)
    tally[f"{name} sex"] = sum(outcome.has_right_sex for outcome in outcomes)
    return tally


def _count(novel: Novel, outcomes: Sequence[Outcome], *, has_genders: bool) -> Tally:
    """`x` counts the segments of a sort, `x right` those with the right speaker."""
    tally: Tally = Counter()
    for outcome in outcomes:
        segment = outcome.segment
        for sort in _sorts(novel, segment):
            tally[sort] += 1
            tally[f"{sort} right"] += outcome.is_right
        start, end = bare(novel.text, segment.start, segment.end)
        tally["characters"] += end - start
        tally["characters right"] += (end - start) * outcome.is_right
        if has_genders and _gender(novel, segment):
            tally["gendered"] += 1
            tally["gendered right"] += outcome.sounds_right
    tally["voice right"] = in_one_voice(
        (outcome.segment.speaker, outcome.quote.speaker_name if outcome.quote else None)
        for outcome in outcomes
    )
    return tally


def _sorts(novel: Novel, segment: Segment) -> list[str]:
    sorts = ["all", segment.type if segment.type in TYPES else "Untyped"]
    if segment.type in TYPES[1:]:
        sorts.append("not explicit")
    person = novel.people.get(segment.speaker)
    if person and not person.is_minor:
        sorts.append("no minor")
    if segment.is_first:
        sorts.append("quotations")
    return sorts
