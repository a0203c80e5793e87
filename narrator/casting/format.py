"""What a casting file holds.

engine = "espeak"
series = "tree-hill"    # its voices are those of voices/tree-hill.toml

[cast."Haley James Scott"]
voice = "woman-clear"
gender = "female"       # female, male, neutral, unknown
age = "adult"           # child, young, adult, old, unknown
aliases = ["Haley"]
kind = "ghost"          # person, giant, robot, ghost, animal, small-animal
accent = "Scottish"     # or its tag, such as en-GB-scotland
rate = 1.1              # a factor
pitch = 2               # semitones
gain = -3               # decibels
locked = true           # whatever is said of her on the review page, it is not chosen anew

[say]
Hermione = "her-MY-oh-nee"

[pauses]
paragraph = 0.8         # seconds
factor = 1.1            # of all of them
"""

from dataclasses import dataclass

ENGINE = "engine"
SERIES = "series"
CAST = "cast"
SAY = "say"
PAUSES = "pauses"
TOP_KEYS = (ENGINE, SERIES, CAST, SAY, PAUSES)


@dataclass(frozen=True, slots=True)
class Limits:
    """The numbers a key may have, and the one it has when it is not given."""

    least: float
    most: float
    default: float


VOICE = "voice"
GENDER = "gender"
AGE = "age"
ALIASES = "aliases"
KIND = "kind"
ACCENT = "accent"
RATE = "rate"
PITCH = "pitch"
GAIN = "gain"
LOCKED = "locked"
NUMBERS = {
    RATE: Limits(0.5, 2.0, 1.0),
    PITCH: Limits(-12.0, 12.0, 0.0),
    GAIN: Limits(-20.0, 20.0, 0.0),
}
ROLE_KEYS = (VOICE, GENDER, AGE, KIND, ACCENT, ALIASES, RATE, PITCH, GAIN, LOCKED)
_SHOWN = 60
"""Characters of a wrong value that are enough to find it."""


def shown(value: object) -> str:
    """A wrong value as a message has it: as much as is needed to find it."""
    written = str(value) if isinstance(value, float) else repr(value)
    return written if len(written) <= _SHOWN else f"{written[: _SHOWN - 1]}…"
