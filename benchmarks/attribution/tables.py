"""Rows of cells as text for a terminal or as Markdown."""

from collections.abc import Sequence
from math import isnan


def render(rows: Sequence[Sequence[str]], *, markdown: bool) -> str:
    """The table; its first row is the head, its first column names."""
    return _markdown(rows) if markdown else _aligned(rows)


def _aligned(rows: Sequence[Sequence[str]]) -> str:
    widths = [max(len(row[at]) for row in rows) for at in range(len(rows[0]))]
    return "\n".join(
        "  ".join(
            cell.ljust(width) if at == 0 else cell.rjust(width)
            for at, (cell, width) in enumerate(zip(row, widths, strict=True))
        ).rstrip()
        for row in rows
    )


def _markdown(rows: Sequence[Sequence[str]]) -> str:
    head, *body = rows
    rule = ["---", *["---:"] * (len(head) - 1)]
    return "\n".join(f"| {' | '.join(row)} |" for row in [head, rule, *body])


def number(value: float, digits: int = 1) -> str:
    """`value`, or a dash where there is none."""
    return "-" if isnan(value) else f"{value:,.{digits}f}"
