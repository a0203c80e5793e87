"""The kokoro engine: one neural model with dozens of voices."""

from functools import cached_property
from pathlib import Path
from typing import Any, ClassVar

from narrator.errors import MissingTool
from narrator.model import SAMPLE_BYTES, Age, Gender, Manner, Sound, Voice

from .home import models
from .interface import Engine
from .names import no_such_voice
from .onnx_session import EXTRA, package_version, session_for
from .shifting import pace_for, shifted
from .spoken_text import without_commands

PACKAGE = "kokoro-onnx"
LICENCE = "Apache-2.0"
_SLOWEST, _FASTEST = 0.5, 2.0
_TONGUES = {
    "a": ("en-US", "en-us"),
    "b": ("en-GB", "en-gb"),
    "e": ("es", "es"),
    "f": ("fr", "fr-fr"),
    "h": ("hi", "hi"),
    "i": ("it", "it"),
    "j": ("ja", "ja"),
    "p": ("pt-BR", "pt-br"),
    "z": ("zh", "cmn"),
}
"""By the first letter of a voice: its BCP 47 tag, and what espeak calls it."""
_GENDERS = {"f": Gender.FEMALE, "m": Gender.MALE}
"""By the second letter."""


class Kokoro(Engine):
    """The model and the voices file in `models/kokoro` of Narrator's own folder."""

    name: ClassVar[str] = "kokoro"

    def __init__(self) -> None:
        package_version(PACKAGE)
        folder = models(self.name)
        self._model = _only(folder, "*.onnx", "the model")
        self._styles = _only(folder, "voices*", "the file of voices")

    @classmethod
    def version(cls) -> str:
        """The version of kokoro-onnx."""
        return package_version(PACKAGE)

    def voices(self) -> tuple[Voice, ...]:
        """The voices of the file, English first."""
        found = [
            Voice(
                self.name,
                id,
                _TONGUES.get(id[:1], ("und", ""))[0],
                _GENDERS.get(id[1:2], Gender.UNKNOWN),
                Age.ADULT,
                id.partition("_")[2].replace("_", " "),
                licence=LICENCE,
            )
            for id in self._ids
        ]
        return tuple(sorted(found, key=lambda voice: not voice.language.startswith("en")))

    def speak(self, text: str, voice: str, manner: Manner) -> Sound:
        """`text` spoken; pitch is shifted by playing it faster or slower."""
        if voice not in self._ids:
            raise no_such_voice(self.name, voice, self.voices())
        rate = _sample_rate()
        words = without_commands(text)
        if not any(sign.isalnum() for sign in words):
            return Sound(bytes(rate // 100 * SAMPLE_BYTES), rate)
        _, tongue = _TONGUES.get(voice[:1], ("", "en-us"))
        pace = min(max(pace_for(manner), _SLOWEST), _FASTEST)
        phonemes = self._kokoro.tokenizer.phonemize(words, tongue)
        if not phonemes.strip():
            return Sound(bytes(rate // 100 * SAMPLE_BYTES), rate)
        samples, rate = self._kokoro.create(
            phonemes, voice, speed=pace, lang=tongue, is_phonemes=True, trim=False
        )
        pcm = (samples.clip(-1, 1) * 32_767).astype("<i2").tobytes()
        return shifted(Sound(pcm, int(rate)), manner)

    @cached_property
    def _kokoro(self) -> Any:
        try:
            from kokoro_onnx import Kokoro as Library
        except ImportError as error:
            raise MissingTool(f"{PACKAGE} cannot be loaded: {error}", todo=EXTRA) from error
        return Library.from_session(session_for(self._model), str(self._styles))

    @cached_property
    def _ids(self) -> tuple[str, ...]:
        import numpy

        try:
            with numpy.load(self._styles) as styles:
                return tuple(sorted(styles.files))
        except (OSError, ValueError, AttributeError) as error:
            raise MissingTool(
                f"the file of voices cannot be read: {error}", where=str(self._styles)
            ) from error


def _sample_rate() -> int:
    from kokoro_onnx.config import SAMPLE_RATE

    return int(SAMPLE_RATE)


def _only(folder: Path, pattern: str, what: str) -> Path:
    """The file of that kind in `folder`; the last by name if there are several."""
    found = sorted(path for path in folder.glob(pattern) if path.suffix != ".part")
    if not found:
        raise MissingTool(
            f"{what} of kokoro is not there ({pattern})",
            where=str(folder),
            todo="put kokoro-v1.0.onnx and voices-v1.0.bin into that folder (docs/voices.md)",
        )
    return found[-1]
