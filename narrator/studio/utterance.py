"""What is spoken in one go, and the key that names its sound."""

import hashlib
import json
from dataclasses import dataclass, field, fields
from functools import lru_cache

from narrator.model import Manner, Span
from narrator.text import Diction

from .wording import Sentences, said_for

_PLAIN = Diction()
SCHEMA = 1
"""Part of every key: raise it when a clip is made or kept in another way."""


@dataclass(frozen=True, slots=True)
class Utterance:
    """One line as an engine will speak it."""

    key: str
    """Names everything that shapes the sound, and nothing else (a SHA-256 in hexadecimal)."""
    engine: str
    voice: str
    manner: Manner
    sentences: tuple[str, ...]
    """Words as they are spoken; spoken one by one, so that mixing can set the pauses between."""
    spans: tuple[Span, ...] = field(default=(), compare=False)
    """Where each sentence stands in the line as written. Not in the key: it changes no sound."""

    @property
    def characters(self) -> int:
        """How much there is to speak."""
        return sum(map(len, self.sentences))

    def key_with(self, version: str) -> str:
        """The key that it would have with this version of its engine."""
        return _key(self.engine, version, self.voice, self.manner, self.sentences)


def utterance_for(
    text: str,
    *,
    engine: str,
    version: str,
    voice: str,
    manner: Manner,
    diction: Diction = _PLAIN,
    heading: bool = False,
) -> Utterance | None:
    """The utterance of a script line; None when it holds nothing that can be spoken.

    `version` is what the engine's class answers to `version_of(voice)`. Of `diction` nothing is in
    the key but the words it leads to: a change of it speaks anew just the lines that it changes.
    """
    said = said_for(text, diction, heading=heading)
    return utterance_of(said, engine=engine, version=version, voice=voice, manner=manner)


def utterance_of(
    said: Sentences, *, engine: str, version: str, voice: str, manner: Manner
) -> Utterance | None:
    """The utterance of a line for which this is said, likewise."""
    if not said:
        return None
    sentences = tuple(part for _, part in said)
    key = _key(engine, version, voice, manner, sentences)
    return Utterance(key, engine, voice, manner, sentences, tuple(span for span, _ in said))


def _key(engine: str, version: str, voice: str, manner: Manner, sentences: tuple[str, ...]) -> str:
    """The same for the same sound on every machine; no position, path or name is in it."""
    before, after = _shaping(engine, version, voice, manner)
    return hashlib.sha256(f"{before}{_json(sentences)}{after}".encode("ascii")).hexdigest()


@lru_cache(maxsize=1000)
def _shaping(engine: str, version: str, voice: str, manner: Manner) -> tuple[str, str]:
    """What stands before and after the sentences in what a key is made of: the same for a voice."""
    shaping = {
        "schema": SCHEMA,
        "engine": engine,
        "version": version,
        "voice": voice,
        "manner": _told(manner),
        "sentences": None,
    }
    name = '"sentences":'
    before, _, after = _json(shaping).partition(f"{name}null")
    return before + name, after


def _told(manner: Manner) -> dict[str, float]:
    """`manner` by name. Effort came later: where there is none, keys are what they always were."""
    told = {each.name: float(getattr(manner, each.name)) for each in fields(manner)}
    return told if manner.effort else {name: told[name] for name in ("rate", "pitch")}


def _json(value: object) -> str:
    return json.dumps(value, sort_keys=True, separators=(",", ":"))
