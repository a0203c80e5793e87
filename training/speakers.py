"""Fits the model of who speaks, and measures it on authors it has not seen."""

from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, replace
from multiprocessing import get_context
from pathlib import Path

import numpy as np

from benchmarks.attribution.corpus import Novel
from benchmarks.attribution.stories import read_stories

from .chains import Chain, Floats, Vocabulary, chain_of
from .corpus import author_folds, read_corpus
from .examples import Example, examples_of, excerpts_of, given_of, retold_of, story_of
from .fitting import (
    Accuracy,
    Report,
    Settings,
    Weighted,
    accuracy,
    chances_of,
    fit,
    together,
)
from .idiolects import with_idiolects

Weights = dict[str, float]

_FEWEST = 10
"""Turns that an excerpt must have to be learnt from."""
_DIGITS = 2
"""Decimals of a weight that is kept; what is then 0 is left out."""


PARTS = ("excerpts", "given", "retold", "stories")
"""What is learnt from besides the novels as they are; each can be left out, to see its worth."""
_WORTH = {"excerpts": 4.0, "given": 1.0, "retold": 4.0, "stories": 18.0, "short": 54.0}
"""How often a turn of what is learnt from counts, beside one of the novels as they are."""
_ALONE = Settings(rounds=4, fits=1)
"""How the weights are looked for that stories alone teach."""
_HEAPS = 4
"""Parts that the texts are dealt into, so that the first pass over each has not learnt from it."""


@dataclass(frozen=True, slots=True)
class Corpus:
    """Novels and stories as chains."""

    vocabulary: Vocabulary
    whole: dict[str, Chain]
    more: dict[str, list[Weighted]]
    """For each novel what else is made of it: in excerpts, with its people given, told anew."""
    stories: list[Weighted]

    def chains(self) -> list[Weighted]:
        """Everything to learn from, in a fixed order."""
        novels = [one for name in sorted(self.whole) for one in self.novel(name)]
        return novels + self.stories

    def novel(self, name: str) -> list[Weighted]:
        """All that is made of a novel, first the novel as it is."""
        return [(1.0, self.whole[name]), *self.more[name]]

    def without(self, names: Sequence[str], stories: Sequence[Weighted] = ()) -> "Corpus":
        """All but the novels of these names, and with only these stories if any are named."""
        rest = [name for name in self.whole if name not in names]
        return replace(
            self,
            whole={name: self.whole[name] for name in rest},
            more={name: self.more[name] for name in rest},
            stories=list(stories or self.stories),
        )


def prepare(
    novels: Sequence[Novel],
    report: Report,
    *,
    parts: Sequence[str] = PARTS,
    stories: Path | None = None,
    short: Sequence[Novel] = (),
    jobs: int = 1,
) -> Corpus:
    """`novels` as the parser reads them, with those of `parts` that are made of them.

    `stories` is the folder of our own; `short` are other texts that count more than those. `jobs`
    novels are read side by side.
    """
    corpus = Corpus(Vocabulary(), {}, {}, [])
    with ProcessPoolExecutor(jobs, mp_context=get_context("spawn")) as pool:
        read = pool.map(_read, novels, [tuple(parts)] * len(novels))
        for done, (novel, rows) in enumerate(zip(novels, read, strict=True), start=1):
            chains = [(worth, chain_of(row, corpus.vocabulary)) for worth, row in rows]
            (_, corpus.whole[novel.name]), *corpus.more[novel.name] = chains
            report(f"read {novel.name} ({done} of {len(novels)})")
    if stories and "stories" in parts:
        ours = read_chains(stories, corpus.vocabulary).values()
        corpus.stories.extend((_WORTH["stories"], chain) for chain in ours)
        report(f"read {len(corpus.stories)} stories")
    for one in short:
        chain = chain_of(examples_of(one), corpus.vocabulary)
        corpus.stories.append((_WORTH["short"], chain))
    return corpus


def prepare_check(folder: Path, report: Report, *, jobs: int = 1) -> Corpus:
    """What is only scored: novels, or stories of our own (`.txt` files), as they are."""
    if not any(folder.glob("*.txt")):
        return prepare(read_corpus(folder), report, parts=(), jobs=jobs)
    vocabulary = Vocabulary()
    return Corpus(vocabulary, read_chains(folder, vocabulary), {}, [])


def read_chains(folder: Path, vocabulary: Vocabulary, *, by_name: bool = False) -> dict[str, Chain]:
    """The stories of our own in `folder`, by name; `by_name` as `story_of` has it."""
    return {
        gold.name: chain_of(story_of(book, gold, by_name=by_name), vocabulary)
        for book, gold in read_stories(folder)
    }


def _read(novel: Novel, parts: Sequence[str]) -> list[tuple[float, list[Example]]]:
    """The novel as it is, then what `parts` make of it, unless too short to learn from."""
    made: list[tuple[float, list[Example]]] = []
    if "excerpts" in parts:
        made += [(_WORTH["excerpts"], row) for row in excerpts_of(novel)]
    if "given" in parts:
        made.append((_WORTH["given"], given_of(novel)))
    if "retold" in parts:
        made += [(_WORTH["retold"], row) for row in retold_of(novel)]
    return [(1.0, examples_of(novel)), *(one for one in made if len(one[1]) >= _FEWEST)]


