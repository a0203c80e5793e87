"""Fits the model of who speaks, and measures it on authors it has not seen."""

from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from multiprocessing import get_context
from pathlib import Path

import numpy as np

from benchmarks.attribution.corpus import Novel

from .chains import Chain, Floats, Vocabulary, chain_of
from .corpus import author_folds, read_corpus
from .examples import Example, examples_of, excerpts_of, given_of, retold_of, story_of
from .fitting import Accuracy, Report, Settings, accuracy, fit, together
from .stories import read_stories

Weights = dict[str, float]

_FEWEST = 10
"""Turns that an excerpt must have to be learnt from."""
_DIGITS = 2
"""Decimals of a weight that is kept; what is then 0 is left out."""


PARTS = ("excerpts", "given", "retold", "stories")
"""What is learnt from besides the novels as they are; each can be left out, to see its worth."""
_EVERY_STORY = 2
"""How often a round of the fit comes to each story of our own."""


@dataclass(frozen=True, slots=True)
class Corpus:
    """Novels and stories as chains."""

    vocabulary: Vocabulary
    whole: dict[str, Chain]
    more: dict[str, list[Chain]]
    """For each novel what else is made of it: in excerpts, with its people given, told anew."""
    stories: list[Chain]

    def chains(self, names: Sequence[str]) -> list[Chain]:
        """Everything to learn from the novels of these names, in a fixed order, and the stories."""
        novels = [chain for name in sorted(names) for chain in (self.whole[name], *self.more[name])]
        return novels + self.stories * _EVERY_STORY


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

    `stories` is the folder of our own; `short` are other texts that count as those do. `jobs`
    novels are read side by side.
    """
    corpus = Corpus(Vocabulary(), {}, {}, [])
    with ProcessPoolExecutor(jobs, mp_context=get_context("spawn")) as pool:
        read = pool.map(_read, novels, [tuple(parts)] * len(novels))
        for done, (novel, rows) in enumerate(zip(novels, read, strict=True), start=1):
            chains = [chain_of(row, corpus.vocabulary) for row in rows]
            corpus.whole[novel.name], corpus.more[novel.name] = chains[0], chains[1:]
            report(f"read {novel.name} ({done} of {len(novels)})")
    if stories and "stories" in parts:
        corpus.stories.extend(_read_stories(stories, corpus.vocabulary).values())
        report(f"read {len(corpus.stories)} stories")
    corpus.stories.extend(chain_of(examples_of(one), corpus.vocabulary) for one in short)
    return corpus


def prepare_check(folder: Path, report: Report, *, jobs: int = 1) -> Corpus:
    """What is only scored: novels, or stories of our own (`.txt` files), as they are."""
    if not any(folder.glob("*.txt")):
        return prepare(read_corpus(folder), report, parts=(), jobs=jobs)
    vocabulary = Vocabulary()
    return Corpus(vocabulary, _read_stories(folder, vocabulary), {}, [])


def _read_stories(folder: Path, vocabulary: Vocabulary) -> dict[str, Chain]:
    return {
        gold.name: chain_of(story_of(book, gold), vocabulary) for book, gold in read_stories(folder)
    }


def _read(novel: Novel, parts: Sequence[str]) -> list[list[Example]]:
    """The novel as it is, then what `parts` make of it, unless too short to learn from."""
    made: list[list[Example]] = []
    if "excerpts" in parts:
        made += excerpts_of(novel)
    if "given" in parts:
        made.append(given_of(novel))
    if "retold" in parts:
        made += retold_of(novel)
    return [examples_of(novel), *(row for row in made if len(row) >= _FEWEST)]


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
