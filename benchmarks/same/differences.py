"""Where two folders of files differ, in words that show it."""

from itertools import zip_longest
from pathlib import Path

AROUND = 60
"""Characters shown before and behind the first that differs."""


def differences(old: Path, new: Path) -> list[str]:
    """One text for each file that is not the same in both folders, in the order of their names."""
    names = sorted({path.relative_to(side) for side in (old, new) for path in _files(side)})
    return [found for name in names if (found := _difference(old / name, new / name, name))]


def _files(folder: Path) -> list[Path]:
    return [path for path in folder.rglob("*") if path.is_file()]


def _difference(old: Path, new: Path, name: Path) -> str:
    for side, missing in ((new, "only the old one has it"), (old, "only the new one has it")):
        if not side.exists():
            return f"  {name}: {missing}"
    before, after = old.read_bytes(), new.read_bytes()
    if before == after:
        return ""
    return f"  {name}: {_first(before.splitlines(keepends=True), after.splitlines(keepends=True))}"


def _first(before: list[bytes], after: list[bytes]) -> str:
    """The first line that differs, cut to where it does."""
    number, old, new = next(
        (number, old, new)
        for number, (old, new) in enumerate(zip_longest(before, after), start=1)
        if old != new
    )
    at = _place(old or b"", new or b"")
    return f"line {number}\n    old: {_cut(old, at)}\n    new: {_cut(new, at)}"


def _place(old: bytes, new: bytes) -> int:
    pairs = enumerate(zip(old, new, strict=False))
    return next((at for at, (a, b) in pairs if a != b), min(len(old), len(new)))


def _cut(line: bytes | None, at: int) -> str:
    if line is None:
        return "(ends here)"
    start, end = max(at - AROUND, 0), at + AROUND
    shown = line[start:end].decode("utf-8", errors="replace")
    return f"{'…' * (start > 0)}{shown!r}{'…' * (end < len(line))}"
