"""Voices heard before a book is recorded: one, those of an engine, or those of a cast."""

from .auditioning import TEXT, audition_cast, audition_voices, sample_of
from .saying import say

__all__ = [
    "TEXT",
    "audition_cast",
    "audition_voices",
    "sample_of",
    "say",
]
