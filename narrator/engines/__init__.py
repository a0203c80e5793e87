"""Text and a voice to sound."""

from .interface import Engine
from .registry import DEFAULT_ENGINE, engine_and_voice, engine_class, engine_names

__all__ = ["DEFAULT_ENGINE", "Engine", "engine_and_voice", "engine_class", "engine_names"]
