"""How near coded speech is to what was spoken, and what coding takes, for settings of AAC.

    pip install pesq numpy
    python -m benchmarks.coding

Five voices speak some sentences; each setting codes and decodes them at the same bit rate. PESQ is
ITU-T P.862.2 (wide band), at most 4.64, of pieces of ten seconds; SNR is over all samples; the time
is that of one core, against ffmpeg told nothing but the codec and the bit rate.
"""

import resource
import subprocess
import sys
import tempfile
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from benchmarks.making.text import novel
from narrator.engines.espeak_library import EspeakLibrary
from narrator.engines.espeak_voices import CATALOGUE
from narrator.mixing import find
from narrator.publish.aac import AAC

CHARACTERS = 5_000
"""Of text, about five minutes of sound."""
VOICES = 5
WIDE = 16_000
"""Hertz: what PESQ listens to."""
PIECE = 10 * WIDE
OURS = AAC.arguments[2:-2]
FAST = ("-aac_coder", "fast")
SETTINGS: dict[str, tuple[str, ...]] = {
    "ffmpeg's own, 44.1 kHz": ("-ar", "44100"),
    "ffmpeg's own": (),
    "fast": FAST,
    "fast, no PNS": (*FAST, "-aac_pns", "0"),
    "fast, no TNS": (*FAST, "-aac_tns", "0"),
    "fast, no TNS, 44.1 kHz": (*FAST, "-aac_tns", "0", "-ar", "44100"),
    "as shipped": OURS,
}
Samples = NDArray[np.int16]


def main() -> None:
    try:
        from pesq import pesq
    except ImportError:
        sys.exit("pip install pesq")
    library = EspeakLibrary()
    pcm = _spoken(library)
    raw = ("-f", "s16le", "-ar", str(library.rate), "-ac", "1")
    spoken = np.frombuffer(pcm, np.int16)
    heard = _run((*raw, "-i", "pipe:0"), WIDE, pcm)[0]
    print(f"{len(spoken) / library.rate:.0f} s of speech, {AAC.bit_rate} kbit/s")
    print(f"{'':26}{'CPU':>7}{'PESQ':>7}{'worst':>7}{'SNR, dB':>9}{'kbit/s':>8}")
    first = 0.0
    for name, setting in SETTINGS.items():
        with tempfile.TemporaryDirectory() as folder:
            file = Path(folder) / "coded.m4a"
            codec = ("-c:a", "aac", *setting, "-b:a", f"{AAC.bit_rate}k")
            seconds = _ffmpeg((*raw, "-i", "pipe:0", *codec, str(file)), pcm)[1]
            first = first or seconds
            wide, fine = (_run(("-i", str(file)), rate)[0] for rate in (WIDE, library.rate))
            length = min(len(heard), len(wide)) - PIECE
            marks = [
                pesq(WIDE, heard[at : at + PIECE], wide[at : at + PIECE], "wb")
                for at in range(0, length, PIECE)
            ]
            rate = file.stat().st_size * 8 / (len(spoken) / library.rate) / 1000
        print(
            f"{name:26}{seconds / first:7.2f}{np.mean(marks):7.2f}{min(marks):7.2f}"
            f"{_snr(spoken, fine):9.1f}{rate:8.1f}",
            flush=True,
        )


def _spoken(library: EspeakLibrary) -> bytes:
    text = novel(CHARACTERS)
    share = len(text) // VOICES
    voices = CATALOGUE[:: len(CATALOGUE) // VOICES][:VOICES]
    parts = [text[at * share : (at + 1) * share] for at in range(VOICES)]
    return b"".join(
        library.speak(part, voice.espeak, voice.setting)
        for part, voice in zip(parts, voices, strict=True)
    )


def _run(source: tuple[str, ...], rate: int, pcm: bytes = b"") -> tuple[Samples, float]:
    """The sound of a source at this rate."""
    out, seconds = _ffmpeg((*source, "-f", "s16le", "-ar", str(rate), "-ac", "1", "pipe:1"), pcm)
    return np.frombuffer(out, np.int16), seconds


def _ffmpeg(arguments: tuple[str, ...], pcm: bytes) -> tuple[bytes, float]:
    """What ffmpeg gives back, and the seconds of a core that it took."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    command = [str(find()), "-v", "error", "-y", *arguments]
    out = subprocess.run(command, input=pcm, stdout=subprocess.PIPE, check=True).stdout
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return out, after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime


def _snr(spoken: Samples, coded: Samples) -> float:
    """Decibels of the sound above what coding made different."""
    length = min(len(spoken), len(coded))
    wanted = spoken[:length].astype(float)
    noise = wanted - coded[:length]
    return float(10 * np.log10(np.square(wanted).sum() / np.square(noise).sum()))


if __name__ == "__main__":
    main()
