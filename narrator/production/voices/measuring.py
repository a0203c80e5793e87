"""The voices of an engine as measured facts: shipped, or found out here and kept."""

import contextlib
from collections.abc import Mapping
from dataclasses import dataclass, replace

from narrator.acoustics import (
    Measurements,
    Voiceprint,
    age_of,
    gender_of,
    read,
    shipped,
    written,
)
from narrator.engines import engine_class, engine_names
from narrator.errors import NarratorError
from narrator.files import Damaged, read_text
from narrator.model import Age, Gender, Voice
from narrator.studio import measure_voices, voices_of
from narrator.workspace import Workspace, write_whole

from ..progress import Listener, Progress, Warned


@dataclass(frozen=True, slots=True)
class KnownVoice:
    """A voice, and what was measured of it."""

    voice: Voice
    """As its engine describes it; gender, age and pitch from the measurement where it does not."""
    print: Voiceprint | None
    gender_is_inferred: bool = False
    age_is_inferred: bool = False


def measured_prints(workspace: Workspace, engine: str) -> Mapping[str, Voiceprint]:
    """What is known of an engine's voices, by their ids: measured here, else as shipped."""
    known = shipped(engine)
    kept = _kept(workspace, engine)
    return {**(known.prints if known else {}), **(kept.prints if kept else {})}


def known_voices(
    workspace: Workspace, engine: str, language: str | None = None
) -> tuple[KnownVoice, ...]:
    """The voices of `engine` with what is known of them, the best suited to narrate first.

    With a `language`, those for a text in it. A voice that speaks another language than it was
    measured in is taken to sound as it did: language hardly changes pitch and timbre.

    Raises:
        MissingTool: the engine cannot start.
    """
    prints = measured_prints(workspace, engine)
    return tuple(
        described(voice, print_of(voice.id, prints)) for voice in voices_of(engine, language)
    )


def usable_voices(workspace: Workspace, language: str | None = None) -> tuple[KnownVoice, ...]:
    """The voices of all engines that have any here, the default engine's first.

    Left out are the silent engine, and pyttsx3, whose voices on Linux are espeak's once more.
    """
    found: list[KnownVoice] = []
    for name in engine_names():
        if name not in ("silent", "pyttsx3"):
            # What is not installed, or has no model, has no voices.
            with contextlib.suppress(NarratorError):
                engine_class(name).version()
                found += known_voices(workspace, name, language)
    return tuple(found)


def print_of(voice: str, prints: Mapping[str, Voiceprint]) -> Voiceprint | None:
    """What was measured of `voice`; of `fr/girl` or `en-gb-scotland/girl` what was of `girl`."""
    return prints.get(voice) or prints.get(voice.partition("/")[2])


def described(voice: Voice, print: Voiceprint | None) -> KnownVoice:
    """`voice` with what its engine leaves open filled in from its measurement."""
    if print is None:
        return KnownVoice(voice, None)
    infers_gender = voice.gender is Gender.UNKNOWN and gender_of(print) is not Gender.UNKNOWN
    infers_age = voice.age is Age.UNKNOWN and age_of(print) is not Age.UNKNOWN
    full = replace(
        voice,
        gender=gender_of(print) if infers_gender else voice.gender,
        age=age_of(print) if infers_age else voice.age,
        pitch_hz=voice.pitch_hz or print.pitch_hz or None,
    )
    return KnownVoice(full, print, infers_gender, infers_age)


def measure_engine(
    workspace: Workspace, engine: str, *, jobs: int, anew: bool = False, listen: Listener
) -> int:
    """Measure the voices of `engine` that were not measured yet, and keep the figures.

    Returns how many were measured now. May be stopped at any moment: what is measured is kept.

    Raises:
        MissingTool: the engine cannot start.
    """
    version = engine_class(engine).version()
    kept = None if anew else _kept(workspace, engine)
    prints = dict(kept.prints) if kept and kept.version == version else {}
    missing = [voice.id for voice in voices_of(engine) if voice.id not in prints]
    done = 0
    for id, found in measure_voices(engine, missing, jobs=jobs):
        if isinstance(found, Voiceprint):
            prints[id] = found
            done += 1
            # After each voice: some take half a minute, and a run may be killed.
            text = written(Measurements(engine, version, prints))
            write_whole(workspace.measurements(engine), text)
        else:
            listen(Warned(f"{id} cannot be measured: {found}"))
        listen(Progress("measuring", done, len(missing)))
    return done


def _kept(workspace: Workspace, engine: str) -> Measurements | None:
    try:
        return read(read_text(workspace.measurements(engine)))
    except (OSError, Damaged):
        return None
