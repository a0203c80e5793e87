"""A page whose tables are written by the benchmark: `<!-- dev figures -->` to `<!-- end -->`."""

from collections.abc import Mapping
from pathlib import Path

END = "<!-- end -->"


def fill(path: Path, label: str, tables: Mapping[str, str]) -> list[str]:
    """Put each table into its place on the page; returns the places that are not there."""
    page = path.read_text(encoding="utf-8")
    missing = []
    for name, table in tables.items():
        place = f"<!-- {label} {name} -->"
        before, found, rest = page.partition(f"{place}\n")
        _, ended, after = rest.partition(END)
        if found and ended:
            page = f"{before}{found}{table}\n{END}{after}"
        else:
            missing.append(place)
    path.write_text(page, encoding="utf-8")
    return missing
