"""Words in capitals."""

from ..tables import Part, Words


class Capitals(Part, frozen=True):
    """Words in capitals: shouted ones, and those that are letters."""

    common: Words
    """Words that everybody knows, so that they are no initialisms in capitals and no names."""
    spelled_alone: Words
    """Initialisms that espeak-ng reads as words where all around is in capitals (measured)."""
    spelled: Words
    """Those that it reads as words anywhere."""
    said_right: Words
    """Names in capitals that engines say right."""
    rather_words: Words
    """Words, where all around them is shouted too."""
    words: Words
    """Capitals before a figure that are said as a word: `COVID-19`."""
    after_it: Words
    """What tells that `IT` is it."""
    voiced_th: str
    """A pattern for words that begin with a voiced `th`, for those who stammer."""
    z: str
    """The last letter."""
    american_z: str
    """The last letter, as it is called in America."""
    letters_between: str
    """What is said for the sign of `Q&A`."""
    wars: dict[str, str]
    """Names made of letters and figures that are said in full."""
