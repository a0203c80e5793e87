"""Whether voices that we call alike are alike to a speaker encoder.

    python -m benchmarks.voices.likeness espeak hibari kokoro

For each engine: the rank correlation, over all pairs of its measured voices, of our distance and
the encoder's, which hears each voice say the fixed text; and whose gender is heard wrong.
"""

import sys

import numpy as np

from benchmarks.voices.speaker import Encoder
from narrator.acoustics import TEXT, distance, gender_of, shipped
from narrator.acoustics.samples import resampled
from narrator.engines import engine_class
from narrator.model import Age, Gender, Manner
from narrator.studio.trim import trimmed


def main() -> None:
    encoder = Encoder()
    for name in sys.argv[1:]:
        known, engine = shipped(name), engine_class(name)()
        assert known, f"nothing is known of {name}"
        places = []
        for id in known.prints:
            sounds = [trimmed(sound) for sound in engine.speak_each(TEXT, id, Manner())]
            waves = [np.frombuffer(resampled(s), "<i2").astype(np.float32) / 0x8000 for s in sounds]
            mean = encoder.embed(waves).mean(axis=0)
            places.append(mean / np.linalg.norm(mean))
        theirs = 1 - np.array(places) @ np.array(places).T
        features = [print.features for print in known.prints.values()]
        ours = np.array([[distance(one, other) for other in features] for one in features])
        pairs = np.triu_indices(len(features), 1)
        ranks = [np.argsort(np.argsort(each[pairs])) for each in (ours, theirs)]
        told = {v.id: v.gender for v in engine.voices() if v.age is not Age.CHILD}
        wrong = [
            id
            for id, found in known.prints.items()
            if told.get(id) in (Gender.FEMALE, Gender.MALE) and gender_of(found) is not told[id]
        ]
        agree = np.corrcoef(*ranks)[0, 1]
        print(
            f"{name}: {len(features)} voices, rank correlation {agree:.2f}; gender wrong: {wrong}"
        )


if __name__ == "__main__":
    main()
