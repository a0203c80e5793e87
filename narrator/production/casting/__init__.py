"""The second stage: everyone who speaks has a voice, from book to book the same."""

from .casting import (
    AS_USUAL,
    Casted,
    Wishes,
    cast_script,
    engine_for,
    missing_voices,
    refuse_missing_voices,
)

__all__ = [
    "AS_USUAL",
    "Casted",
    "Wishes",
    "cast_script",
    "engine_for",
    "missing_voices",
    "refuse_missing_voices",
]
