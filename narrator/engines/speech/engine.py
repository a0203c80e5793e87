"""The speech engine: a server that a person named speaks, and nothing is sent anywhere else."""

import hashlib
from functools import cached_property
from typing import ClassVar

from narrator.errors import MissingTool, NarratorError
from narrator.model import SAMPLE_BYTES, Manner, Sound, Voice

from ..espeak_library import plain
from ..in_parts import in_parts
from ..interface import Engine
from ..names import no_such_voice
from ..shifting import pace_for, shifted
from . import habits
from .client import SECONDS, Client
from .habits import Habits
from .listing import voices_of
from .settings import Settings, read_settings, settings_file
from .sound import USUAL_RATE, sound_in, told_rate

SCHEMA = 1
"""Raised when the same text comes to sound otherwise."""
NOBODY = "narrator-asks-for-nobody"
"""No voice has this name."""
_SLOWEST, _FASTEST = 0.25, 4.0
"""What the protocol allows."""
_SILENCE = Sound(bytes(USUAL_RATE // 100 * SAMPLE_BYTES), USUAL_RATE)
"""What is given for text without words."""


class Speech(Engine):
    """The server in `speech.toml`: one on this machine, one with a graphics card, or a service."""

    name: ClassVar[str] = "speech"
    varies: ClassVar[bool] = True
    waits: ClassVar[float] = SECONDS

    def __init__(self) -> None:
        self._settings = read_settings()
        self._client = Client(self._settings)

    @classmethod
    def version(cls) -> str:
        """The server and the model: another may have another voice of the same name."""
        return f"speech {SCHEMA}, {_named(read_settings())}"

    @classmethod
    def remarks(cls) -> str:
        """How the server speaks."""
        known = habits.kept(_named(read_settings()))
        return known.told if known else ""

    def voices(self) -> tuple[Voice, ...]:
        """Those that the person names, then those that the server lists.

        Raises:
            MissingTool: there is no server, or nobody says what voices it has.
        """
        if not self._voices:
            raise MissingTool(
                f"{self._settings.url} lists no voices",
                where=str(settings_file()),
                todo="name those that it has, each with a row:  [voice.NAME]",
            )
        return self._voices

    def speak(self, text: str, voice: str, manner: Manner) -> Sound:
        """`text` spoken; pitch is shifted by playing it faster or slower, where the server heeds
        the speed that it is asked for."""
        if voice not in {each.id for each in self.voices()}:
            raise no_such_voice(self.name, voice, self._voices)
        words = plain(text).strip()
        if not any(sign.isalnum() for sign in words):
            return _SILENCE
        known = self._habits(voice)
        speed = pace_for(manner) ** (1 / known.pace) if known.pace else 1.0
        parts = [self._said(each, voice, speed) for each in in_parts(words, known.longest)]
        sound = _joined(parts)
        return shifted(sound, manner) if known.pace else sound

    @cached_property
    def _voices(self) -> tuple[Voice, ...]:
        return voices_of(self._settings, self._client, self.name)

    def _habits(self, voice: str) -> Habits:
        """How the server speaks, known or found out with the first line."""
        server = _named(self._settings)
        if not (known := habits.kept(server)):
            known = habits.found(
                lambda text, speed: self._said(text, voice, speed), self._any_voice
            )
            habits.keep(server, known)
        return known

    def _any_voice(self) -> bool:
        try:
            return self._said(habits.LINE, NOBODY, 1.0).frames > 0
        except NarratorError:
            return False

    def _said(self, text: str, voice: str, speed: float) -> Sound:
        """One request."""
        format, held = self._settings.format, min(max(speed, _SLOWEST), _FASTEST)
        reply = self._client.say(text, voice, held, format)
        try:
            return sound_in(reply, format, self._rate if format == "pcm" else 0)
        except NarratorError as error:
            raise NarratorError(error.what, where=self._settings.url) from error

    @cached_property
    def _rate(self) -> int:
        """Hertz of pcm that comes without a word of it: as told, as in a WAV, or as usual."""
        if self._settings.rate:
            return self._settings.rate
        voice = self.voices()[0].id
        reply = self._client.say("Good evening.", voice, 1.0, "wav")
        try:
            return told_rate(reply) or sound_in(reply, "wav", 0).rate
        except NarratorError:
            return USUAL_RATE


def _named(settings: Settings) -> str:
    """What tells one server and model from another."""
    digest = hashlib.sha256(f"{settings.url}\n{settings.model}".encode()).hexdigest()[:12]
    return f"{settings.model} {digest}"


def _joined(parts: list[Sound]) -> Sound:
    rates = {part.rate for part in parts}
    if len(rates) > 1:
        raise NarratorError(
            f"the server gave one text at {' and '.join(map(str, sorted(rates)))} Hz"
        )
    return Sound(b"".join(part.pcm for part in parts), parts[0].rate)
