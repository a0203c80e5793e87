"""How well each language is read: `python -m benchmarks.languages training/languages/open`.

A row a language (`--scenes`: a scene): sayings found (F), with the right speaker, with voices
paired with people whatever they are called, with the right sex; how many scenes had their language
found; conventional headings found; signs lost and said twice; milliseconds for 1000 signs of text.
"""

import argparse
import sys
from collections import Counter
from pathlib import Path

from narrator.errors import NarratorError

from .headings import missed
from .scenes import Scene, read_scenes
from .scoring import score

_HEADINGS = Path("training/languages/headings")
_COLUMNS = "- sayings found_F speaker paired sex language headings lost twice ms/1000"


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folder", type=Path, nargs="?", default=Path("training/languages/open"))
    parser.add_argument("--languages", nargs="+", metavar="LANG", help="only these")
    parser.add_argument("--told", action="store_true", help="tell the program the language")
    parser.add_argument("--scenes", action="store_true", help="a row a scene as well")
    arguments = parser.parse_args()
    try:
        scenes = read_scenes(arguments.folder)
    except NarratorError as error:
        sys.exit(str(error))
    print(_row(_COLUMNS.split()))
    for language in sorted({scene.language for scene in scenes}):
        if not arguments.languages or language in arguments.languages:
            _print_language(language, [s for s in scenes if s.language == language], arguments)


def _print_language(language: str, scenes: list[Scene], arguments: argparse.Namespace) -> None:
    totals: Counter[str] = Counter()
    for scene in scenes:
        total = score(scene, told=arguments.told)
        totals += total
        if arguments.scenes:
            print(_row(_cells(f"  {scene.name}", total, "")))
    print(_row(_cells(language, totals, _headings(language, scenes[0]))))


def _headings(language: str, scene: Scene) -> str:
    path = _HEADINGS / f"{language}.txt"
    if not path.exists():
        return ""
    lines = path.read_text(encoding="utf-8").splitlines()
    return f"{len(lines) - len(missed(lines, scene))}/{len(lines)}"


def _cells(name: str, total: Counter[str], headings: str) -> list[str]:
    said = max(1, total["sayings"])
    recall, precision = total["found"] / said, total["pure"] / max(1, total["lines"])
    f = 2 * precision * recall / max(precision + recall, 1e-9)
    return [
        name,
        str(total["sayings"]),
        f"{f:.3f}",
        f"{total['right'] / said:.0%}",
        f"{total['paired'] / said:.0%}",
        f"{total['right sex'] / max(1, total['sexed']):.0%}",
        f"{total['right_language']}/{total['scenes']}",
        headings,
        str(total["lost"]),
        str(total["twice"]),
        f"{total['microseconds'] / max(1, total['letters']):.1f}",
    ]


def _row(cells: list[str]) -> str:
    return f"{cells[0]:24}" + "".join(f"{cell:>10}" for cell in cells[1:])


if __name__ == "__main__":
    main()
