"""The hibari engine: natural voices from one small model, made where the sound is made."""

from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from narrator.model import Manner, Sound, Voice

from ..espeak_library import EspeakLibrary
from ..espeak_tongues import accent_of, in_tongues, marked_tongues
from ..interface import Engine
from ..names import no_such_voice
from ..onnx_session import package_version
from .manner import shaped
from .originals import PACKAGE, assets, downloaded, originals, voice_of
from .shape import Shape
from .voices import FROM, SCHEMA, catalogue

if TYPE_CHECKING:
    from .model import Model
    from .reading import Reader


class Hibari(Engine):
    """The model of hibari-tts, and a cast of voices made of it."""

    name: ClassVar[str] = "hibari"
    takes_phonemes: ClassVar[bool] = True
    takes_effort: ClassVar[bool] = True

    def __init__(self) -> None:
        self._assets = assets()
        self._models: dict[Path, Model] = {}
        self._readers: dict[bool, Reader] = {}

    @classmethod
    def version(cls) -> str:
        """The version of hibari-tts and of our catalogue."""
        return f"{package_version(PACKAGE)}, voices {SCHEMA}"

    @classmethod
    def version_of(cls, voice: str) -> str:
        """That of the engine, and for a downloaded voice its model."""
        original = downloaded().get(voice)
        return f"{cls.version()}, {original.sha256[:12]}" if original else cls.version()

    @classmethod
    def files_of(cls, voice: str) -> tuple[Path, ...]:
        """The model of a downloaded voice."""
        original = downloaded().get(voice)
        return (original.path,) if original else ()

    def voices(self) -> tuple[Voice, ...]:
        """Our catalogue, and what was downloaded."""
        return _ours()

    @classmethod
    def listed_for(cls, language: str) -> tuple[Voice, ...] | None:
        """The same, whatever the language: there are no others."""
        return _ours()

    def speak(self, text: str, voice: str, manner: Manner) -> Sound:
        """`text` spoken; rates and pitches beyond what the model can do are held at its limits."""
        made, original = catalogue().get(voice), downloaded().get(voice)
        if made is None and original is None:
            raise no_such_voice(self.name, voice, self.voices())
        from .speaking import spoken

        if marked_tongues(text):
            text = in_tongues(text, self._espeak.sounds, self._accent)
        model = original or originals()[FROM]
        shape = made.shape if made else Shape()
        reader = self._reader(british=model.british)
        return spoken(text, reader, self._model(model.path), shaped(shape, manner))

    def _model(self, path: Path) -> "Model":
        from .model import Model

        if path not in self._models:
            # One at a time: a worker that held all of them would need twice the memory.
            self._models = {path: Model(path, self._assets)}
        return self._models[path]

    def _reader(self, *, british: bool) -> "Reader":
        from .reading import Reader

        if british not in self._readers:
            self._readers = {british: Reader(self._assets, british=british)}
        return self._readers[british]

    @cached_property
    def _espeak(self) -> EspeakLibrary:
        """What knows the sounds of other languages."""
        return EspeakLibrary()

    def _accent(self, language: str) -> str | None:
        return accent_of(language, self._espeak.accents)


def _ours() -> tuple[Voice, ...]:
    made = tuple(made.voice for made in catalogue().values())
    return made + tuple(voice_of(id, original) for id, original in downloaded().items())
