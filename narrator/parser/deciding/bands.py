"""Numbers in bands, as the names of features have them: exact figures are not learnt from."""


def ranked(seen: list[tuple[tuple[int, int], int]]) -> dict[int, int]:
    """People by how late they were seen, the latest 0."""
    return {person: rank for rank, (_, person) in enumerate(sorted(seen, reverse=True))}


def cut(rank: int | None, most: int) -> str:
    """A rank, those from `most` on as one."""
    return "none" if rank is None else str(min(rank, most))


def distance(paragraphs: int | None) -> str:
    """A band of distances in paragraphs or turns."""
    if paragraphs is None:
        return "none"
    for limit in (0, 1, 2, 3, 5, 8, 12, 20):
        if paragraphs <= limit:
            return f"<={limit}"
    return "far"


def place(rank: int | None) -> str:
    """A band of places in an order of frequency."""
    if rank is None:
        return "never"
    for limit in (0, 1, 2, 4, 8, 16):
        if rank <= limit:
            return f"<={limit}"
    return "rarely"


def share(part: int, whole: int) -> str:
    """A band of shares."""
    if part == 0:
        return "none of some" if whole else "none"
    for limit in (10, 20, 35, 50, 75):
        if 100 * part <= limit * whole:
            return f"<={limit}%"
    return "most"


def evidence(log_odds: float) -> str:
    """A band of evidence for or against."""
    for limit in (-3, -1.5, -0.7, -0.25, 0.25, 0.7, 1.5, 3):
        if log_odds <= limit:
            return f"<={limit}"
    return "more"
