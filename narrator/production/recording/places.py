"""The lines of a script, each with what is to be spoken for it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType

from narrator.casting import PLAIN, delivery_for
from narrator.engines import engine_and_voice, engine_class
from narrator.errors import NarratorError
from narrator.model import Cast, Line, LineKind, Role, Script
from narrator.studio import Sentences, Utterance, Wording, retaken, said_for, utterance_of
from narrator.text import Diction

from .brought import Brought


@dataclass(frozen=True, slots=True)
class Place:
    """A line in the script and what is to be spoken for it."""

    chapter: int
    row: int
    """Of the line in `ScriptChapter.rows`."""
    role: Role
    utterance: Utterance
    gain: float
    """Decibels for how the line is said."""
    first: Utterance
    """The same in the way in which it was said first: `narrator check --mend` may find a better."""


def places_in(
    script: Script,
    cast: Cast,
    diction: Diction,
    *,
    delivers: bool = True,
    retakes: Mapping[str, str] = MappingProxyType({}),
    brought: Brought | None = None,
    wording: Wording | None = None,
) -> Iterator[Place]:
    """All lines that have something to say, in their order.

    `delivers`: as the book says they are said. `retakes`: by the key of its first take, the way in
    which a line was said better. `brought` has the recordings that lines name; without it they
    are spoken. `wording` remembers what is said for them.

    Raises:
        NarratorError: nobody plays a speaker.
    """
    version = cache(lambda engine, voice: engine_class(engine).version_of(voice))
    takes_effort = cache(lambda engine: engine_class(engine).takes_effort)
    for number, chapter in enumerate(script.chapters):
        for index, row in enumerate(chapter.rows):
            if not isinstance(row, Line):
                continue
            role = cast.role(row.speaker)
            if role is None:
                raise NarratorError(
                    f"nobody plays {row.speaker!r}", todo="run `narrator cast` for this book"
                )
            if row.recording and brought:
                own = brought(row)
                yield Place(number, index, role, own, 0.0, own)
                continue
            engine, voice = engine_and_voice(cast.engine, role.voice)
            delivery = delivery_for(row.delivery) if delivers else PLAIN
            utterance = utterance_of(
                _said(row, diction, wording),
                engine=engine,
                version=version(engine, voice),
                voice=voice,
                manner=delivery.of(role.manner, with_effort=takes_effort(engine)),
            )
            if utterance:
                said = retaken(utterance, retakes.get(utterance.key, ""))
                yield Place(number, index, role, said, delivery.gain, utterance)


def _said(row: Line, diction: Diction, wording: Wording | None) -> Sentences:
    heading = row.kind is LineKind.HEADING
    if wording:
        return wording.said_for(row.text, heading=heading)
    return said_for(row.text, diction, heading=heading)
