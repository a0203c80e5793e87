"""The tables of a run: figures, reliability, kinds of error."""

from collections.abc import Sequence

from .anatomy import KINDS, errors
from .corpus import TYPES
from .figures import FIGURES, LEGEND, Figure, intervals, total
from .reliability import BINS, FIXED, in_bins, removed_by_fixing, sure
from .scoring import Scored, Tally
from .tables import number, render


def figures_table(scored: Sequence[Scored], protocol: str, *, markdown: bool) -> str:
    """A row for each novel, one for all, and how far chance may have moved that."""
    figures = FIGURES[protocol]
    tallies = [one.tally for one in scored]
    rows = [["novel", *(figure.name for figure in figures), "MB"]]
    rows += [[one.novel.name, *_cells(one.tally, figures), _memory([one])] for one in scored]
    rows.append(["all together", *_cells(total(tallies), figures), _memory(scored)])
    ranges = intervals(tallies, figures)
    for side, name in enumerate(("95 % from", "to")):
        cells = (number(ends[side]) if ends else "" for ends in ranges)
        rows.append([name, *cells, ""])
    return render(rows, markdown=markdown)


def legend(protocol: str) -> str:
    """What the columns mean."""
    return "\n".join(
        f"{figure.name:9} {LEGEND[figure.name]}"
        for figure in FIGURES[protocol]
        if figure.name in LEGEND
    )


def _cells(tally: Tally, figures: Sequence[Figure]) -> list[str]:
    return [number(figure.of(tally), figure.digits) for figure in figures]


def _memory(scored: Sequence[Scored]) -> str:
    return number(max(one.prediction.peak_mb for one in scored) or float("nan"), 0)


def reliability_table(scored: Sequence[Scored], *, markdown: bool) -> str:
    """What confidence is worth: of lines that say 0.9, nine in ten should be right."""
    rows = [["confidence", "lines", "said", "right"]]
    for (low, high), lines in zip(BINS, in_bins(scored), strict=True):
        said = sum(line.confidence for line in lines) / len(lines) if lines else float("nan")
        right = sum(line.is_right for line in lines) / len(lines) if lines else float("nan")
        name = f"{low:.2f} to {high:.2f}"
        rows.append([name, f"{len(lines):,}", number(100 * said), number(100 * right)])
    count, right = sure(scored)
    many, errors_removed = removed_by_fixing(scored)
    return "\n".join(
        [
            render(rows, markdown=markdown),
            "",
            f"Lines of 0.90 and above: {count:,}, of which {number(right)} % are right.",
            f"Fixing the {FIXED:.0%} most doubtful lines of each novel ({many:,}) removes "
            f"{number(errors_removed)} % of the wrong speakers.",
        ]
    )


def anatomy_table(scored: Sequence[Scored], *, markdown: bool) -> str:
    """The kinds of error, the most frequent first, and what share of all segments each costs."""
    found = errors(scored)
    segments = sum(one.tally["all"] for one in scored)
    rows = [["what went wrong", "segments", "of all", *TYPES]]
    for kind, explanation in sorted(KINDS.items(), key=lambda kind: -found[kind[0], ""]):
        if found[kind, ""]:
            share = f"{number(100 * found[kind, ''] / segments)} %"
            by_type = (f"{found[kind, type_]:,}" for type_ in TYPES)
            rows.append([explanation, f"{found[kind, '']:,}", share, *by_type])
    return render(rows, markdown=markdown)