def train(corpus: Corpus, settings: Settings, report: Report) -> Weights:
    """The weights that all of `corpus` teaches, rounded as they are kept.

    The parser decides twice, and the second time knows how people talk by what they likely said. So
    the first pass is learnt, too, and never from what it is then used on.
    """
    heard = _heard(corpus, settings, report)
    return _named(corpus.vocabulary, _fit(heard, settings, report))


def bend(
    weights: Weights, stories: Path, short: Sequence[Novel], share: float, report: Report
) -> Weights:
    """`weights` bent towards what short texts alone teach, which then has `share` of the whole.

    Novels teach what stories cannot, but ten to one: how people take turns where nothing is tagged
    is then learnt from novels, too. `short` are texts that count more than our own stories.
    """
    numbers = Vocabulary()
    chains = [(_WORTH["stories"], chain) for chain in read_chains(stories, numbers).values()]
    chains += [(_WORTH["short"], chain_of(examples_of(one), numbers)) for one in short]
    steps = len(numbers.steps)
    heard = [
        (worth, with_idiolects(chain, chances_of(chain, vector(weights, numbers), steps), numbers))
        for worth, chain in chains
    ]
    alone = _named(numbers, fit(heard, numbers.size, steps, _ALONE, report))
    names = sorted(weights.keys() | alone.keys())
    mixed = (
        (name, (1 - share) * weights.get(name, 0.0) + share * alone.get(name, 0.0))
        for name in names
    )
    rounded = ((name, round(weight, _DIGITS)) for name, weight in mixed)
    return {name: weight for name, weight in rounded if weight}


def cross_validate(
    corpus: Corpus, folds: int, settings: Settings, report: Report
) -> dict[str, Accuracy]:
    """For each novel how good weights are that were fitted without any novel of its author."""
    heaps = author_folds(list(corpus.whole), folds)
    found = {}
    for number, heap in enumerate(heaps, start=1):
        report(f"fold {number} of {len(heaps)}: without {', '.join(heap)}")
        weights = train(corpus.without(heap), settings, report)
        for name in heap:
            found[name] = _score(weights, corpus.whole[name], corpus.vocabulary)
    return found


def check(weights: Weights, corpus: Corpus) -> dict[str, Accuracy]:
    """How good `weights` are for each novel of `corpus`."""
    numbers = corpus.vocabulary
    return {name: _score(weights, chain, numbers) for name, chain in corpus.whole.items()}


def _score(weights: Weights, chain: Chain, numbers: Vocabulary) -> Accuracy:
    """How good `weights` are in both passes."""
    steps = len(numbers.steps)
    first = chances_of(chain, vector(weights, numbers), steps)
    heard = with_idiolects(chain, first, numbers)
    return accuracy(heard, vector(weights, numbers), steps)


def _heard(corpus: Corpus, settings: Settings, report: Report) -> Corpus:
    """`corpus` with what the second pass knows."""
    numbers = corpus.vocabulary
    heaps = author_folds(list(corpus.whole), _HEAPS)
    found = Corpus(numbers, {}, {}, list(corpus.stories))
    for number, heap in enumerate(heaps):
        report(f"first pass, {number + 1} of {len(heaps)}")
        others = [one for at, one in enumerate(corpus.stories) if at % len(heaps) != number]
        rest = corpus.without(heap, others) if len(heaps) > 1 else corpus
        weights = _fit(rest, replace(settings, fits=1, rounds=settings.rounds // 2), report)
        steps = len(numbers.steps)

        def hear(one: Weighted, weights: Floats = weights, steps: int = steps) -> Weighted:
            worth, chain = one
            return worth, with_idiolects(chain, chances_of(chain, weights, steps), numbers)

        for name in heap:
            (_, found.whole[name]), *found.more[name] = map(hear, corpus.novel(name))
        for at in range(number, len(corpus.stories), len(heaps)):
            found.stories[at] = hear(corpus.stories[at])
    return found


def table(found: dict[str, Accuracy]) -> str:
    """`found` as rows of text, and all of it together in the last."""
    rows = [*sorted(found.items()), ("all together", together(list(found.values())))]
    width = max(len(name) for name, _ in rows)
    return "\n".join(f"{name:{width}}  {one}" for name, one in rows)


def _fit(corpus: Corpus, settings: Settings, report: Report) -> Floats:
    numbers = corpus.vocabulary
    return fit(corpus.chains(), numbers.size, len(numbers.steps), settings, report)


def vector(weights: Weights, numbers: Vocabulary) -> Floats:
    """`weights` in the order of `numbers`."""
    return np.array([weights.get(name, 0.0) for name in numbers.names()])


def _named(vocabulary: Vocabulary, vector: Floats) -> Weights:
    """Sorted by name, so that a file of them is the same however they were numbered."""
    rounded = (
        (name, round(float(weight), _DIGITS))
        for name, weight in zip(vocabulary.names(), vector, strict=True)
    )
    return {name: weight for name, weight in sorted(rounded) if weight}
