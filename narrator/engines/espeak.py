"""The espeak engine: many voices, fast, offline, and the same on every machine."""

from dataclasses import replace
from difflib import get_close_matches
from typing import ClassVar

from narrator.errors import MissingTool
from narrator.model import Manner, Sound, Voice

from .espeak_library import EspeakLibrary, files_below
from .espeak_people import our_variants, voice_text
from .espeak_setting import Setting, adjusted
from .espeak_tongues import accent_of, in_tongues
from .espeak_voices import BY_ID, CATALOGUE, SCHEMA
from .espeak_wheel import WHEEL, wheel_version
from .interface import Engine
from .names import no_such_voice

ACCENT_NAMES = {"en-GB": "en-gb-x-rp", "en-US-x-nyc": "en-us-nyc"}
"""Accents of English that espeak knows by another name than their tag."""

LICENCE = "GPL-3.0-or-later"
"""Of espeak-ng and its data; what it speaks is not covered by it."""


class Espeak(Engine):
    """espeak-ng from the pip wheel, never the system's, so that a book sounds alike anywhere.

    Besides its own voices it takes any name espeak has, such as `en-us+f3` or `fr+Annie`.
    """

    name: ClassVar[str] = "espeak"
    takes_phonemes: ClassVar[bool] = True
    mixes_accents: ClassVar[bool] = True

    def __init__(self) -> None:
        self._library = EspeakLibrary()
        self._languages = self._library.languages
        self._accents = self._library.accents
        variants = files_below(self._library.data / "voices" / "!v")
        self._variants = frozenset(path.name for path in variants) | our_variants()

    @classmethod
    def version(cls) -> str:
        """The version of the library's wheel and of our catalogue."""
        return f"{WHEEL} {wheel_version()}, voices {SCHEMA}"

    def voices(self) -> tuple[Voice, ...]:
        """Our catalogue; raw espeak names are accepted too but not listed."""
        return _ours()

    def voices_for(self, language: str) -> tuple[Voice, ...]:
        """Our voices; for another language than English the same people speaking that.

        Their ids begin with espeak's name of the language: `fr/old-woman`.
        """
        accent = self._accent(language)
        if accent is None or accent.split("-")[0] == "en":
            return self.voices()
        return tuple(
            replace(voice, id=f"{accent}/{voice.id}", language=language, description="")
            for voice in self.voices()
        )

    @classmethod
    def listed_for(cls, language: str) -> tuple[Voice, ...] | None:
        """Our catalogue, for English; what else there is only the library knows."""
        is_english = language.replace("_", "-").lower().partition("-")[0] == "en"
        return _ours() if is_english else None

    def voices_with(self, accent: str) -> tuple[Voice, ...]:
        """Our people in an accent of English: `en-gb-scotland/man-deep`.

        Those who have it anyway keep their plain ids.
        """
        name = ACCENT_NAMES.get(accent, accent.lower())
        if name not in self._accents or name.split("-")[0] != "en":
            return ()
        return tuple(
            voice
            if BY_ID[voice.id].espeak.partition("+")[0] == name
            else replace(voice, id=f"{name}/{voice.id}", language=accent)
            for voice in self.voices()
        )

    def _accent(self, language: str) -> str | None:
        """espeak's name for the language of a BCP 47 tag; None where it does not speak it."""
        return accent_of(language, self._accents)

    def speak(self, text: str, voice: str, manner: Manner) -> Sound:
        """`text` spoken; rates and pitches beyond what espeak can do are held at its limits."""
        raw, setting = self._found(voice)
        pcm = self._library.speak(
            in_tongues(text, self._library.sounds, self._accent),
            raw,
            adjusted(setting, manner),
            self._described(raw),
        )
        return Sound(pcm, self._library.rate)

    def _described(self, raw: str) -> str:
        """The text of the voice, if its variant is ours; else nothing."""
        accent, _, variant = raw.partition("+")
        return voice_text(self._languages[accent], variant) if variant in our_variants() else ""

    def _found(self, voice: str) -> tuple[str, Setting]:
        """What espeak must be told to speak with `voice`."""
        ours = BY_ID.get(voice)
        if ours is not None:
            return ours.espeak, ours.setting
        tongue, _, id = voice.partition("/")
        if tongue in self._accents and id in BY_ID:
            return f"{tongue}+{BY_ID[id].espeak.partition('+')[2]}", BY_ID[id].setting
        accent, plus, variant = voice.partition("+")
        # espeak itself ignores a variant it does not have and speaks on with another voice.
        if accent in self._accents and (variant in self._variants if plus else True):
            return voice, Setting()
        raise self._missing(voice, accent, variant)

    def _missing(self, voice: str, accent: str, variant: str) -> MissingTool:
        """The error for a voice that does not exist, with the names closest to it."""
        tongue, slash, _ = voice.partition("/")
        if accent in self._accents:
            near = [f"{accent}+{name}" for name in _near(variant, self._variants)]
        elif variant:
            near = [f"{name}+{variant}" for name in _near(accent, self._accents)]
        elif accent.lower().split("-")[0] in {name.split("-")[0] for name in self._accents}:
            near = _near(accent, self._accents)
        else:
            prefix = f"{tongue}/" if slash and tongue in self._accents else ""
            return no_such_voice(self.name, voice, self.voices(), prefix)
        hint = f"did you mean {' or '.join(near)}?" if near else "run: narrator voices"
        return MissingTool(f"espeak has no voice {voice!r}", todo=hint)


def _ours() -> tuple[Voice, ...]:
    return tuple(
        Voice(
            engine=Espeak.name,
            id=voice.id,
            language=voice.language,
            gender=voice.gender,
            age=voice.age,
            description=voice.description,
            pitch_hz=voice.pitch_hz,
            licence=LICENCE,
            kind=voice.kind,
        )
        for voice in CATALOGUE
    )


def _near(name: str, names: frozenset[str] | set[str]) -> list[str]:
    """Up to three of `names` that resemble `name`, whatever their case."""
    by_lower = {each.lower(): each for each in sorted(names)}
    return [by_lower[key] for key in get_close_matches(name.lower(), by_lower, n=3, cutoff=0.5)]
