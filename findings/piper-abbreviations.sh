#!/usr/bin/env bash
# Piper's phonemizer ends a sentence at Mr., Dr. and St., so a name is cut from its title.
# Seen with: piper-tts 1.8.0, Python 3.11.
# espeak-ng itself reads "Dr. Watson" in one breath; the bridge asks it clause by clause and takes each
# for a sentence. Every "sentence" is then spoken by itself, with a pause and a loudness of its own.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/env"
"$work/env/bin/python" -m pip install --quiet --disable-pip-version-check piper-tts==1.8.0
cd "$work"
"$work/env/bin/python" - <<'PROGRAM'
from importlib.metadata import version

from piper.phonemize_espeak import EspeakPhonemizer

print("piper-tts", version("piper-tts"))
for text, sentences in (
    ("Doctor Watson met Holmes.", 1),
    ("Dr. Watson met Mr. Holmes.", 3),
    ("He lives in St. Albans.", 2),
):
    found = EspeakPhonemizer().phonemize("en-us", text)
    print(text, ["".join(phonemes) for phonemes in found])
    assert len(found) == sentences, "this has changed"
PROGRAM
