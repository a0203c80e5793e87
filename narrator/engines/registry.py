"""Which engines there are; none is imported before it is asked for."""

from difflib import get_close_matches
from importlib import import_module
from importlib.metadata import EntryPoint, entry_points

from narrator.errors import MissingTool

from .interface import Engine

GROUP = "narrator.engines"
"""The entry-point group by which other packages add engines: `name = "package.module:Class"`."""

DEFAULT_ENGINE = "espeak"
"""Needs nothing but pip packages, and sounds the same everywhere."""

BUILT_IN = {
    "espeak": ("espeak", "Espeak"),
    "pyttsx3": ("pyttsx3_engine", "Pyttsx3"),
    "silent": ("silent", "Silent"),
    "piper": ("piper_engine", "Piper"),
    "kokoro": ("kokoro_engine", "Kokoro"),
    "command": ("command", "Command"),
}
"""The engines of this folder: their name, file and class."""


def engine_names() -> tuple[str, ...]:
    """The names `engine_class` knows: the built-in engines first, then those of other packages."""
    others = {point.name for point in entry_points(group=GROUP)}
    return (*BUILT_IN, *sorted(others - BUILT_IN.keys()))


def engine_and_voice(engine: str, voice: str) -> tuple[str, str]:
    """The engine that speaks and its voice, for a `voice` in a cast for `engine`.

    A voice of another engine has that one's name in front.

    >>> engine_and_voice("piper", "espeak:old-man"), engine_and_voice("espeak", "girl")
    (('espeak', 'old-man'), ('espeak', 'girl'))
    """
    other, colon, id = voice.partition(":")
    return (other, id) if colon and other in engine_names() else (engine, voice)


def engine_class(name: str) -> type[Engine]:
    """The class of the engine called `name`.

    Raises:
        MissingTool: there is no such engine, or its module cannot be imported.
    """
    if name in BUILT_IN:
        module, cls = BUILT_IN[name]
        return _checked(name, getattr(import_module(f".{module}", __package__), cls))
    for point in entry_points(group=GROUP, name=name):
        return _checked(name, _loaded(point))
    names = engine_names()
    near = get_close_matches(name, names, n=1)
    hint = f"did you mean {near[0]}? There are" if near else "there are"
    raise MissingTool(f"there is no engine {name!r}", todo=f"{hint}: {', '.join(names)}")


def _loaded(point: EntryPoint) -> object:
    """What the entry point names."""
    try:
        return point.load()
    except (ImportError, AttributeError) as error:
        raise MissingTool(
            f"the engine {point.name!r} cannot be imported: {error}",
            where=point.value,
            todo="install or mend the package that provides it",
        ) from error


def _checked(name: str, found: object) -> type[Engine]:
    """`found`, if it is an engine class."""
    if isinstance(found, type) and issubclass(found, Engine):
        return found
    raise MissingTool(f"the engine {name!r} is not an engine class", where=repr(found))
