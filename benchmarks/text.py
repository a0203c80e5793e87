"""How fast sentences are found and made speakable, and the score of the table of cases.

usage: python -m benchmarks.text [FILE ...]
"""

import re
import sys
import time
from collections.abc import Callable
from pathlib import Path

from narrator.text import Diction, Pronunciation, lexicon_for, speech, split_sentences, spoken

HERE = Path(__file__).resolve().parents[1]
STORY = HERE / "examples" / "the-night-ferry.txt"
ENOUGH = 300_000
"""Characters, by telling a short text again and again."""
RUNS = 3


def main(paths: list[str]) -> None:
    for path in paths or [str(STORY)]:
        text = Path(path).read_text(encoding="utf-8")
        paragraphs = [" ".join(each.split()) for each in re.split(r"\n\s*\n", text)]
        _measure(str(path), paragraphs * (1 + ENOUGH // max(len(text), 1)))


def _measure(name: str, paragraphs: list[str]) -> None:
    size = sum(map(len, paragraphs))
    sentences = [text[a:b] for text in paragraphs for a, b in split_sentences(text)]
    words = sorted({word for each in sentences[:2000] for word in re.findall(r"[A-Z]\w+", each)})
    entries = [Pronunciation(word, say=word) for word in words]
    known = Diction(lexicon=lexicon_for("en", entries), phonemes=True)
    print(f"{name}: {size:,} characters, {len(sentences):,} sentences; MB/s of CPU time")
    for label, work in (
        ("sentences", lambda: [split_sentences(text) for text in paragraphs]),
        ("spoken", lambda: [spoken(each) for each in sentences]),
        ("spoken, espeak", lambda: [spoken(each, Diction(phonemes=True)) for each in sentences]),
        (f"lexicon of {len(words)}", lambda: [spoken(each, known) for each in sentences]),
        ("with the map", lambda: [speech(each) for each in sentences]),
    ):
        print(f"  {label:16} {size / 1e6 / _seconds(work):6.2f}")


def _seconds(work: Callable[[], object]) -> float:
    """The CPU time of the fastest of a few runs."""
    best = float("inf")
    for _ in range(RUNS):
        start = time.process_time()
        work()
        best = min(best, time.process_time() - start)
    return best


if __name__ == "__main__":
    main(sys.argv[1:])
