"""A recogniser of speech: Whisper, run by the package `faster-whisper` (MIT) without a network."""

from importlib.util import find_spec
from typing import Any

from narrator.engines.home import models
from narrator.errors import MissingTool
from narrator.model import SAMPLE_BYTES, Sound

PACKAGE = "faster-whisper"
RATE = 16_000
"""Hertz that the model takes."""
WINDOW = 30.0
"""Seconds that it hears at a time; less takes as long."""
KNOWN = ("small.en", "small", "base.en", "base", "medium.en", "medium", "tiny.en", "tiny")
"""Models that are looked for where nobody names one, in this order: whatever other programs on
this machine have downloaded."""
_WEIGHTS = "model.bin"
_FOLDER = "whisper"
_AROUND = 0.4
"""Seconds of silence before and after what is heard: cut off sharply it is heard worse."""


class Recogniser:
    """Hears one language."""

    def __init__(self, model: str | None, language: str, *, threads: int) -> None:
        """Load `model`: a folder, or the name of one that is on this machine; the best there is if
        none is named. Nothing is downloaded.

        Raises:
            MissingTool: the package or the model is not there, or hears only English.
        """
        if find_spec("faster_whisper") is None:
            todo = 'run: pip install "narrator-audiobook[listen]"'
            raise MissingTool(f"the package {PACKAGE} is not installed", todo=todo)
        self._language = language.replace("_", "-").partition("-")[0].lower()
        self._model = _loaded(model, threads)
        if not self._model.model.is_multilingual and self._language != "en":
            todo = "name another: --model small"
            raise MissingTool(f"the model hears English, not {language!r}", todo=todo)

    def hear(self, *sounds: Sound) -> str:
        """The words in `sounds`, one after the other, with a pause between them."""
        import numpy as np

        around = np.zeros(round(_AROUND * RATE), np.float32)
        waves = [part for sound in sounds for part in (around, samples_of(sound))]
        segments, _ = self._model.transcribe(
            np.concatenate([*waves, around]),
            language=self._language,
            beam_size=1,
            without_timestamps=True,
            condition_on_previous_text=False,
        )
        return " ".join(segment.text.strip() for segment in segments)


def samples_of(sound: Sound) -> Any:
    """`sound` as the model takes it: float32 from -1 to 1, at `RATE`."""
    import numpy as np

    wave = np.frombuffer(sound.pcm[: sound.frames * SAMPLE_BYTES], "<i2").astype(np.float32)
    return at_rate(wave / 32_768, sound.rate)


def at_rate(wave: Any, rate: int) -> Any:
    """`wave` resampled from `rate` to `RATE`, by leaving out, or adding, frequencies."""
    import numpy as np

    length = round(len(wave) * RATE / rate)
    spectrum = np.fft.rfft(wave)
    kept = np.zeros(length // 2 + 1, spectrum.dtype)
    count = min(len(kept), len(spectrum))
    kept[:count] = spectrum[:count]
    return (np.fft.irfft(kept, length) * (length / len(wave))).astype(np.float32)


def _loaded(model: str | None, threads: int) -> Any:
    """The model called so, or lying there."""
    from faster_whisper import WhisperModel

    for name in [model] if model else [*_own(), *KNOWN]:
        try:
            return WhisperModel(
                name, compute_type="int8", cpu_threads=threads, local_files_only=True
            )
        except (OSError, ValueError, RuntimeError):
            continue  # not here, or no such name
    raise MissingTool(
        f"there is no model {model!r} on this machine" if model else "there is no model that hears",
        where=str(models(_FOLDER)),
        todo="put one there (docs/sound.md says how), or name its folder: --model FOLDER",
    )


def _own() -> list[str]:
    """Those in Narrator's own folder, each in one of its own."""
    found = sorted(path.parent for path in models(_FOLDER).glob(f"*/{_WEIGHTS}"))
    return [str(path) for path in found]
