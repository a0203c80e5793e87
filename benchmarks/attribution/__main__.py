"""Score Narrator, or any other system, on a folder of novels in PDNC's layout.

python -m benchmarks.attribution --corpus DIR
python -m benchmarks.attribution --stories training/unlearnt
python -m benchmarks.attribution --corpus DIR --protocol a --reliability --anatomy --markdown
"""

import argparse
import sys
import tempfile
from pathlib import Path

from narrator.errors import NarratorError

from .corpus import novel_folders, read_novel
from .corrections import correct_all, corrections_table
from .given import can_be_given
from .marks import REWRITINGS, losses
from .page import fill
from .prediction import load, save
from .report import anatomy_table, figures_table, legend, reliability_table
from .running import PROTOCOLS, run_all
from .scoring import Scored, score
from .stories import write_corpus


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks.attribution",
        description="Who says what: scores on novels in PDNC's layout.",
    )
    gold = parser.add_mutually_exclusive_group(required=True)
    gold.add_argument("--corpus", type=Path, metavar="DIR")
    gold.add_argument(
        "--stories", type=Path, metavar="DIR", help="stories with their speakers marked, instead"
    )
    parser.add_argument(
        "--protocol",
        choices=PROTOCOLS,
        default="b",
        help="a: quotations and characters are given; b (default): nothing but the text",
    )
    parser.add_argument("--jobs", type=int, default=1, metavar="N", help="novels side by side")
    parser.add_argument(
        "--reliability", action="store_true", help="what the confidence of a line is worth"
    )
    parser.add_argument(
        "--corrections", action="store_true", help="what it is worth to correct doubtful lines"
    )
    parser.add_argument("--anatomy", action="store_true", help="the kinds of error")
    parser.add_argument("--markdown", action="store_true", help="tables for a page")
    parser.add_argument(
        "--into",
        nargs=2,
        metavar=("PAGE", "LABEL"),
        help="write the tables between <!-- LABEL figures --> and <!-- end --> of a page; "
        "so too `reliability` and `anatomy`",
    )
    parser.add_argument(
        "--marks",
        nargs="+",
        choices=("all", *REWRITINGS),
        metavar="NAME",
        help=f"what it costs to set the novels in other marks: all, or {', '.join(REWRITINGS)}",
    )
    parser.add_argument("--save", type=Path, metavar="DIR", help="keep what was predicted there")
    parser.add_argument(
        "--predictions", type=Path, metavar="DIR", help="score what is kept there, run nothing"
    )
    return parser.parse_args()


def _folders(arguments: argparse.Namespace) -> list[Path]:
    folders = novel_folders(arguments.corpus)
    for folder in folders:  # before the first is parsed
        read_novel(folder)
    return folders


def _scores(arguments: argparse.Namespace) -> list[Scored]:
    folders = _folders(arguments)
    if arguments.predictions:
        paths = [arguments.predictions / f"{folder.name}.json" for folder in folders]
        folders = [folder for folder, path in zip(folders, paths, strict=True) if path.exists()]
        predictions = iter([load(path) for path in paths if path.exists()])
    elif arguments.protocol == "a" and not can_be_given():
        sys.exit("this parser does not take quotations and characters from outside yet")
    else:
        predictions = run_all(folders, arguments.protocol, arguments.jobs)
    scored = []
    for folder, prediction in zip(folders, predictions, strict=True):
        if arguments.save:
            save(arguments.save / f"{folder.name}.json", prediction)
        scored.append(score(read_novel(folder), prediction, arguments.protocol))
    return scored


def main() -> None:
    """Print the tables asked for."""
    arguments = _arguments()
    try:
        with tempfile.TemporaryDirectory() as folder:
            if arguments.stories:
                arguments.corpus = Path(folder)
                write_corpus(arguments.stories, arguments.corpus)
            _print(arguments)
    except NarratorError as error:
        sys.exit(str(error))


def _print(arguments: argparse.Namespace) -> None:
    if arguments.marks:
        names = REWRITINGS if "all" in arguments.marks else arguments.marks
        table = losses(
            _folders(arguments),
            list(names),
            arguments.protocol,
            arguments.jobs,
            markdown=arguments.markdown,
        )
        print(table)
        return
    if arguments.corrections:
        found = correct_all(_folders(arguments), arguments.jobs)
        print(corrections_table(found, markdown=arguments.markdown))
        return
    scored = _scores(arguments)
    if not scored:
        sys.exit(f"{arguments.predictions}: no prediction for any novel of the corpus")
    tables = _tables(scored, arguments)
    if arguments.into:
        page, label = arguments.into
        missing = fill(Path(page), label, tables)
        if missing:
            sys.exit(f"{page}: there is no {', '.join(missing)}")
        return
    print("\n\n".join(tables.values()))
    if not arguments.markdown:
        print(f"\n{legend(arguments.protocol)}")


def _tables(scored: list[Scored], arguments: argparse.Namespace) -> dict[str, str]:
    markdown = arguments.markdown or arguments.into is not None
    tables = {"figures": figures_table(scored, arguments.protocol, markdown=markdown)}
    if arguments.reliability:
        tables["reliability"] = reliability_table(scored, markdown=markdown)
    if arguments.anatomy:
        tables["anatomy"] = anatomy_table(scored, markdown=markdown)
    return tables


if __name__ == "__main__":
    main()
