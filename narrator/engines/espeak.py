"""The espeak engine: many voices, fast, offline, and the same on every machine."""

import math
from difflib import get_close_matches
from pathlib import Path
from typing import ClassVar

from narrator.errors import MissingTool
from narrator.model import Manner, Sound, Voice

from .espeak_library import WHEEL, EspeakLibrary, Setting, wheel_version
from .espeak_voices import BY_ID, CATALOGUE, SCHEMA
from .interface import Engine

LICENCE = "GPL-3.0-or-later"
"""Of espeak-ng and its data; what it speaks is not covered by it."""

_SLOWEST, _FASTEST = 80, 450
_LOWEST, _HIGHEST = 0, 99
_FIXED_SHARE = 0.38
"""The part of a voice's pitch that espeak's pitch number does not scale (mean of our voices)."""


class Espeak(Engine):
    """espeak-ng from the pip wheel, never the system's, so that a book sounds alike anywhere.

    Besides its own voices it takes any name espeak has, such as `en-us+f3` or `fr+Annie`.
    """

    name: ClassVar[str] = "espeak"

    def __init__(self) -> None:
        self._library = EspeakLibrary()
        data = self._library.data
        self._accents = frozenset(path.name.lower() for path in _files(data / "lang"))
        self._variants = frozenset(path.name for path in _files(data / "voices" / "!v"))

    @classmethod
    def version(cls) -> str:
        """The version of the library's wheel and of our catalogue."""
        return f"{WHEEL} {wheel_version()}, voices {SCHEMA}"

    def voices(self) -> tuple[Voice, ...]:
        """Our catalogue; raw espeak names are accepted too but not listed."""
        return tuple(
            Voice(
                engine=self.name,
                id=voice.id,
                language=voice.language,
                gender=voice.gender,
                age=voice.age,
                description=voice.description,
                pitch_hz=voice.pitch_hz,
                licence=LICENCE,
            )
            for voice in CATALOGUE
        )

    def speak(self, text: str, voice: str, manner: Manner) -> Sound:
        """`text` spoken; rates and pitches beyond what espeak can do are held at its limits."""
        raw, setting = self._found(voice)
        pcm = self._library.speak(text, raw, adjusted(setting, manner))
        return Sound(pcm, self._library.rate)

    def _found(self, voice: str) -> tuple[str, Setting]:
        """What espeak must be told to speak with `voice`."""
        ours = BY_ID.get(voice)
        if ours is not None:
            return ours.espeak, ours.setting
        accent, plus, variant = voice.partition("+")
        # espeak itself ignores a variant it does not have and speaks on with another voice.
        if accent in self._accents and (variant in self._variants if plus else True):
            return voice, Setting()
        raise MissingTool(f"espeak has no voice {voice!r}", todo=self._advice(accent, variant))

    def _advice(self, accent: str, variant: str) -> str:
        """The names closest to one that does not exist."""
        if accent in self._accents:
            near = [f"{accent}+{name}" for name in _near(variant, self._variants)]
        elif variant:
            near = [f"{name}+{variant}" for name in _near(accent, self._accents)]
        else:
            near = _near(accent, {*BY_ID, *self._accents})
        return f"did you mean {' or '.join(near)}?" if near else "run: narrator voices"


def adjusted(setting: Setting, manner: Manner) -> Setting:
    """`setting` as `manner` asks; the default manner changes nothing."""
    rate, pitch = setting.rate, setting.pitch
    if manner.rate != 1.0:
        rate = min(max(round(rate * manner.rate), _SLOWEST), _FASTEST)
    if manner.pitch != 0.0:
        pitch = _shifted(pitch, manner.pitch)
    return setting._replace(rate=rate, pitch=pitch)


def _shifted(pitch: int, semitones: float) -> int:
    """espeak's pitch number for a voice `semitones` above the number `pitch`.

    Heard pitch is a fixed share plus a part that doubles every 50 steps of the number.
    """
    moving = 1 - _FIXED_SHARE
    heard = _FIXED_SHARE + moving * 2 ** ((pitch - 50) / 50)
    wanted = (heard * 2 ** (semitones / 12) - _FIXED_SHARE) / moving
    if wanted <= 0.5:
        return _LOWEST
    return min(round(50 + 50 * math.log2(wanted)), _HIGHEST)


def _files(folder: Path) -> list[Path]:
    return [path for path in folder.rglob("*") if path.is_file()]


def _near(name: str, names: frozenset[str] | set[str]) -> list[str]:
    """Up to three of `names` that resemble `name`, whatever their case."""
    by_lower = {each.lower(): each for each in sorted(names)}
    return [by_lower[key] for key in get_close_matches(name.lower(), by_lower, n=3, cutoff=0.5)]
