"""How sure a verdict is: the chance the model gives it, corrected by what is known to mislead it.

The model is as sure in a short story of few tags and many voices as in the novels it mostly learnt
from, and more often wrong there. So its log-odds are bent by a logistic regression (Platt, 1999),
whose slope and offset hang on a few facts about the turn, its speaker and the text. The longer a
text, the better its people are known, and the less is bent: in novels the model is right about
itself.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import exp, log

from .bands import share

_TOLD = (
    "talk with",
    "speaks near",
    "spoke ago",
    "noun only",
    "is narrator",
    "at -1",
    "at +1",
    "voice called so",
    "generic called so",
    "kin called so",
)
"""The features of a candidate, by how they begin, that bear on how sure one can be of them."""
_UNTAGGED = frozenset(["bare", "beat", "he"])
"""What speaks about turns that have no tag."""
_SHORT = 120
"""Turns up to which a text is bent as much as was learnt; in one of twice as many, half as much."""
_FARTHEST = 8.0
"""Odds are cut there, as logarithms: nothing that was ever counted is surer."""
_LEAST_SLOPE = 0.05
"""However many facts mislead, what is likelier stays likelier."""


@dataclass(frozen=True, slots=True)
class Text:
    """What a text as a whole says of how sure one can be."""

    share: float
    """How much of the correction holds there, from 0 to 1."""
    facts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Certainty:
    """A table of weights: of each fact an offset, and under `slope` and its name a slope."""

    weights: Mapping[str, float]

    def of(self, chance: float, facts: Iterable[str], share: float = 1.0) -> float:
        """How likely a verdict is right that the model gives `chance`, from 0 to 1."""
        odds = log_odds(chance)
        weigh = self.weights.get
        facts = list(facts)
        moved = share * sum([weigh(fact, 0.0) for fact in facts])
        slope = 1 + share * sum([weigh(f"slope {fact}", 0.0) for fact in facts])
        bent = moved + max(slope, _LEAST_SLOPE) * odds
        return 1 / (1 + exp(-max(-_FARTHEST, min(bent, _FARTHEST))))


def log_odds(chance: float) -> float:
    """The log of the odds of `chance`, within bounds."""
    least = exp(-_FARTHEST)
    chance = max(least, min(chance, 1 - least))
    return log(chance / (1 - chance))


def told_of(features: Sequence[str]) -> tuple[str, ...]:
    """Those of a candidate's features that bear on how sure one can be of them."""
    return tuple(name for name in features if name.startswith(_TOLD))


def text_of(contexts: Sequence[str]) -> Text:
    """What a text says, by the contexts of its turns: how much talk there is, how much tagged."""
    tagged = sum(context not in _UNTAGGED for context in contexts)
    held = min(1.0, _SHORT / max(len(contexts), 1))
    return Text(held, ("always", f"tagged {share(tagged, len(contexts))}"))


def facts_of(context: str, told: Sequence[str], text: Text) -> list[str]:
    """All facts about a verdict: those of the text, the turn's context, and the speaker's."""
    return [*text.facts, f"context {context}", *told]
