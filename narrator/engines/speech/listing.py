"""The voices of a server: its list, looked at before it is believed, and what a person says."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Any

from narrator.model import Age, Gender, Voice

from ..kokoro_voices import voice_of
from .client import Client
from .settings import Settings, Told

PLACES = ("/audio/voices", "/voices")
"""Where servers list their voices; OpenAI's own protocol has no such place."""
_LISTS = ("voices", "data", "items", "results")
_NAMES = ("id", "voice_id", "voice", "name")
_TAG = re.compile(r"[a-z]{2,3}([-_][A-Za-z0-9]{2,8})*")
_OF_KOKORO = re.compile(r"[abefhip][fm]_[a-z]+")
_MOST, _LONGEST = 10_000, 200


def voices_of(settings: Settings, client: Client, engine: str) -> tuple[Voice, ...]:
    """Those that the person names, in their order, then those that only the server lists."""
    listed = _listed(client)
    ids = dict.fromkeys((*settings.voices, *listed))
    return tuple(
        _voice(engine, id, listed.get(id, {}), settings.voices.get(id, Told()), settings.language)
        for id in ids
    )


def _listed(client: Client) -> dict[str, Mapping[str, Any]]:
    """What the server says of each of its voices; nothing where it lists none."""
    for place in PLACES:
        if found := dict(_entries(client.document(place))):
            return found
    return {}


def _entries(document: Any) -> Iterator[tuple[str, Mapping[str, Any]]]:
    """The voices in a list of names or of descriptions, by their names."""
    if isinstance(document, dict):
        document = next((document[name] for name in _LISTS if name in document), None)
    if isinstance(document, dict):
        document = list(document)
    for entry in document[:_MOST] if isinstance(document, list) else ():
        about = entry if isinstance(entry, dict) else {"id": entry}
        id = next((about[name] for name in _NAMES if name in about), None)
        if isinstance(id, str) and _is_name(id):
            yield id, about


def _is_name(id: str) -> bool:
    return 0 < len(id) <= _LONGEST and id.isprintable() and id.strip() == id


def _voice(engine: str, id: str, about: Mapping[str, Any], told: Told, language: str) -> Voice:
    """A voice by what the person says of it, else the server, else its name."""
    named = voice_of(id) if _OF_KOKORO.fullmatch(id) else Voice(engine, id, language)
    tag = _text(about, ("language", "lang", "locale", "language_code"))
    return replace(
        named,
        engine=engine,
        language=told.language or (tag if _TAG.fullmatch(tag) else named.language),
        gender=_of(Gender, told.gender, _text(about, ("gender", "sex")), named.gender),
        age=_of(Age, told.age, _text(about, ("age",)), named.age),
        description=told.description or _text(about, ("description",))[:80] or named.description,
        licence=told.licence,
    )


def _of(kind: Any, told: Any, listed: str, otherwise: Any) -> Any:
    """What the person says, else what the server does if it is one of ours."""
    if told != kind("unknown"):
        return told
    values = {each.value for each in kind} - {"unknown"}
    return kind(listed.lower()) if listed.lower() in values else otherwise


def _text(about: Mapping[str, Any], names: Iterable[str]) -> str:
    found = next((about[name] for name in names if isinstance(about.get(name), str)), "")
    return " ".join(str(found).split())
