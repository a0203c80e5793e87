"""Which engines there are; none is imported before it is asked for."""

import os
from difflib import get_close_matches
from functools import cache
from importlib import import_module
from importlib.metadata import EntryPoint, entry_points

from narrator.errors import MissingTool
from narrator.processes import interrupted_later

from .interface import Engine

GROUP = "narrator.engines"
"""The entry-point group by which other packages add engines: `name = "package.module:Class"`."""

NATURAL, PLAIN = "hibari", "espeak"
"""The engine for English, and that for all else: it speaks a hundred languages."""
VARIABLE = "NARRATOR_ENGINE"
"""The environment variable that names the engine where nothing else does."""

BUILT_IN = {
    "hibari": ("hibari", "Hibari"),
    "espeak": ("espeak", "Espeak"),
    "pyttsx3": ("pyttsx3_engine", "Pyttsx3"),
    "silent": ("silent", "Silent"),
    "piper": ("piper_engine", "Piper"),
    "kokoro": ("kokoro_engine", "Kokoro"),
    "command": ("command", "Command"),
    "speech": ("speech", "Speech"),
}
"""The engines of this folder: their name, file and class."""


def default_engine(language: str = "en") -> str:
    """The engine for a text in `language`, a BCP 47 tag, where nobody names one."""
    named = os.environ.get(VARIABLE)
    if named:
        return named
    return NATURAL if _is_english(language) and not _missing() else PLAIN


def why_not_natural(language: str) -> str:
    """Why an English text gets no natural voices by default; empty where it does, or is none."""
    if os.environ.get(VARIABLE) or not _is_english(language):
        return ""
    return _missing()


def _is_english(language: str) -> bool:
    return language.replace("_", "-").partition("-")[0].casefold() == "en"


@cache
def _missing() -> str:
    """What hinders the natural voices: their libraries are tried, for some are there but cannot be
    loaded on this system."""
    try:
        with interrupted_later():
            import_module("onnxruntime")
            import_module("hibari")
    except Exception as error:
        return str(error) or type(error).__name__
    return ""


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
    raise no_such_engine(name)


def no_such_engine(name: str) -> MissingTool:
    """The error for an engine that is not there, with what may have been meant."""
    names = engine_names()
    near = get_close_matches(name, names, n=1)
    hint = f"did you mean {near[0]}? There are" if near else "there are"
    return MissingTool(f"there is no engine {name!r}", todo=f"{hint}: {', '.join(names)}")


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
