"""How a line is said, as far as pace, pitch and level can show it; never so strong that a voice
is not recognised."""

import re
from dataclasses import dataclass

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

    def of(self, manner: Manner) -> Manner:
        """`manner`, so delivered."""
        if self == PLAIN:
            return manner
        return Manner(round(manner.rate * self.rate, 4), round(manner.pitch + self.pitch, 4))


PLAIN = Delivery()
SOFT = Delivery(rate=0.96, gain=-5.0)
LOUD = Delivery(rate=1.03, pitch=1.0, gain=2.5)
SAD = Delivery(rate=0.92, pitch=-0.6, gain=-1.5)
HASTY = Delivery(rate=1.12)
SLOW = Delivery(rate=0.88)

_STEMS = {
    SOFT: "whisper murmur mutter mumbl breath hiss quiet soft hush",
    LOUD: "shout yell scream roar bellow cried cry call holler thunder bawl shriek loud exclaim",
    SAD: "sob wept weep moan wail groan sigh sad mourn",
    HASTY: "gasp pant blurt hurr quick hast rapid breathless babbl",
    SLOW: "slow drawl weari",
}
_FIRST = {stem: delivery for delivery, stems in reversed(_STEMS.items()) for stem in stems.split()}
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
        # The longest stem first: breathless haste is no soft breath.
        for stem in sorted(_FIRST, key=len, reverse=True):
            if told.startswith(stem):
                return _FIRST[stem]
    return PLAIN
