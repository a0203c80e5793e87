"""The bare pipeline: the same library speaks the text in one call, ffmpeg encodes it.

usage: bare.py TEXT OUT.m4b
"""

import subprocess
import sys
from pathlib import Path

from narrator.engines.espeak_library import EspeakLibrary
from narrator.engines.espeak_voices import CATALOGUE
from narrator.mixing import find


def main() -> None:
    source, target = map(Path, sys.argv[1:])
    library = EspeakLibrary()
    voice = CATALOGUE[0]
    pcm = library.speak(source.read_text(encoding="utf-8"), voice.espeak, voice.setting)
    sound = ("-f", "s16le", "-ar", str(library.rate), "-ac", "1", "-i", "pipe:0")
    codec = ("-c:a", "aac", "-b:a", "64k", "-ar", "44100", "-f", "mp4", "-movflags", "+faststart")
    command = [str(find()), "-v", "error", "-y", *sound, *codec, str(target)]
    subprocess.run(command, input=pcm, check=True)


if __name__ == "__main__":
    main()
