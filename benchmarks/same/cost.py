"""What two checkouts take, measured by turns: CPU time and the peak of memory."""

import json
import os
import re
import statistics
import subprocess
import tempfile
from collections.abc import Callable, Sequence
from itertools import islice
from pathlib import Path

from benchmarks.making.text import novel

from .running import Checkout, Failed

QUICK = 4
"""`--help` is run so many times as often: it takes a tenth of a second."""
_UNKEPT = "PYTHONDONTWRITEBYTECODE"


def compare_costs(old: Checkout, new: Checkout, *, words: int, runs: int) -> None:
    """Print what parsing a text of `words` words and `narrator --help` take in each."""
    with tempfile.TemporaryDirectory(prefix="same-") as folder:
        text = Path(folder) / "novel.txt"
        text.write_text(_text(words), encoding="utf-8")
        parse = ("parse", "--json", "--quiet", str(text))
        for title, arguments, times in (
            (f"parse --json, {words:,} words", parse, runs),
            ("narrator --help", ("--help",), runs * QUICK),
        ):
            _table(title, _by_turns(old, new, arguments, times))


def _text(words: int) -> str:
    """The beginning of a made-up novel: so many words."""
    text = novel(words * 7)
    ends = (word.end() for word in re.finditer(r"\S+", text))
    return text[: next(islice(ends, words - 1, None))] + "\n"


def _by_turns(
    old: Checkout, new: Checkout, arguments: Sequence[str], runs: int
) -> list[tuple[dict[str, float], dict[str, float]]]:
    """The cost of each run of the old and the new; who goes first changes from run to run."""
    for checkout in (old, new):  # so that what Python compiles is there
        _cost(checkout, arguments)
    pairs = []
    for run in range(runs):
        if run % 2:
            after, before = _cost(new, arguments), _cost(old, arguments)
        else:
            before, after = _cost(old, arguments), _cost(new, arguments)
        pairs.append((before, after))
    return pairs


def _cost(checkout: Checkout, arguments: Sequence[str]) -> dict[str, float]:
    command = checkout.command("cost", *arguments)
    # As where it is installed: Python keeps what it has compiled.
    usual = {name: value for name, value in os.environ.items() if name != _UNKEPT}
    ended = subprocess.run(command, env=usual, capture_output=True, text=True)
    if ended.returncode:
        raise Failed(f"{checkout.folder}: narrator {' '.join(arguments)}: {ended.stderr.strip()}")
    costs: dict[str, float] = json.loads(ended.stdout)
    return costs


def _table(title: str, pairs: Sequence[tuple[dict[str, float], dict[str, float]]]) -> None:
    print(f"{title} ({len(pairs)} runs of each)")
    print(f"  {'':14}{'min':>9}{'median':>9}{'max':>9}")
    for key, name in (("cpu", "CPU, s"), ("memory", "peak, MB")):
        old, new = ([pair[side][key] for pair in pairs] for side in (0, 1))
        for side, figures in (("old", old), ("new", new)):
            _row(f"{name} {side}", figures, min, statistics.median, max)
        ratios = [after / before for before, after in zip(old, new, strict=True)]
        _row("new / old", ratios, min, statistics.median, max)
        print(f"  {'of the minima':23}{min(new) / min(old):9.3f}", flush=True)


def _row(name: str, figures: Sequence[float], *of: Callable[[Sequence[float]], float]) -> None:
    print(f"  {name:14}" + "".join(f"{each(figures):9.3f}" for each in of), flush=True)
