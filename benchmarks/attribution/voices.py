"""Who has whose voice: the best pairing of the speakers a system found with those there are.

It asks for no names, only that one person is always heard with one voice, and no two with the
same: what a listener hears.
"""

from collections import Counter
from collections.abc import Iterable, Sequence

_FAR = float("inf")


def in_one_voice(pairs: Iterable[tuple[str, str | None]]) -> int:
    """How many (gold speaker, found speaker) agree under the best one-to-one pairing."""
    together = Counter((gold, found) for gold, found in pairs if found is not None)
    rows = sorted({gold for gold, _ in together})
    columns = sorted({found for _, found in together})
    if len(rows) > len(columns):
        together = Counter({(found, gold): n for (gold, found), n in together.items()})
        rows, columns = columns, rows
    gains = [[together[row, column] for column in columns] for row in rows]
    return sum(gains[row][column] for row, column in enumerate(_assign(gains)))


def _assign(gains: Sequence[Sequence[int]]) -> list[int]:
    """A column of its own for each row, with the greatest sum: by shortest augmenting paths.

    There are at least as many columns as rows. See R. Jonker and A. Volgenant, "A shortest
    augmenting path algorithm for dense and sparse linear assignment problems", 1987.
    """
    if not gains:
        return []
    row_of: dict[int, int] = {}
    row_price = [0.0] * len(gains)
    column_price = [0.0] * len(gains[0])
    for row in range(len(gains)):
        _augment(row, gains, row_of, row_price, column_price)
    columns = {row: column for column, row in row_of.items()}
    return [columns[row] for row in range(len(gains))]


def _augment(
    start: int,
    gains: Sequence[Sequence[int]],
    row_of: dict[int, int],
    row_price: list[float],
    column_price: list[float],
) -> None:
    """Give row `start` a column, moving others along the cheapest path to a free one."""
    distance = [_FAR] * len(column_price)
    came_from: list[int | None] = [None] * len(column_price)
    done: list[int] = []
    row, last, reached = start, None, 0.0
    while True:
        for column in range(len(distance)):
            if column in done:
                continue
            cost = reached - gains[row][column] - row_price[row] - column_price[column]
            if cost < distance[column]:
                distance[column], came_from[column] = cost, last
        column = min((c for c in range(len(distance)) if c not in done), key=distance.__getitem__)
        reached = distance[column]
        if column not in row_of:
            break
        done.append(column)
        row, last = row_of[column], column
    row_price[start] += reached
    for passed in done:
        row_price[row_of[passed]] += reached - distance[passed]
        column_price[passed] -= reached - distance[passed]
    while (before := came_from[column]) is not None:
        row_of[column] = row_of[before]
        column = before
    row_of[column] = start
