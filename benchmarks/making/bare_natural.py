"""The bare pipeline with a neural voice: sentence by sentence, then the same ffmpeg.

usage: bare_natural.py hibari|kokoro TEXT OUT.m4b

As anybody would write it: one voice, one thread, ffmpeg told the codec and the bit rate.
"""

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

from narrator.mixing import find
from narrator.publish.aac import AAC
from narrator.text import split_sentences

RATE = 24_000


def main() -> None:
    engine, source, target = sys.argv[1], *map(Path, sys.argv[2:4])
    text = source.read_text(encoding="utf-8")
    speak = _hibari() if engine == "hibari" else _kokoro()
    sound = ("-f", "f32le", "-ar", str(RATE), "-ac", "1", "-i", "pipe:0")
    codec = ("-c:a", "aac", "-b:a", f"{AAC.bit_rate}k", "-f", "mp4", "-movflags", "+faststart")
    command = [str(find()), "-v", "error", "-y", *sound, *codec, str(target)]
    with subprocess.Popen(command, stdin=subprocess.PIPE) as encoder:
        assert encoder.stdin
        for span in split_sentences(text):
            encoder.stdin.write(speak(text[span.start : span.end]).astype("<f4").tobytes())
    sys.exit(encoder.returncode)


def _hibari() -> Callable[[str], Any]:
    import hibari

    model = hibari.Hibari()
    return lambda sentence: model(sentence, seed=0)


def _kokoro() -> Callable[[str], Any]:
    """The package `kokoro-onnx` with what `.ci/models.py` brings, one thread."""
    import numpy as np
    from kokoro_onnx import Kokoro

    from narrator.engines.home import models
    from narrator.engines.onnx_session import session_for

    folder = models("kokoro")
    styles = folder / "voices-v1.0.bin"
    if not styles.exists():
        shape = (510, 1, 256)
        read = {
            path.stem: np.fromfile(path, "<f4").reshape(shape)
            for path in (folder / "voices").glob("*.bin")
        }
        with styles.open("wb") as file:
            np.savez(file, **read)
    session = session_for(folder / "model_quantized.onnx")
    model = Kokoro.from_session(session, str(styles))
    return lambda sentence: model.create(sentence, "af_heart", trim=False)[0]


if __name__ == "__main__":
    main()
