"""How words are said that the rules of a language would not get right."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Pronunciation:
    """How one word, or a few that belong together, are said."""

    written: str
    """As the book has it. All in small letters it stands for any case; with a capital only for
    itself, and for itself all in capitals."""
    say: str = ""
    """The words an engine is given instead: `her-MY-oh-nee`."""
    ipa: str = ""
    """The sounds, for engines that take phonemes; others get `say`, or the word as it is."""
    language: str = ""
    """The BCP 47 tag of the books it is for, such as `en` or `en-GB`; empty for all books."""
    tongue: str = ""
    """The BCP 47 tag of the language that the words are in, where it is not the book's: an engine
    that can says them so."""
