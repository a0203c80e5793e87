"""The hibari engine: natural voices from one small model, made where the sound is made."""

from functools import cached_property
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from narrator.errors import MissingTool
from narrator.model import Manner, Sound, Voice

from ..espeak_library import EspeakLibrary
from ..espeak_tongues import accent_of, in_tongues, marked_tongues
from ..interface import Engine
from ..names import no_such_voice
from ..onnx_session import package_version
from .manner import shaped
from .voices import SCHEMA, catalogue

if TYPE_CHECKING:
    from .model import Model
    from .reading import Reader

PACKAGE = "hibari-tts"


class Hibari(Engine):
    """The model of hibari-tts, and a cast of voices made of it."""

    name: ClassVar[str] = "hibari"
    takes_phonemes: ClassVar[bool] = True
    takes_effort: ClassVar[bool] = True

    def __init__(self) -> None:
        self._assets = _assets()

    @classmethod
    def version(cls) -> str:
        """The version of hibari-tts and of our catalogue."""
        return f"{package_version(PACKAGE)}, voices {SCHEMA}"

    def voices(self) -> tuple[Voice, ...]:
        """Our catalogue."""
        return _ours()

    @classmethod
    def listed_for(cls, language: str) -> tuple[Voice, ...] | None:
        """Our catalogue, whatever the language: there is no other."""
        return _ours()

    def speak(self, text: str, voice: str, manner: Manner) -> Sound:
        """`text` spoken; rates and pitches beyond what the model can do are held at its limits."""
        made = catalogue().get(voice)
        if made is None:
            raise no_such_voice(self.name, voice, self.voices())
        from .speaking import spoken

        if marked_tongues(text):
            text = in_tongues(text, self._espeak.sounds, self._accent)
        return spoken(text, self._reader, self._model, shaped(made.shape, manner))

    @cached_property
    def _espeak(self) -> EspeakLibrary:
        """What knows the sounds of other languages."""
        return EspeakLibrary()

    def _accent(self, language: str) -> str | None:
        return accent_of(language, self._espeak.accents)

    @cached_property
    def _model(self) -> "Model":
        from .model import Model

        return Model(self._assets / "hibari.onnx", self._assets)

    @cached_property
    def _reader(self) -> "Reader":
        from .reading import Reader

        return Reader(self._assets)


def _ours() -> tuple[Voice, ...]:
    return tuple(made.voice for made in catalogue().values())


def _assets() -> Path:
    """The folder with the models and dictionaries of the package.

    Raises:
        MissingTool: it is not installed.
    """
    package_version(PACKAGE)
    found = find_spec("hibari")
    if found is None or not found.origin:
        raise MissingTool(f"the package {PACKAGE} cannot be found", todo="install it again")
    return Path(found.origin).parent / "assets"
