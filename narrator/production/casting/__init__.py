"""The second stage: everyone who speaks has a voice, from book to book the same."""

from .alike import alike
from .casting import (
    AS_USUAL,
    Casted,
    Wishes,
    cast_script,
    engine_for,
    missing_voices,
    refuse_missing_voices,
    tidy_cast,
)
from .strangers import misspelt, nearest, unspoken_roles

__all__ = [
    "AS_USUAL",
    "Casted",
    "Wishes",
    "alike",
    "cast_script",
    "engine_for",
    "missing_voices",
    "misspelt",
    "nearest",
    "refuse_missing_voices",
    "tidy_cast",
    "unspoken_roles",
]
