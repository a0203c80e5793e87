#!/usr/bin/env bash
# The log spectra of hibari-tts have single bins that are thousands of times too low, where the voice is hummed.
# Seen with: hibari-tts 0.2.1 (voice heart), onnxruntime 1.32.0, Python 3.11.
# Who reads the level of an overtone from one bin, to move formants or melody, and evens levels out, makes a blast of some 10 ms
# from each hole that an overtone meets. A recogniser, a judge of quality and a speaker encoder all passed such sound; a
# spectrogram showed it. The median of a bin and its two neighbours is enough.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/env"
"$work/env/bin/python" -m pip install --quiet --disable-pip-version-check hibari-tts==0.2.1 onnxruntime==1.32.0
cd "$work"
"$work/env/bin/python" - <<'PROGRAM'
from importlib.metadata import version

import numpy as np
from hibari import Hibari

tts = Hibari()
holes = frames = 0
deepest = 0.0
for text in (
    "The old bridge was closed, and nobody could say why.",
    "Where did you leave the lamp, and who has the key?",
    "She laughed, and the whole room laughed with her.",
):
    for phonemes in tts.phonemize(text):
        given = {"ids": np.array([tts.ids(phonemes)], np.int64), "speed": np.ones(1, np.float32)}
        spectrum, *_, pitch = (each[0] for each in tts.sess.run(None, given))
        hummed = spectrum[:250, pitch > 40]  # up to 5 kHz, nepers
        fall = np.minimum(hummed[:-2], hummed[2:]) - hummed[1:-1]
        frames += hummed.shape[1]
        holes += int((fall > 5).any(axis=0).sum())
        deepest = max(deepest, float(fall.max()))
print("hibari-tts", version("hibari-tts"), "onnxruntime", version("onnxruntime"))
print(f"{frames} frames that are hummed, {holes} with a bin over 5 nepers below both neighbours, deepest {deepest:.1f}")
assert holes > 0 and deepest > 5, "this has changed"
PROGRAM
