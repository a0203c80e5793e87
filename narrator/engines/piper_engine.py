"""The piper engine: neural voices, one model file for a voice or for hundreds."""

import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any, ClassVar

from narrator.errors import MissingTool, NarratorError
from narrator.files import Damaged, read_json
from narrator.model import Manner, Sound, Voice

from .espeak_library import plain
from .espeak_wheel import WHEEL, wheel_version
from .home import models
from .interface import Engine
from .model_file import digest
from .names import no_such_voice
from .nearest_sounds import in_sounds_of
from .onnx_session import install, package_version, session_for
from .phonemizing import Phonemizer
from .shifting import pace_for, shifted

PACKAGE = "piper-tts"
SCHEMA = 2
"""Raised when the same text comes to sound otherwise."""
SUFFIX = ".onnx"
CARD = "MODEL_CARD"
SEPARATOR = "#"
"""Between the name of a model and that of one of its speakers."""
_SLOWEST, _FASTEST = 0.4, 3.0
_GIVEN = re.compile(r"\[\[([^\[\]]*)\]\]")


@dataclass(frozen=True, slots=True)
class Model:
    """A model on disk."""

    name: str
    """As in the public list of voices: `en_US-lessac-medium`."""
    path: Path
    config: dict[str, Any]

    @property
    def speakers(self) -> dict[str, int | None]:
        """The ids of its voices, and the number by which the model knows each."""
        if int(self.config.get("num_speakers", 1)) < 2:
            return {self.name: None}
        named = self.config.get("speaker_id_map") or {}
        if not named:
            named = {str(n): n for n in range(int(self.config["num_speakers"]))}
        return {f"{self.name}{SEPARATOR}{speaker}": int(n) for speaker, n in named.items()}

    @property
    def takes_espeak(self) -> bool:
        """Whether it speaks the sounds that espeak-ng gives a text, and nothing is done to them."""
        kind = self.config.get("phoneme_type", "espeak")
        is_plain = self.config["espeak"]["voice"] != "ar" and not self.config.get("vowel_clusters")
        return bool(kind == "espeak" and is_plain)

    @property
    def language(self) -> str:
        """A BCP 47 tag."""
        told = self.config.get("language", {}).get("code") or self.config["espeak"]["voice"]
        return str(told).replace("_", "-")


class Piper(Engine):
    """Models of the Piper project in `models/piper` of Narrator's own folder.

    A model is loaded when it first speaks; the level of its sound is left as it is.
    """

    name: ClassVar[str] = "piper"
    takes_phonemes: ClassVar[bool] = True
    varies: ClassVar[bool] = True

    def __init__(self) -> None:
        package_version(PACKAGE)
        self._speakers = _speakers()
        self._loaded: dict[str, Any] = {}

    @classmethod
    def version(cls) -> str:
        """The version of piper-tts, and of the rules by which text becomes sounds."""
        return f"{package_version(PACKAGE)}, sounds {SCHEMA}, {WHEEL} {wheel_version()}"

    @classmethod
    def version_of(cls, voice: str) -> str:
        """The same, with the model of the voice."""
        return f"{cls.version()}, {digest(cls.files_of(voice))}"

    @classmethod
    def files_of(cls, voice: str) -> tuple[Path, ...]:
        """The model of the voice, and its description."""
        path = models(cls.name) / f"{voice.partition(SEPARATOR)[0]}{SUFFIX}"
        return tuple(file for file in (path, _description(path)) if file.is_file())

    @classmethod
    def listed_for(cls, language: str) -> tuple[Voice, ...]:
        """The voices that are there: their descriptions say it all."""
        return _listed(_speakers())

    def voices(self) -> tuple[Voice, ...]:
        """Those of all installed models, English first; `narrator voices measure` hears their
        gender, which models do not tell.

        Raises:
            MissingTool: no model is installed.
        """
        return _listed(self._speakers)

    def speak(self, text: str, voice: str, manner: Manner) -> Sound:
        """`text` spoken, a sentence at a time; pitch is shifted by playing it faster or slower."""
        if voice not in self._speakers:
            raise no_such_voice(self.name, voice, self.voices() if self._speakers else ())
        model, speaker = self._speakers[voice]
        loaded = self._load(model)
        from piper import SynthesisConfig

        pace = min(max(pace_for(manner), _SLOWEST), _FASTEST)
        config = SynthesisConfig(
            speaker_id=speaker, length_scale=float(loaded.config.length_scale) / pace
        )
        try:
            sentences = self._sentences(text, loaded, model)
            pcm = b"".join(_spoken(loaded, sentence, config) for sentence in sentences)
        except (RuntimeError, ValueError, KeyError) as error:
            raise NarratorError(f"{PACKAGE} could not speak with {voice}: {error}") from error
        return shifted(Sound(pcm, int(loaded.config.sample_rate)), manner)

    def close(self) -> None:
        """Let the models go."""
        self._loaded.clear()

    def _sentences(self, text: str, loaded: Any, model: Model) -> list[list[str]]:
        """The sounds of each sentence, in those that the model knows.

        The library would end one at `Dr.`; so only models that take something else than the
        sounds of espeak, as some of Asia do, have their text prepared by it.
        """
        known = loaded.config.phoneme_id_map
        if not model.takes_espeak:
            near = _GIVEN.sub(lambda found: in_sounds_of(found[1], known), plain(text))
            return list(loaded.phonemize(near))
        said = self._phonemizer.sentences(text, str(model.config["espeak"]["voice"]))
        return [list(in_sounds_of(_written(sentence), known)) for sentence in said]

    @cached_property
    def _phonemizer(self) -> Phonemizer:
        return Phonemizer()

    def _load(self, model: Model) -> Any:
        if model.name not in self._loaded:
            try:
                from piper import PiperVoice
                from piper.config import PiperConfig
            except ImportError as error:
                raise MissingTool(
                    f"{PACKAGE} cannot be loaded: {error}", todo=install(PACKAGE)
                ) from error
            self._loaded[model.name] = PiperVoice(
                session=session_for(model.path), config=PiperConfig.from_dict(model.config)
            )
        return self._loaded[model.name]


