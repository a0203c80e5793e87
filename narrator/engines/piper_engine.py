"""The piper engine: neural voices, one model file for a voice or for hundreds."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, ClassVar

from narrator.errors import MissingTool, NarratorError
from narrator.model import Manner, Sound, Voice

from .home import models
from .interface import Engine
from .names import no_such_voice
from .onnx_session import EXTRA, package_version, session_for
from .shifting import pace_for, shifted
from .spoken_text import without_commands

PACKAGE = "piper-tts"
SUFFIX = ".onnx"
CARD = "MODEL_CARD"
SEPARATOR = "#"
"""Between the name of a model and that of one of its speakers."""
_SLOWEST, _FASTEST = 0.4, 3.0


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
    def language(self) -> str:
        """A BCP 47 tag."""
        told = self.config.get("language", {}).get("code") or self.config["espeak"]["voice"]
        return str(told).replace("_", "-")


class Piper(Engine):
    """Models of the Piper project in `models/piper` of Narrator's own folder.

    A model is loaded when it first speaks; the level of its sound is left as it is.
    """

    name: ClassVar[str] = "piper"

    def __init__(self) -> None:
        package_version(PACKAGE)
        self._models = {model.name: model for model in installed()}
        self._speakers = {
            id: (model, number)
            for model in self._models.values()
            for id, number in model.speakers.items()
        }
        self._loaded: dict[str, Any] = {}

    @classmethod
    def version(cls) -> str:
        """The version of piper-tts; a voice's id names its model."""
        return package_version(PACKAGE)

    def voices(self) -> tuple[Voice, ...]:
        """Those of all installed models, English first; `narrator voices measure` hears their
        gender, which models do not tell.

        Raises:
            MissingTool: no model is installed.
        """
        if not self._speakers:
            raise MissingTool(
                "there are no piper voices here",
                where=str(models(self.name)),
                todo="run: narrator voices download en_US-lessac-medium",
            )
        found = [
            Voice(self.name, id, model.language, description=_about(model), licence=_licence(model))
            for id, (model, _) in self._speakers.items()
        ]
        return tuple(sorted(found, key=lambda voice: not voice.language.startswith("en")))

    def speak(self, text: str, voice: str, manner: Manner) -> Sound:
        """`text` spoken, a sentence at a time; pitch is shifted by playing it faster or slower."""
        if voice not in self._speakers:
            raise no_such_voice(self.name, voice, self.voices() if self._speakers else ())
        model, speaker = self._speakers[voice]
        loaded = self._load(model)
        from piper import SynthesisConfig

        pace = min(max(pace_for(manner), _SLOWEST), _FASTEST)
        config = SynthesisConfig(
            speaker_id=speaker,
            length_scale=float(loaded.config.length_scale) / pace,
            # Left on, every sentence is as loud as it can be, a whisper too.
            normalize_audio=False,
        )
        try:
            chunks = loaded.synthesize(without_commands(text), config)
            pcm = b"".join(chunk.audio_int16_bytes for chunk in chunks)
        except (RuntimeError, ValueError, KeyError) as error:
            raise NarratorError(f"{PACKAGE} could not speak with {voice}: {error}") from error
        return shifted(Sound(pcm, int(loaded.config.sample_rate)), manner)

    def close(self) -> None:
        """Let the models go."""
        self._loaded.clear()

    def _load(self, model: Model) -> Any:
        if model.name not in self._loaded:
            try:
                from piper import PiperVoice
                from piper.config import PiperConfig
            except ImportError as error:
                raise MissingTool(f"{PACKAGE} cannot be loaded: {error}", todo=EXTRA) from error
            self._loaded[model.name] = PiperVoice(
                session=session_for(model.path), config=PiperConfig.from_dict(model.config)
            )
        return self._loaded[model.name]


def installed() -> Iterator[Model]:
    """The models that are there, by name.

    Raises:
        MissingTool: the description of one cannot be read.
    """
    for path in sorted(models(Piper.name).glob(f"*{SUFFIX}")):
        described = path.with_name(path.name + ".json")
        try:
            config = json.loads(described.read_text(encoding="utf-8"))
            yield Model(path.stem, path, {"espeak": {"voice": "en"}, **config})
        except (OSError, ValueError, TypeError) as error:
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
