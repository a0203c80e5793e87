#!/usr/bin/env bash
# espeak-ng's Japanese says English words for every kanji.
# Seen with: espeakng-loader 0.2.4 (espeak-ng 1.52), Python 3.11.
# Kana are read; of a kanji all that is said is "Chinese letter", in English sounds, so an ordinary Japanese sentence
# has to be put in kana before it is given to the engine. No error tells that anything was not read.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/env"
"$work/env/bin/python" -m pip install --quiet --disable-pip-version-check espeakng-loader==0.2.4
cd "$work"
"$work/env/bin/python" - <<'PROGRAM'
import ctypes
from importlib.metadata import version

import espeakng_loader

lib = ctypes.CDLL(espeakng_loader.get_library_path())
lib.espeak_TextToPhonemes.restype = ctypes.c_char_p
assert lib.espeak_Initialize(2, 0, espeakng_loader.get_data_path().encode(), 0) > 0


def sounds(text: str, voice: str) -> str:
    assert lib.espeak_SetVoiceByName(voice.encode()) == 0
    pointer = ctypes.c_char_p(text.encode())
    return lib.espeak_TextToPhonemes(ctypes.byref(pointer), 1, 0x02).decode()


print("espeakng-loader", version("espeakng-loader"))
kana, one, other = sounds("みなと", "ja"), sounds("港", "ja"), sounds("船", "ja")
english = sounds("Chinese letter", "en")
print("みなと:", kana, " 港:", one, " 船:", other, " in English:", english)
assert one == other and "tʃaɪn" in one.replace("ˈ", "") and "tʃaɪn" in english, "this has changed"
assert "tʃaɪn" not in kana.replace("ˈ", "")
PROGRAM
