"""Variants of our own, as text files in `people/`: a throat, a pitch, a breath.

They are written as espeak's variants are (`pitch`, `formant`, `breath`, `echo`, ...; see
espeak-ng's docs/voices.md). espeak looks for variants only among its own data; so a voice of ours
is the file of a language with the variant's rows behind it, which espeak takes from any place.
"""

from functools import cache
from importlib.resources import files
from pathlib import Path

FOLDER = "people"


@cache
def our_variants() -> frozenset[str]:
    """The names of our variants."""
    folder = files(__package__).joinpath(FOLDER)
    return frozenset(file.name for file in folder.iterdir() if file.is_file())


@cache
def voice_text(language: Path, variant: str) -> str:
    """The text of a voice: the language in espeak's file `language`, and our `variant`."""
    ours = files(__package__).joinpath(FOLDER, variant).read_text(encoding="utf-8")
    return f"{language.read_text(encoding='utf-8')}\n{ours}"
