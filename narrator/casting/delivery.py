"""How a line is said, as far as pace, pitch and level can show it; never so strong that a voice
is not recognised."""

import re
from dataclasses import dataclass
from functools import cache

from narrator.languages import every_pack
from narrator.languages.delivery import Delivery as Words
from narrator.model import Manner


@dataclass(frozen=True, slots=True)
class Delivery:
    """What is changed of a role's manner for one line."""

    rate: float = 1.0
    """A factor."""
    pitch: float = 0.0
    """Semitones."""
    gain: float = 0.0
    """Decibels."""
    effort: float = 0.0
    """As in a Manner."""

    def of(self, manner: Manner, *, with_effort: bool) -> Manner:
        """`manner`, so delivered; `with_effort`: by an engine that heeds effort."""
        if self == PLAIN:
            return manner
        rate, pitch = round(manner.rate * self.rate, 4), round(manner.pitch + self.pitch, 4)
        return Manner(rate, pitch, self.effort if with_effort else manner.effort)


PLAIN = Delivery()
WHISPERED = Delivery(rate=0.96, gain=-5.0, effort=-1.0)
SOFT = Delivery(rate=0.96, gain=-5.0, effort=-0.5)
LOUD = Delivery(rate=1.03, pitch=1.0, gain=2.5, effort=1.0)
SAD = Delivery(rate=0.92, pitch=-0.6, gain=-1.5)
HASTY = Delivery(rate=1.12)
SLOW = Delivery(rate=0.88)

_WORD = re.compile(r"[a-z]+")


def delivery_for(word: str) -> Delivery:
    """How a line is spoken of which the book says that it was `word`.

    A question needs nothing: its mark tells every engine. What is not known is spoken plainly.

    >>> delivery_for("whispered").gain
    -5.0
    >>> delivery_for("said") == delivery_for("asked") == Delivery()
    True
    """
    for told in _WORD.findall(word.casefold()):
        for stem, delivery in _stems(every_pack().delivery):
            if told.startswith(stem):
                return delivery
    return PLAIN


@cache
def _stems(words: Words) -> tuple[tuple[str, Delivery], ...]:
    """The beginnings of words, the longest first: breathless haste is no soft breath."""
    said = {
        WHISPERED: words.whispered,
        SOFT: words.soft,
        LOUD: words.loud,
        SAD: words.sad,
        HASTY: words.hasty,
        SLOW: words.slow,
    }
    stems = [(stem, delivery) for delivery, known in said.items() for stem in known]
    return tuple(sorted(stems, key=lambda pair: (-len(pair[0]), pair[0])))
