"""Fit the learned parts of the parser to a folder of annotated novels in PDNC's layout.

python -m training speakers --data DIR --out narrator/parser/data/speakers.json --folds 5
python -m training speakers --data DIR --check OTHER --without retold
python -m training bend --weights FILE --out narrator/parser/data/speakers.json
python -m training certainty --weights FILE --out narrator/parser/data/certainty.json
python -m training speech --data DIR --excerpts DIR --out narrator/parser/data/speech.json
"""

import argparse
import sys
import time
from pathlib import Path

from narrator.errors import NarratorError

from . import quotations, speakers, speech
from .certainty import fit_certainty
from .corpus import read_corpus
from .files import read_weights, write_weights
from .fitting import Settings

_DEFAULTS = Settings()
_STORIES = Path(__file__).parent / "stories"
_SURETY = Path(__file__).parent / "surety"
_EXCERPT_WEIGHT = 5.0
"""How much more a quotation of an excerpt counts than one of a novel."""


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="python -m training",
        description="Fits the learned parts of the parser to annotated novels.",
    )
    parts = parser.add_subparsers(dest="part", required=True)
    for name, what in (
        ("speakers", "who says what"),
        ("speech", "whether a quotation is speech"),
    ):
        part = parts.add_parser(name, help=what, description=f"Fits the model of {what}.")
        part.add_argument(
            "--data", type=Path, required=True, metavar="DIR", help="novels to learn from"
        )
        part.add_argument("--out", type=Path, metavar="FILE", help="the file of weights to write")
        part.add_argument(
            "--folds", type=int, default=0, metavar="N", help="cross-validate, author by author"
        )
        part.add_argument(
            "--check",
            type=Path,
            metavar="DIR",
            help="novels to score the weights on (speakers: or stories like our own)",
        )
    part = parts.choices["speakers"]
    part.add_argument("--rounds", type=int, default=_DEFAULTS.rounds, metavar="N")
    part.add_argument("--penalty", type=float, default=_DEFAULTS.penalty, metavar="X")
    part.add_argument("--seed", type=int, default=_DEFAULTS.seed, metavar="N")
    part.add_argument("--fits", type=int, default=_DEFAULTS.fits, metavar="N")
    part.add_argument("--jobs", type=int, default=1, metavar="N", help="novels read side by side")
    part.add_argument(
        "--stories",
        type=Path,
        default=_STORIES,
        metavar="DIR",
        help="our own stories, with their speakers marked (default: those beside this program)",
    )
    part.add_argument(
        "--short",
        type=Path,
        metavar="DIR",
        help="short texts in the layout of the novels, which count three times what our stories do",
    )
    part.add_argument(
        "--without",
        nargs="+",
        default=[],
        choices=speakers.PARTS,
        metavar="PART",
        help=f"leave out what is learnt from {', '.join(speakers.PARTS)}, to see its worth",
    )
    for name, what, folder in (
        ("bend", "who says what, bent towards our own stories", _STORIES),
        ("certainty", "how sure one can be of who says what", _SURETY),
    ):
        part = parts.add_parser(name, help=what, description=f"Fits the model of {what}.")
        part.add_argument(
            "--weights", type=Path, required=True, metavar="FILE", help="those of who says what"
        )
        part.add_argument("--stories", type=Path, default=folder, metavar="DIR")
        part.add_argument("--out", type=Path, required=True, metavar="FILE")
    part = parts.choices["bend"]
    part.add_argument(
        "--short",
        type=Path,
        metavar="DIR",
        help="short texts in the layout of the novels, which count three times what our stories do",
    )
    part.add_argument("--share", type=float, default=0.15, metavar="X", help="of the stories")
    part = parts.choices["speech"]
    part.add_argument(
        "--excerpts", type=Path, metavar="DIR", help="short texts in other typography, as JSON"
    )
    return parser.parse_args()


def _report(news: str) -> None:
    print(f"{time.process_time():7.0f} s  {news}", file=sys.stderr, flush=True)


def _speakers(arguments: argparse.Namespace) -> None:
    settings = Settings(
        rounds=arguments.rounds,
        penalty=arguments.penalty,
        seed=arguments.seed,
        fits=arguments.fits,
    )
    corpus = speakers.prepare(
        read_corpus(arguments.data),
        _report,
        parts=[part for part in speakers.PARTS if part not in arguments.without],
        stories=arguments.stories,
        short=read_corpus(arguments.short) if arguments.short else (),
        jobs=arguments.jobs,
    )
    if arguments.folds:
        found = speakers.cross_validate(corpus, arguments.folds, settings, _report)
        print(f"On authors not learnt from, {arguments.folds} folds:\n{speakers.table(found)}\n")
    if not arguments.out and not arguments.check:
        return
    weights = speakers.train(corpus, settings, _report)
    if arguments.out:
        digest = write_weights(arguments.out, weights)
        print(f"{arguments.out}: {len(weights):,} weights, digest {digest}")
    if arguments.check:
        others = speakers.prepare_check(arguments.check, _report, jobs=arguments.jobs)
        print(f"On {arguments.check}:\n{speakers.table(speakers.check(weights, others))}")


def _bend(arguments: argparse.Namespace) -> None:
    weights = read_weights(arguments.weights)
    short = read_corpus(arguments.short) if arguments.short else ()
    bent = speakers.bend(weights, arguments.stories, short, arguments.share, _report)
    digest = write_weights(arguments.out, bent)
    print(f"{arguments.out}: {len(bent):,} weights, digest {digest}")


def _certainty(arguments: argparse.Namespace) -> None:
    weights = read_weights(arguments.weights)
    found = fit_certainty(weights, arguments.stories, _report)
    digest = write_weights(arguments.out, found)
    print(f"{arguments.out}: {len(found):,} weights, digest {digest}")


def _speech(arguments: argparse.Namespace) -> None:
    texts = [quotations.of_novel(novel) for novel in read_corpus(arguments.data)]
    if arguments.excerpts:
        texts += quotations.read_excerpts(arguments.excerpts, _EXCERPT_WEIGHT)
    examples = [quotation for text in texts for quotation in quotations.quotations_of(text)]
    _report(f"read {len(examples)} quotations of {len(texts)} texts")
    if arguments.folds:
        found = speech.cross_validate(examples, arguments.folds)
        print(f"On authors not learnt from, {arguments.folds} folds: {found}")
    weights = speech.train(examples)
    if arguments.out:
        digest = write_weights(arguments.out, weights)
        print(f"{arguments.out}: {len(weights):,} weights, digest {digest}")
    if arguments.check:
        others = [quotations.of_novel(novel) for novel in read_corpus(arguments.check)]
        unseen = [quotation for text in others for quotation in quotations.quotations_of(text)]
        print(f"On {arguments.check}: {speech.check(weights, unseen)}")


_PARTS = {"speakers": _speakers, "bend": _bend, "certainty": _certainty, "speech": _speech}


def main() -> None:
    """Fit what is asked for."""
    arguments = _arguments()
    try:
        _PARTS[arguments.part](arguments)
    except NarratorError as error:
        sys.exit(str(error))


if __name__ == "__main__":
    main()
