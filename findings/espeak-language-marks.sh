#!/usr/bin/env bash
# espeak-ng's ties are put into its language marks, too, so that a filter for the marks misses them.
# Seen with: espeakng-loader 0.2.4 (espeak-ng 1.52), Python 3.11.
# Where a voice meets a word of another language, the phonemes say so: (en)...(fr). With a tie asked for
# (bits 7 and 8-23 of the mode), the letters of the mark are tied like the sounds. And of the names that
# espeak-ng itself prints for a language, espeak_SetVoiceByName knows "fr-be", but neither "fr-fr" nor "en-gb".
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

IPA, TIE, TIE_SIGN = 0x02, 0x80, 0x361 << 8
espeak = ctypes.CDLL(espeakng_loader.get_library_path())
espeak.espeak_Initialize(2, 0, espeakng_loader.get_data_path().encode(), 0)
espeak.espeak_TextToPhonemes.restype = ctypes.c_char_p
print("espeakng-loader", version("espeakng-loader"))
known = {
    name: espeak.espeak_SetVoiceByName(name.encode()) == 0
    for name in ("fr", "fr-be", "fr-fr", "en-us", "en-gb")
}
print(known)
assert known == {"fr": True, "fr-be": True, "fr-fr": False, "en-us": True, "en-gb": False}, "changed"
espeak.espeak_SetVoiceByName(b"fr")


def phonemes(mode: int) -> str:
    text = ctypes.create_string_buffer("Le weekend.".encode())
    place = ctypes.c_void_p(ctypes.addressof(text))
    return espeak.espeak_TextToPhonemes(ctypes.byref(place), 1, mode).decode()


plain, tied = phonemes(IPA), phonemes(IPA | TIE | TIE_SIGN)
print(plain, "|", tied)
assert "(en)" in plain and "(fr)" in plain, "this has changed"
assert "(en)" not in tied and "(fr)" not in tied, "this has changed"
PROGRAM
