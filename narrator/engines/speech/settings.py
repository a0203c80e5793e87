"""The file that names a server: `speech.toml` in Narrator's own folder.

url = "http://localhost:8880/v1"
model = "kokoro"           # what the server calls it; without, "tts-1", which most servers take
key = "MY_SPEECH_KEY"      # the environment variable that holds the key, where one is needed
format = "wav"             # or "pcm"
rate = 24000               # of pcm, where the server does not tell it
language = "en"            # of voices of which nothing else is said

[voice.alloy]              # what the server does not tell of a voice, or that there is one
gender = "female"
"""

import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import msgspec

from narrator.errors import BadScript, MissingTool
from narrator.files import Malformed, read_text, table_of
from narrator.model import Age, Gender
from narrator.servers import Address, address_of

from ..home import home

FILE = "speech.toml"
MODEL = "tts-1"
FORMATS = ("wav", "pcm")


class Told(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What a person says of a voice."""

    language: str = ""
    gender: Gender = Gender.UNKNOWN
    age: Age = Age.UNKNOWN
    description: str = ""
    licence: str = ""


class _File(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    url: str
    model: str = MODEL
    key: str = ""
    format: str = FORMATS[0]
    rate: int = 0
    language: str = "en"
    voice: dict[str, Told] = {}


@dataclass(frozen=True, slots=True)
class Settings:
    """The server that a person named, and how to talk to it."""

    url: str
    address: Address
    model: str
    format: str
    rate: int
    """Hertz, of pcm; 0 where nothing is said."""
    language: str
    voices: Mapping[str, Told]
    key_name: str
    key: str = field(repr=False)
    """What tells the server who asks; empty where it needs nothing."""


def settings_file() -> Path:
    """Where the file is, or would be."""
    return home() / FILE


def read_settings() -> Settings:
    """The server that is named.

    Raises:
        MissingTool: none is, or its key is not in the environment.
        BadScript: the file has mistakes.
    """
    path = settings_file()
    try:
        found = _checked(table_of(read_text(path)), str(path))
    except FileNotFoundError as error:
        raise MissingTool(
            "no server that speaks is named",
            where=str(path),
            todo='put into it:  url = "http://localhost:8880/v1"',
        ) from error
    except Malformed as error:
        raise BadScript.listing([error.problem], str(path)) from error
    return Settings(
        found.url,
        address_of(found.url),
        found.model,
        found.format,
        found.rate,
        found.language,
        found.voice,
        found.key,
        _key(found.key),
    )


def _checked(table: dict[str, Any], where: str) -> _File:
    try:
        found = msgspec.convert(table, _File)
    except msgspec.ValidationError as error:
        todo = "docs/voices.md says what the file may hold"
        raise BadScript(str(error), where=where, todo=todo) from error
    if found.format not in FORMATS:
        todo = f"write {' or '.join(FORMATS)}"
        raise BadScript(f"there is no format {found.format!r}", where=where, todo=todo)
    return found


def _key(name: str) -> str:
    """What the environment holds under `name`."""
    key = os.environ.get(name, "").strip() if name else ""
    if name and not (key.isascii() and key.isprintable() and key):
        raise MissingTool(
            f"the environment has no key under {name!r}",
            where=str(settings_file()),
            todo=f"run: export {name}=...",
        )
    return key
