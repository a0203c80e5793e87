"""How a server speaks: found out once, by letting it say a line or two, and kept for all books."""

import contextlib
import json
import math
from collections.abc import Callable
from statistics import median

import msgspec

from narrator.acoustics import pitches, resampled
from narrator.files import Damaged, read_json
from narrator.model import Sound

from ..home import home

FILE = "speech-habits.json"
LINE = "She put the kettle on, sat down by the window, and waited for the post."
TEXT = (
    f"{LINE} The street was empty, the lamps were lit, and the rain ran down the glass. Nobody had "
    "written to her since the spring, and nobody would write today. Still she waited, as she had "
    "waited every evening, with her hands in her lap and her eyes on the gate. At nine o'clock the "
    "clock struck, the fire sank, and the old dog got up and went to the door."
)
QUICK = 1.5
"""The speed that is tried."""
HEEDED, TRUE = 0.25, (0.75, 1.25)
"""From which part of what is asked for a speed is heeded, and where it is taken to be exact."""
WHOLE = 0.7
"""The part of the seconds that a text should last from which it is taken to be all there."""
LONGEST = 1000
"""Characters that are sent at once; the protocol allows 4,096."""
SHORTEST = 60

Say = Callable[[str, float], Sound]
"""Speaks a text at a speed."""


class Habits(msgspec.Struct, frozen=True):
    """What a server does that others do otherwise."""

    rate: int
    """Hertz."""
    pace: float
    """The power of the speed asked for that is heard: 1 where it is exact, 0 where it is not
    heeded or raises the voice."""
    longest: int
    """Characters that may be sent at once."""
    takes_any_voice: bool
    """Whether it speaks under a name that no voice can have."""

    @property
    def told(self) -> str:
        """In words."""
        return ", ".join(
            (
                f"{self.rate:,} Hz",
                "heeds the speed" if self.pace else "does not heed the speed",
                "speaks long texts whole"
                if self.longest == LONGEST
                else f"cuts texts off: gets {self.longest} characters at most",
                *(["takes any name for a voice"] if self.takes_any_voice else []),
            )
        )


def found(say: Say, is_spoken_by_nobody: Callable[[], bool]) -> Habits:
    """Let a server speak, and see."""
    plain = say(LINE, 1.0)
    return Habits(
        plain.rate,
        _pace(plain, say(LINE, QUICK)),
        _longest(plain, say(TEXT, 1.0)),
        is_spoken_by_nobody(),
    )


def kept(server: str) -> Habits | None:
    """What was found out of the server called so."""
    return _read().get(server)


def keep(server: str, habits: Habits) -> None:
    """Whoever may not write there has it found out in each run."""
    path = home() / FILE
    beside = path.with_name(f"{FILE}.part")
    told = msgspec.to_builtins({**_read(), server: habits})
    with contextlib.suppress(OSError):
        beside.write_text(json.dumps(told, indent=1, sort_keys=True) + "\n", encoding="utf-8")
        beside.replace(path)


def _read() -> dict[str, Habits]:
    try:
        return read_json(home() / FILE, dict[str, Habits])
    except (OSError, Damaged):
        return {}


def _pace(plain: Sound, quick: Sound) -> float:
    heard = plain.seconds / max(quick.seconds, 0.01)
    power = math.log(heard) / math.log(QUICK)
    if power < HEEDED or _raised(plain, quick) > math.sqrt(heard):
        return 0.0
    return 1.0 if TRUE[0] < power < TRUE[1] else round(power, 2)


def _raised(plain: Sound, quick: Sound) -> float:
    """How much higher the voice is; 1 where no pitch is heard."""
    low, high = (pitches(resampled(sound)) for sound in (plain, quick))
    return median(high) / median(low) if low and high else 1.0


def _longest(line: Sound, text: Sound) -> int:
    share = text.seconds / (line.seconds * len(TEXT) / len(LINE))
    if share >= WHOLE:
        return LONGEST
    # A little less than what came: a cut is seldom at the same place.
    return max(round(0.8 * share * len(TEXT)), SHORTEST)
