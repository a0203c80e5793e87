"""What finished sound has to be like: the profiles it is made for and measured against."""

from dataclasses import dataclass

from narrator.errors import WrongUsage

from .loudness import CEILING, TARGET

Range = tuple[float, float]
"""The least and the most."""


@dataclass(frozen=True, slots=True)
class Profile:
    """What is asked of every file. None asks for nothing."""

    name: str
    lufs: float
    """The integrated loudness that is aimed at."""
    loudness: Range | None = None
    """LUFS."""
    rms: Range | None = None
    """dBFS, over the whole file."""
    peak: float | None = None
    """dBFS: no sample is higher."""
    true_peak: float | None = None
    """dBTP: nothing between samples is higher either."""
    floor: float = -50.0
    """dBFS: the RMS of the quietest half second is not higher."""
    head: Range = (0.0, 10.0)
    """Seconds before the first sound."""
    tail: Range = (0.0, 20.0)
    """Seconds after the last."""
    longest: float | None = None
    """Seconds that a file may last."""
    mp3_only: bool = False
    """Whether files have to be MP3."""
    rate: int | None = None
    """Hertz."""
    bit_rate: int | None = None
    """kbit/s of an MP3 at least, and constant."""
    room_tone: bool = False
    """Whether silence must not be digital silence."""
    credits: bool = False
    """Whether the book has to begin and end with who wrote and who reads it."""


STANDARD = Profile(
    "standard",
    lufs=TARGET,
    loudness=(TARGET - 1.0, TARGET + 1.0),
    true_peak=CEILING,
)
"""Loudness of speech on demand (AES TD1008), for whoever listens."""

ACX = Profile(
    "acx",
    lufs=-18.8,
    rms=(-23.0, -18.0),
    peak=-3.0,
    floor=-60.0,
    head=(0.5, 1.0),
    tail=(1.0, 5.0),
    longest=120 * 60.0,
    mp3_only=True,
    rate=44100,
    bit_rate=192,
    room_tone=True,
    credits=True,
)
"""ACX's audio submission requirements, the technical ones. ACX takes human narration only."""

_PROFILES = (STANDARD, ACX)


def profile_names() -> tuple[str, ...]:
    """The names of all profiles, the usual one first."""
    return tuple(each.name for each in _PROFILES)


def find_profile(name: str) -> Profile:
    """The profile of that name.

    Raises:
        NarratorError: there is none; the message lists those there are.
    """
    for each in _PROFILES:
        if each.name == name.strip().lower():
            return each
    raise WrongUsage(f"there is no profile {name!r}", todo=f"use {', '.join(profile_names())}")
