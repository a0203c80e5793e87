"""Who of a cast sounds much like somebody they talk with."""

from narrator.acoustics import Voiceprint
from narrator.casting import Likeness, conversations_in
from narrator.engines import engine_and_voice
from narrator.model import Cast, Manner, Role, Script
from narrator.workspace import Workspace

from ..voices import measured_prints, print_of

NEAR = 1.5
"""Nearer than this two voices are taken for each other now and then."""


def alike(workspace: Workspace, cast: Cast, script: Script) -> dict[str, tuple[str, ...]]:
    """For each role those whom it meets in a scene and whose voices are near, by their names.

    Voices that nobody measured count as far from all but themselves.
    """
    known = conversations_in(script).known_as(lambda name: _name(cast, name))
    likeness = Likeness({}, _prints(workspace, cast))
    found: dict[str, list[str]] = {}
    for one, other in sorted(known.meetings):
        here, there = cast.role(one), cast.role(other)
        if here and there and likeness.apart(_part(here), _part(there)) < NEAR:
            found.setdefault(one, []).append(other)
            found.setdefault(other, []).append(one)
    return {name: tuple(others) for name, others in found.items()}


def _name(cast: Cast, speaker: str) -> str:
    role = cast.role(speaker)
    return role.character.name if role else speaker


def _part(role: Role) -> tuple[str, Manner]:
    return role.voice, role.manner


def _prints(workspace: Workspace, cast: Cast) -> dict[str, Voiceprint]:
    found = {}
    for role in cast.roles:
        engine, id = engine_and_voice(cast.engine, role.voice)
        if print := print_of(id, measured_prints(workspace, engine)):
            found[role.voice] = print
    return found
