"""The kokoro engine: one neural model with dozens of voices."""

from collections.abc import Iterator, Sequence
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Any, ClassVar

from narrator.errors import MissingTool
from narrator.model import SAMPLE_BYTES, Manner, Sound, Voice

from .espeak_wheel import WHEEL, wheel_version
from .in_parts import in_parts
from .interface import Engine
from .kokoro_alphabet import LONGEST, letters_for, numbers_for
from .kokoro_model import RATE, Model, files, ids_in, style_file, style_of
from .kokoro_voices import TONGUES, WITHOUT_SOUNDS, described
from .model_file import digest
from .names import no_such_voice
from .onnx_session import need_runtime
from .pauses_between import cut
from .phonemizing import Phonemizer
from .shifting import pace_for, shifted

SCHEMA = 2
"""Raised when the same text comes to sound otherwise."""
TOGETHER = 250
"""Letters and signs of sentences that are spoken in one go."""
_SLOWEST, _FASTEST = 0.5, 2.0
_SILENCE = Sound(bytes(RATE // 100 * SAMPLE_BYTES), RATE)
"""What is given for text without words."""


class Kokoro(Engine):
    """The model and its voices in `models/kokoro` of Narrator's own folder."""

    name: ClassVar[str] = "kokoro"
    takes_phonemes: ClassVar[bool] = True

    def __init__(self) -> None:
        need_runtime()
        self._path, self._styles = files()
        self._style = lru_cache(maxsize=64)(style_of)

    @classmethod
    def version(cls) -> str:
        """The rules by which text becomes letters of the model."""
        need_runtime()
        return f"kokoro {SCHEMA}, {WHEEL} {wheel_version()}"

    @classmethod
    def version_of(cls, voice: str) -> str:
        """The same, with the model and the style of the voice."""
        return f"{cls.version()}, {digest(cls.files_of(voice))}"

    @classmethod
    def files_of(cls, voice: str) -> tuple[Path, ...]:
        """The model, and the style of the voice."""
        model, styles = files()
        return tuple(path for path in (model, style_file(styles, voice)) if path.is_file())

    @classmethod
    def listed_for(cls, language: str) -> tuple[Voice, ...]:
        """The voices that are there: their names say it all."""
        return described(ids_in(files()[1]))

    def voices(self) -> tuple[Voice, ...]:
        """The voices that are there, English first, the best by their maker's grades first."""
        return described(self._ids)

    def speak(self, text: str, voice: str, manner: Manner) -> Sound:
        """`text` spoken; pitch is shifted by playing it faster or slower."""
        self._check(voice)
        letters = self._letters(text, voice)
        spoken = [self._spoken(part, voice, manner)[0] for part in in_parts(letters, LONGEST)]
        return _sound(spoken, manner) if spoken else _SILENCE

    def speak_each(self, sentences: Sequence[str], voice: str, manner: Manner) -> tuple[Sound, ...]:
        """Each of `sentences`: some are spoken in one go and cut apart again.

        The model adds most of a second of silence to whatever it speaks, and every second costs.
        """
        self._check(voice)
        letters = [self._letters(sentence, voice) for sentence in sentences]
        sounds: list[Sound] = []
        for group in _groups(letters):
            together = self._together(group, voice, manner) if len(group) > 1 else None
            sounds += together or self._one_by_one(sentences, len(sounds), group, voice, manner)
        return tuple(sounds)

    def _one_by_one(
        self, sentences: Sequence[str], at: int, group: Sequence[str], voice: str, manner: Manner
    ) -> list[Sound]:
        return [self.speak(text, voice, manner) for text in sentences[at : at + len(group)]]

    def _together(self, group: Sequence[str], voice: str, manner: Manner) -> list[Sound] | None:
        """The sounds of a few sentences spoken in one go; None where they cannot be told apart."""
        samples, places = self._spoken(" ".join(group), voice, manner)
        if places is None:
            return None
        windows, end = [], 0
        for letters in group[:-1]:
            end += len(letters) + 1
            # From the last letter before the sign to the first behind the blank, both included.
            windows.append((round(places[end - 3]), round(places[min(end + 1, len(places) - 1)])))
        pieces = cut(samples, windows, RATE)
        return [_sound([piece], manner) for piece in pieces] if pieces else None

    def _check(self, voice: str) -> None:
        """Refuse a voice that is not there, or cannot be given its language."""
        if voice not in self._ids:
            raise no_such_voice(self.name, voice, self.voices())
        if voice[:1] in WITHOUT_SOUNDS:
            raise MissingTool(
                f"the voice {voice!r} of kokoro speaks {WITHOUT_SOUNDS[voice[:1]]}",
                todo="choose another: narrator voices --engine kokoro",
            )

    def _letters(self, text: str, voice: str) -> str:
        """`text` in the alphabet of the model."""
        _, tongue = TONGUES.get(voice[:1], ("", "en-us"))
        said = self._phonemizer.sentences(text, tongue)
        return " ".join(letters_for(sentence, tongue) for sentence in said)

    def _spoken(
        self, letters: str, voice: str, manner: Manner
    ) -> tuple[Any, Sequence[float] | None]:
        pace = min(max(pace_for(manner), _SLOWEST), _FASTEST)
        style = self._style(self._styles, voice)
        return self._model.speak(numbers_for(letters), style, pace)

    @cached_property
    def _ids(self) -> tuple[str, ...]:
        return ids_in(self._styles)

    @cached_property
    def _model(self) -> Model:
        return Model(self._path)

    @cached_property
    def _phonemizer(self) -> Phonemizer:
        return Phonemizer()


def _sound(spoken: Sequence[Any], manner: Manner) -> Sound:
    pcm = b"".join((each.clip(-1, 1) * 32_767).astype("<i2").tobytes() for each in spoken)
    return shifted(Sound(pcm, RATE), manner)


def _groups(letters: Sequence[str]) -> Iterator[list[str]]:
    """Sentences that follow each other and are short enough together; silent ones alone."""
    group: list[str] = []
    for each in letters:
        if group and (not each or not group[-1] or len(" ".join((*group, each))) > TOGETHER):
            yield group
            group = []
        group.append(each)
    if group:
        yield group
