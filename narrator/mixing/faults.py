"""What a finished file falls short of, by the profile it is held against."""

import math
from collections.abc import Iterator

from .inspection import Inspection
from .profiles import Profile, Range

_TOLERANCE = 0.1
"""Decibels: what meters differ by."""
_OFFSET = 0.005
"""The mean, as a part of full scale, that is too far off centre."""
_CODED = 2.0
"""Decibels that coding with loss may add to peaks: with them they stay below the -1 dB (true peak)
that AES TD1008 asks for."""
_SHOWN = 3


def find_faults(found: Inspection, profile: Profile) -> list[str]:
    """What is wrong with a file, a line each; empty where it is as the profile wants it."""
    return [*_form(found, profile), *_levels(found, profile), *_silences(found, profile)]


def _form(found: Inspection, profile: Profile) -> Iterator[str]:
    if found.damage:
        yield f"damaged: {found.damage}"
    if found.missing:
        yield f"cut short: {found.missing:.0f} s of what it says it lasts are missing"
    if profile.mp3_only and found.codec != "mp3":
        yield f"{found.codec}, not MP3"
    if profile.rate and found.rate != profile.rate:
        yield f"{found.rate} Hz, not {profile.rate} Hz"
    if profile.bit_rate and found.codec == "mp3":
        if not found.is_constant:
            yield "the bit rate varies; it has to be constant"
        if found.bit_rate and found.bit_rate < profile.bit_rate:
            yield f"{found.bit_rate} kbit/s, less than {profile.bit_rate}"
    if profile.longest and found.seconds > profile.longest:
        yield f"lasts {found.seconds / 60:.1f} minutes, more than {profile.longest / 60:g}"


def _levels(found: Inspection, profile: Profile) -> Iterator[str]:
    if not found.peak > -math.inf:
        yield "nothing is heard"
        return
    yield from _outside("loudness", found.lufs, "LUFS", profile.loudness)
    yield from _outside("RMS", found.rms, "dB", profile.rms)
    if profile.peak is not None and found.peak > profile.peak + _TOLERANCE:
        yield f"peaks at {found.peak:.1f} dB, above {profile.peak:g}"
    if profile.true_peak is not None:
        most = profile.true_peak + (_CODED if found.clicks is None else 0)
        if found.true_peak > most + _TOLERANCE:
            yield f"peaks at {found.true_peak:.1f} dB (true peak), above {most:g}"
    if found.floor > profile.floor:
        yield f"the quietest half second is at {found.floor:.1f} dB, above {profile.floor:g}"
    if abs(found.offset) > _OFFSET:
        yield f"off centre by {found.offset:.1%} of full scale"
    if found.clicks:
        times = ", ".join(f"{time:.2f} s" for time in found.clicks[:_SHOWN])
        more = f" and {len(found.clicks) - _SHOWN} more" if len(found.clicks) > _SHOWN else ""
        yield f"clicks at {times}{more}"


def _silences(found: Inspection, profile: Profile) -> Iterator[str]:
    if not found.peak > -math.inf:
        return
    yield from _outside("silence before the first word", found.head, "s", profile.head)
    yield from _outside("silence after the last word", found.tail, "s", profile.tail)
    if profile.room_tone and found.floor == -math.inf:
        yield "silence is digital silence, not room tone"


def _outside(what: str, value: float, unit: str, wanted: Range | None) -> Iterator[str]:
    if wanted is None:
        return
    least, most = wanted
    slack = _TOLERANCE if unit != "s" else 0.02
    if not least - slack <= value <= most + slack:
        yield f"{what} {value:.1f} {unit}, not {least:g} to {most:g}"
