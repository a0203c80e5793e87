"""A higher or deeper voice for engines that know only pace.

Sound that is spoken slower and then played faster is higher, at the pace it would have had. Throat
and mouth seem smaller, too: it is another person, not the same one on tiptoe.
"""

import warnings

from narrator.model import SAMPLE_BYTES, Manner, Sound

with warnings.catch_warnings():
    warnings.simplefilter("ignore")  # deprecated in Python itself; later audioop-lts has it
    import audioop

WIDEST = 7.0
"""Semitones: beyond this it is no voice any more."""


def pace_for(manner: Manner) -> float:
    """How fast to speak, as a factor, so that `shifted` leads to the pace of `manner`."""
    return manner.rate / _factor(manner)


def shifted(sound: Sound, manner: Manner) -> Sound:
    """`sound`, spoken at `pace_for(manner)`, in the pitch and pace of `manner`."""
    factor = _factor(manner)
    if factor == 1.0 or not sound.frames:
        return sound
    pcm = sound.pcm[: sound.frames * SAMPLE_BYTES]
    pcm, _ = audioop.ratecv(pcm, SAMPLE_BYTES, 1, round(sound.rate * factor), sound.rate, None)
    return Sound(pcm, sound.rate)


def _factor(manner: Manner) -> float:
    return float(2 ** (min(max(manner.pitch, -WIDEST), WIDEST) / 12))
