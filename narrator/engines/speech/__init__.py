"""The engine speech: any server that speaks OpenAI's `/v1/audio/speech`."""

from .engine import Speech

__all__ = ["Speech"]
