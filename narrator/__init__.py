"""Narrator turns a story into an audiobook with a voice for every character."""

__version__ = "0.1.0"