def _spoken(loaded: Any, sounds: list[str], config: Any) -> bytes:
    """The PCM of one sentence, as loud as the model makes it."""
    samples = loaded.phoneme_ids_to_audio(loaded.phonemes_to_ids(sounds), config)
    return bytes((samples.clip(-1, 1) * 32_767).astype("<i2").tobytes())


def _written(sentence: str) -> str:
    """`sentence` decomposed, as models are taught, with the signs that they are taught: a pause in
    its middle is a comma."""
    body, end = sentence[:-1], sentence[-1:]
    paused = body.replace("…", ",").replace("—", ",") + end
    return unicodedata.normalize("NFD", paused)


def _speakers() -> dict[str, tuple[Model, int | None]]:
    """The voices that are there: the model of each, and the number by which it knows it."""
    return {id: (model, number) for model in installed() for id, number in model.speakers.items()}


def _listed(speakers: Mapping[str, tuple[Model, int | None]]) -> tuple[Voice, ...]:
    if not speakers:
        raise MissingTool(
            "there are no piper voices here",
            where=str(models(Piper.name)),
            todo="run: narrator voices download en_US-lessac-medium",
        )
    found = [
        Voice(Piper.name, id, model.language, description=_about(model), licence=_licence(model))
        for id, (model, _) in speakers.items()
    ]
    return tuple(sorted(found, key=lambda voice: not voice.language.startswith("en")))


def _description(model: Path) -> Path:
    return model.with_name(f"{model.name}.json")


def installed() -> Iterator[Model]:
    """The models that are there, by name.

    Raises:
        MissingTool: the description of one cannot be read.
    """
    for path in sorted(models(Piper.name).glob(f"*{SUFFIX}")):
        described = _description(path)
        try:
            config = read_json(described, dict[str, Any])
            yield Model(path.stem, path, {"espeak": {"voice": "en"}, **config})
        except (OSError, Damaged) as error:
            raise MissingTool(
                f"the description of a piper model cannot be read: {error}",
                where=str(described),
                todo=f"run: narrator voices download {path.stem}",
            ) from error


def _about(model: Model) -> str:
    told = model.config.get("dataset"), model.config.get("audio", {}).get("quality")
    return ", ".join(str(part) for part in told if part)


def _licence(model: Model) -> str:
    """The line of the model's card that tells its licence."""
    card = model.path.with_name(f"{model.name}.{CARD}")
    return licence_in(card.read_text(encoding="utf-8")) if card.is_file() else ""


def licence_in(card: str) -> str:
    """What a model card says of its licence.

    >>> licence_in("# Model\\n* License: https://example.org/cc0\\n")
    'https://example.org/cc0'
    """
    for row in card.splitlines():
        name, colon, told = row.strip("*-# \t").partition(":")
        if colon and name.strip().lower() in ("license", "licence"):
            return told.strip()
    return ""
