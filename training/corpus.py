"""The folder of annotated novels that is learnt from, and who wrote each."""

from collections.abc import Sequence
from pathlib import Path

from benchmarks.attribution.corpus import Novel, novel_folders, read_novel

_AUTHORS = {
    "Charles Dickens": "HardTimes OliverTwist",
    "E. M. Forster": "APassageToIndia ARoomWithAView HowardsEnd WhereAngelsFearToTread",
    "Jane Austen": "Emma MansfieldPark NorthangerAbbey Persuasion PrideAndPrejudice "
    "SenseAndSensibility",
}
"""Authors of several novels, which must never be learnt from and scored on at once."""


def read_corpus(folder: Path) -> list[Novel]:
    """The novels in `folder`, which has the layout of PDNC, by name.

    Raises:
        BadSource: there are none, or one lacks a file or a column.
    """
    return [read_novel(one) for one in novel_folders(folder)]


def author_of(novel: str) -> str:
    """The author of a novel, the novel's own name where that is not known."""
    found = (author for author, novels in _AUTHORS.items() if novel in novels.split())
    return next(found, novel)


def author_folds(novels: Sequence[str], folds: int) -> list[list[str]]:
    """`novels` dealt into `folds` heaps of about one size, all of an author on one heap."""
    by_author: dict[str, list[str]] = {}
    for novel in sorted(novels):
        by_author.setdefault(author_of(novel), []).append(novel)
    heaps: list[list[str]] = [[] for _ in range(min(folds, len(by_author)))]
    for author in sorted(by_author, key=lambda name: (-len(by_author[name]), name)):
        min(heaps, key=len).extend(by_author[author])
    return heaps
