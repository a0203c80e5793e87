"""Text and a voice to sound."""

from .interface import Engine
from .registry import engine_class, engine_names

__all__ = ["Engine", "engine_class", "engine_names"]
