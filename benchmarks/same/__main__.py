"""Two checkouts of Narrator side by side: is what they print and write the same, byte for byte?

usage: python -m benchmarks.same OLD NEW [--only KIND ...] [--shared DIR] [--keep DIR]
       python -m benchmarks.same OLD NEW --cpu [--runs N] [--words N]

Every text is parsed (`parse --json`, and a script on disk) and cast, every written form of
`tests/text` is spoken; each checkout runs in the Python of its own `.venv`, by its command line
alone, so that it does not matter what moved inside. Exit code 1: something differs.

With `--cpu`: the CPU time and the peak of memory of parsing a text and of `narrator --help`, the
two checkouts by turns, so that both meet the same machine.
"""

import argparse
import sys
import tempfile
from pathlib import Path

from .cost import compare_costs
from .differences import differences
from .materials import KINDS, jobs_of
from .running import Checkout, Failed, run_both

HERE = Path(__file__).resolve().parents[2]


def main(arguments: list[str] | None = None) -> int:
    options = _parser().parse_args(arguments)
    try:
        old, new = Checkout.at(options.old), Checkout.at(options.new)
        if options.cpu:
            compare_costs(old, new, words=options.words, runs=options.runs)
            return 0
        with tempfile.TemporaryDirectory(prefix="same-") as folder:
            kept = options.keep or Path(folder)
            found = [
                _compare(kind, old, new, kept, options.shared) for kind in options.only or KINDS
            ]
    except Failed as failure:
        print(failure, file=sys.stderr)
        return 2
    return int(any(found))


def _compare(kind: str, old: Checkout, new: Checkout, folder: Path, shared: Path) -> bool:
    """Whether the two differ in one kind of text; what differs is printed."""
    jobs = jobs_of(kind, here=HERE, shared=shared, texts=folder / "texts")
    if not jobs:
        print(f"{kind}: nothing here to compare", flush=True)
        return False
    outs = folder / "old" / kind, folder / "new" / kind
    run_both((old, new), jobs, outs)
    found = differences(*outs)
    files = sum(path.is_file() for path in outs[1].rglob("*"))
    verdict = f"{len(found)} DIFFER" if found else "the same"
    print(f"{kind}: {len(jobs)} commands, {files} files: {verdict}", flush=True)
    for difference in found[:5]:
        print(difference)
    if len(found) > 5:
        print(f"  ... and {len(found) - 5} files more (--keep DIR keeps them all)")
    return bool(found)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("old", type=Path, metavar="OLD", help="a checkout that has a .venv")
    parser.add_argument("new", type=Path, metavar="NEW", help="another")
    parser.add_argument("--only", action="append", choices=KINDS, help="one kind of text")
    parser.add_argument("--shared", type=Path, default=HERE.parent / "shared", metavar="DIR")
    parser.add_argument("--keep", type=Path, metavar="DIR", help="keep what the two wrote there")
    parser.add_argument("--cpu", action="store_true", help="compare time and memory instead")
    parser.add_argument("--runs", type=int, default=7, metavar="N", help="of each checkout")
    parser.add_argument("--words", type=int, default=100_000, metavar="N", help="of the text")
    return parser


if __name__ == "__main__":
    sys.exit(main())
