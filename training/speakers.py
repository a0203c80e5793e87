"""Fits the model of who speaks, and measures it on authors it has not seen."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from benchmarks.attribution.corpus import Novel

from .chains import Chain, Floats, Vocabulary, chain_of
from .corpus import author_folds
from .examples import examples_of, excerpts_of
from .fitting import Accuracy, Report, Settings, accuracy, fit, together

Weights = dict[str, float]

_DIGITS = 2
"""Decimals of a weight that is kept; what is then 0 is left out."""


@dataclass(frozen=True, slots=True)
class Corpus:
    """Novels as chains: whole, and in excerpts."""

    vocabulary: Vocabulary
    whole: dict[str, Chain]
    excerpts: dict[str, list[Chain]]

    def chains(self, names: Sequence[str]) -> list[Chain]:
        """Everything to learn from the novels of these names, in a fixed order."""
        return [
            chain for name in sorted(names) for chain in (self.whole[name], *self.excerpts[name])
        ]


def prepare(
    novels: Sequence[Novel], report: Report, vocabulary: Vocabulary | None = None
) -> Corpus:
    """`novels` as the parser reads them; excerpts too, unless a `vocabulary` is given to check."""
    numbers = vocabulary or Vocabulary()
    corpus = Corpus(numbers, {}, {})
    for done, novel in enumerate(novels, start=1):
        corpus.whole[novel.name] = chain_of(examples_of(novel), numbers)
        if vocabulary is None:
            excerpts = [chain_of(examples, numbers) for examples in excerpts_of(novel)]
            corpus.excerpts[novel.name] = excerpts
        report(f"read {novel.name} ({done} of {len(novels)})")
    return corpus


def train(corpus: Corpus, settings: Settings, report: Report) -> Weights:
    """The weights that all of `corpus` teaches, rounded as they are kept."""
    return _named(corpus.vocabulary, _fit(corpus, list(corpus.whole), settings, report))


def cross_validate(
    corpus: Corpus, folds: int, settings: Settings, report: Report
) -> dict[str, Accuracy]:
    """For each novel how good weights are that were fitted without any novel of its author."""
    heaps = author_folds(list(corpus.whole), folds)
    found = {}
    for number, heap in enumerate(heaps, start=1):
        report(f"fold {number} of {len(heaps)}: without {', '.join(heap)}")
        rest = [name for name in corpus.whole if name not in heap]
        weights = _fit(corpus, rest, settings, report)
        for name in heap:
            found[name] = accuracy(corpus.whole[name], weights, len(corpus.vocabulary.steps))
    return found


def check(weights: Weights, corpus: Corpus) -> dict[str, Accuracy]:
    """How good `weights` are for each novel of `corpus`."""
    vector = np.array([weights.get(name, 0.0) for name in corpus.vocabulary.names()])
    steps = len(corpus.vocabulary.steps)
    return {name: accuracy(chain, vector, steps) for name, chain in corpus.whole.items()}


def table(found: dict[str, Accuracy]) -> str:
    """`found` as rows of text, and all of it together in the last."""
    rows = [*sorted(found.items()), ("all together", together(list(found.values())))]
    width = max(len(name) for name, _ in rows)
    return "\n".join(f"{name:{width}}  {one}" for name, one in rows)


def _fit(corpus: Corpus, names: Sequence[str], settings: Settings, report: Report) -> Floats:
    numbers = corpus.vocabulary
    return fit(corpus.chains(names), numbers.size, len(numbers.steps), settings, report)


def _named(vocabulary: Vocabulary, vector: Floats) -> Weights:
    """Sorted by name, so that a file of them is the same however they were numbered."""
    rounded = (
        (name, round(float(weight), _DIGITS))
        for name, weight in zip(vocabulary.names(), vector, strict=True)
    )
    return {name: weight for name, weight in sorted(rounded) if weight}
