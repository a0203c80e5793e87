"""The bare pipeline: the same library speaks the text in one call, the same ffmpeg encodes it.

usage: bare.py TEXT OUT.m4b [--tuned]

ffmpeg is told the codec and the bit rate and nothing else, as in any instructions for it; with
`--tuned` it has the coder and the sample rate that Narrator has found to be quicker.
"""

import subprocess
import sys
from pathlib import Path

from narrator.engines.espeak_library import EspeakLibrary
from narrator.engines.espeak_voices import CATALOGUE
from narrator.mixing import find
from narrator.publish.aac import AAC, RATE


def main() -> None:
    source, target = map(Path, sys.argv[1:3])
    library = EspeakLibrary()
    voice = CATALOGUE[0]
    pcm = library.speak(source.read_text(encoding="utf-8"), voice.espeak, voice.setting)
    sound = ("-f", "s16le", "-ar", str(library.rate), "-ac", "1", "-i", "pipe:0")
    tuned = (*AAC.arguments[:-2], "-ar", str(RATE)) if "--tuned" in sys.argv else ("-c:a", "aac")
    codec = (*tuned, "-b:a", f"{AAC.bit_rate}k", "-f", "mp4", "-movflags", "+faststart")
    command = [str(find()), "-v", "error", "-y", *sound, *codec, str(target)]
    subprocess.run(command, input=pcm, check=True)


if __name__ == "__main__":
    main()
