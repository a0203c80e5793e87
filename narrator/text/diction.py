"""How the words of a book are to be said."""

from dataclasses import dataclass, field

from .lexicon import Lexicon


@dataclass(frozen=True, slots=True)
class Diction:
    """What the spoken text depends on besides the written text."""

    locale: str = "en-US"
    """A BCP 47 tag: how numbers, dates and abbreviations are read."""
    lexicon: Lexicon = field(default=Lexicon())
    """How a person wants certain words said."""
    phonemes: bool = False
    """Whether the engine takes phonemes, in IPA, between `[[` and `]]`."""
