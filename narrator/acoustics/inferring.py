"""What kind of person a voice sounds like, where its engine does not say."""

from narrator.model import Age, Gender

from .voiceprint import Voiceprint

MAN_BELOW, WOMAN_ABOVE = 145.0, 165.0
"""Hertz: what pitch alone says. Medians of adults lie near 120 for men and 210 for women, and
overlap around 155. Baken and Orlikoff, "Clinical Measurement of Speech and Voice" (2000)."""
SURELY_MAN, SURELY_WOMAN = 125.0, 200.0
"""Hertz, below and above which timbre is not asked."""
DOUBT = 0.1
"""Log odds too near to even."""
CHILD_ABOVE = 275.0
"""Hertz."""


def gender_of(print: Voiceprint) -> Gender:
    """The gender that pitch and timbre suggest; neutral where in doubt, unknown without a pitch."""
    if not print.pitch_hz:
        return Gender.UNKNOWN
    if print.woman is None or not SURELY_MAN < print.pitch_hz < SURELY_WOMAN:
        if print.pitch_hz < MAN_BELOW:
            return Gender.MALE
        return Gender.FEMALE if print.pitch_hz > WOMAN_ABOVE else Gender.NEUTRAL
    if abs(print.woman) < DOUBT:
        return Gender.NEUTRAL
    return Gender.FEMALE if print.woman > 0 else Gender.MALE


def age_of(print: Voiceprint) -> Age:
    """A child where the voice is too high for a grown person; else nothing can be said."""
    return Age.CHILD if print.pitch_hz > CHILD_ABOVE else Age.UNKNOWN
