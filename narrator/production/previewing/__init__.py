"""Lines heard before, or while, their book is made."""

from .voicing import Levelled, Voicing, found_clips, ready_recording, voicing_of

__all__ = ["Levelled", "Voicing", "found_clips", "ready_recording", "voicing_of"]
