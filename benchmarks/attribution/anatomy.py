"""Errors by kind: what went wrong, not only how often."""

from collections import Counter
from collections.abc import Mapping, Sequence

from narrator.model import NARRATOR

from .corpus import Novel
from .scoring import Outcome, Scored
from .spans import looked_up

KINDS = {
    "missed": "the quotation was not found",
    "span": "found, but cut elsewhere",
    "narrator": "given to the narrator",
    "alias": "the right person under another name",
    "stranger": "given to somebody who is nobody of the list",
    "addressee": "given to the one spoken to",
    "group": "said by several, or by nobody that can be known",
    "sex": "tag with a pronoun or noun: somebody of the other gender",
    "pronoun": "tag with a pronoun or noun: another of the same gender",
    "tag": "tag with a name, and still somebody else",
    "turn": "no tag: somebody else who is there",
}
"""Each kind in words; an error is of the first kind that fits it, in this order."""


def errors(scored: Sequence[Scored]) -> Counter[tuple[str, str]]:
    """How many errors of each (kind, type of segment), the type empty for all types together."""
    found: Counter[tuple[str, str]] = Counter()
    for one in scored:
        mostly = _mostly(one)
        quotes = one.prediction.quotes
        segments = one.novel.segments
        touched = {segments[at] for at in looked_up(segments, quotes)}
        for outcome in one.outcomes:
            if not outcome.is_right:
                kind = _kind(one.novel, outcome, mostly, outcome.segment in touched)
                found.update({(kind, ""), (kind, outcome.segment.type)})
    return found


def _mostly(scored: Scored) -> dict[str, str]:
    """For each speaker that was found, the gold speaker of most of the lines."""
    together: dict[str, Counter[str]] = {}
    for outcome in scored.outcomes:
        if outcome.quote:
            counts = together.setdefault(outcome.quote.speaker_name, Counter())
            counts[outcome.segment.speaker] += 1
    return {
        name: top
        for name, counts in together.items()
        for top, count in counts.most_common(1)
        if 2 * count > counts.total()
    }


def _kind(novel: Novel, outcome: Outcome, mostly: Mapping[str, str], is_touched: bool) -> str:
    segment, quote = outcome.segment, outcome.quote
    if quote is None:
        return "span" if is_touched else "missed"
    if segment.speaker not in novel.people or not novel.people[segment.speaker].is_somebody:
        return "group"
    if quote.speaker_name == NARRATOR and outcome.said is None:
        return "alias" if mostly.get(NARRATOR) == segment.speaker else "narrator"
    if outcome.said is None:
        is_same = mostly.get(quote.speaker_name) == segment.speaker
        return "alias" if is_same else "stranger"
    if outcome.said in segment.addressees:
        return "addressee"
    if segment.type == "Anaphoric":
        return "pronoun" if outcome.has_right_sex else "sex"
    return "tag" if segment.type == "Explicit" else "turn"
