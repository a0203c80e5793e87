"""Text and a voice to sound."""

from .interface import Engine
from .registry import (
    default_engine,
    engine_and_voice,
    engine_class,
    engine_names,
    no_such_engine,
    why_not_natural,
)

__all__ = [
    "Engine",
    "default_engine",
    "engine_and_voice",
    "engine_class",
    "engine_names",
    "no_such_engine",
    "why_not_natural",
]
