"""`narrator make` with espeak against the bare pipeline, as ratios in one run on this machine.

usage: python -m benchmarks.making [--characters N] [--runs N] [--tuned] [--long N] [--text FILE]

The bare pipeline is the same library speaking the same text in one voice in one call, and then the
same ffmpeg encoding it to the same bit rate; with `--tuned` it is run once more with the settings
of the encoder that Narrator has found, as if somebody had found them for the bare pipeline, too.
It is a program of one thread, so as many of its runs as there are processors are made at once.
Then, with nothing beside it, each run makes a book in an empty folder, makes it again, and makes it
once more with one line of its script edited.
"""

import argparse
import json
import statistics
import sys
import tempfile
from collections.abc import Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from .measuring import Cost, cores, cost_of
from .text import novel
from .usual import MAKE

MAKE_ESPEAK = (*MAKE, "--engine", "espeak")
BARE = Path(__file__).with_name("bare.py")
LIMITS = {
    "wall / bare": 0.65,
    "CPU / bare": 1.25,
    "wall / tuned bare": None,
    "CPU / tuned bare": None,
    "again / first (wall)": 0.02,
    "line edited: clips spoken": 1,
    "line edited: chapters encoded": 1,
    "MB, all processes": 350,
    "clips on disk / PCM": 0.6,
    "--help, CPU s": 0.15,
    "--version, CPU s": 0.15,
}
"""What the figures must not exceed; None where that is only to be known."""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--characters", type=int, default=500_000)
    parser.add_argument("--runs", type=int, default=1)
    parser.add_argument("--tuned", action="store_true", help="against a bare pipeline tuned, too")
    parser.add_argument("--long", type=int, help="measure only the memory for so many characters")
    parser.add_argument("--text", type=Path, help="a novel to use in place of the made-up one")
    options = parser.parse_args()
    characters = options.long or options.characters
    text = options.text.read_text("utf-8") if options.text else novel(characters)
    print(f"{len(text):,} characters, {cores()} cores", flush=True)
    if options.long:
        _long(text)
        return
    print(f"{'':14}{'wall s':>9}{'CPU s':>9}{'MB':>7}   against: wall    CPU", flush=True)
    bare = _bare_runs(text, options.runs)
    tuned = _bare_runs(text, options.runs, "--tuned") if options.tuned else [None] * options.runs
    _table([_run(text, *costs) for costs in zip(bare, tuned, strict=True)])


def _bare_runs(text: str, runs: int, *options: str) -> list[Cost]:
    with tempfile.TemporaryDirectory() as folder, ThreadPoolExecutor(cores()) as pool:
        (Path(folder) / "novel.txt").write_text(text, encoding="utf-8")

        def bare(number: int) -> Cost:
            command = [sys.executable, str(BARE), "novel.txt", f"{number}.m4b", *options]
            cost = cost_of(command, Path(folder))
            _show(" ".join(["bare", *options]), cost, cost)
            return cost

        return list(pool.map(bare, range(runs)))


def _run(text: str, bare: Cost, tuned: Cost | None) -> dict[str, float]:
    with tempfile.TemporaryDirectory() as folder:
        here = Path(folder)
        (here / "novel.txt").write_text(text, encoding="utf-8")
        first = cost_of(MAKE_ESPEAK, here)
        _show("make", first, bare)
        again = cost_of(MAKE_ESPEAK, here)
        _show("make again", again, first)
        pieces = _pieces(here)
        _edit(here)
        edited = cost_of(MAKE_ESPEAK, here)
        _show("line edited", edited, first)
        start = {
            f"{option}, CPU s": cost_of([*MAKE[:3], option], here).cpu
            for option in ("--help", "--version")
        }
        found = {
            "wall / bare": first.wall / bare.wall,
            "CPU / bare": first.cpu / bare.cpu,
            "again / first (wall)": again.wall / first.wall,
            "line edited: clips spoken": json.loads(edited.said)["spoken"],
            "line edited: chapters encoded": len(_pieces(here) - pieces),
            "MB, all processes": first.memory,
            "clips on disk / PCM": _store_share(here),
            **start,
        }
    if tuned:
        found |= {
            "wall / tuned bare": first.wall / tuned.wall,
            "CPU / tuned bare": first.cpu / tuned.cpu,
        }
    return found


def _long(text: str) -> None:
    """What a book of this length takes, for its memory; the bare pipeline would take hours."""
    with tempfile.TemporaryDirectory() as folder:
        here = Path(folder)
        (here / "novel.txt").write_text(text, encoding="utf-8")
        cost = cost_of(MAKE_ESPEAK, here)
        _show("make", cost, cost)


def _show(name: str, cost: Cost, against: Cost) -> None:
    print(
        f"{name:14}{cost.wall:9.1f}{cost.cpu:9.1f}{cost.memory:7.0f}"
        f"{cost.wall / against.wall:16.3f}{cost.cpu / against.cpu:7.3f}",
        flush=True,
    )


def _table(runs: Sequence[Mapping[str, float]]) -> None:
    print(f"\n{len(runs)} runs{'':25}{'min':>9}{'median':>9}{'max':>9}{'limit':>9}")
    for name, limit in LIMITS.items():
        figures = [run[name] for run in runs if name in run]
        if not figures:
            continue
        low, middle, high = min(figures), statistics.median(figures), max(figures)
        verdict = "" if limit is None or high <= limit else "  missed"
        print(f"{name:31}{low:9.3f}{middle:9.3f}{high:9.3f}{limit or '':9}{verdict}")


def _pieces(here: Path) -> set[str]:
    """The encoded chapters, by name."""
    return {path.name for path in (here / "audio_out").glob("*/.pieces/*.aac")}


def _edit(here: Path) -> None:
    """Change one word of one line of the script."""
    for path in sorted((here / "script" / "novel").glob("*.txt"))[1:]:
        text = path.read_text("utf-8")
        if " lamp" in text:
            path.write_text(text.replace(" lamp", " marble lamp", 1), "utf-8")
            return
    raise SystemExit("there is no lamp in this novel; edit a line by hand")


def _store_share(here: Path) -> float:
    """The space the clips take on disk, as a part of what their sound takes as PCM."""
    from narrator.model import SAMPLE_BYTES
    from narrator.studio import Store

    disk = pcm = 0
    store = Store(here / "audio_out" / ".clips")
    for path in store.folder.glob("??/*"):
        disk += path.stat().st_blocks * 512
        clip = store.find(path.stem)
        pcm += clip.frames * SAMPLE_BYTES if clip and path == clip.path else 0
    return disk / pcm


if __name__ == "__main__":
    main()
