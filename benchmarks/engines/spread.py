"""Measure how much one voice varies by itself, and write it and the catalogue into the package.

    python -m benchmarks.engines.spread

Run it when the catalogue of the espeak engine or the way of measuring changes.
"""

import json
import math
from pathlib import Path

import narrator.acoustics
from narrator.acoustics import TEXT, Measurements, measured, written
from narrator.acoustics.whitening import DATA, spread_of, whitened
from narrator.engines.espeak import Espeak
from narrator.model import Manner

PACKAGE = Path(narrator.acoustics.__file__).parent


def main() -> None:
    engine = Espeak()
    prints, sentences = {}, []
    for voice in engine.voices():
        sounds = [engine.speak(sentence, voice.id, Manner()) for sentence in TEXT]
        prints[voice.id] = measured(sounds, sum(map(len, TEXT)))
        sentences.append([measured([sound], 1).features for sound in sounds])
    triangle, spread = spread_of(sentences)
    rows = [[round(value, 4) for value in row] for row in triangle]
    data = {"same_voice_p95": round(spread, 3), "cholesky": rows}
    (PACKAGE / DATA).write_text(json.dumps(data) + "\n", encoding="utf-8")
    file = PACKAGE / f"{engine.name}.json"
    file.write_text(written(Measurements(engine.name, engine.version(), prints)), encoding="utf-8")
    points = [whitened(triangle, voice.features) for voice in prints.values()]
    apart = [
        min(math.dist(one, other) / spread for other in points if other is not one)
        for one in points
    ]
    print(f"same voice, 95th percentile: {spread:.2f}")
    for id, far in sorted(zip(prints, apart, strict=True), key=lambda pair: pair[1]):
        print(f"{far:5.2f} to the nearest: {id}")


if __name__ == "__main__":
    main()
