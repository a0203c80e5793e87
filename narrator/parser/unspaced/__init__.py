"""Who says what in a script that parts words by nothing: by names that tags and titles tell."""

from .studying import study_unspaced

__all__ = ["study_unspaced"]
