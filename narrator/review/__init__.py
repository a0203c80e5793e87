"""A book reviewed: what a person can do to it, done to its files, and taken back again.

It knows neither a page nor a server: `narrator/serving/` puts it before a browser.
"""

from .actions import AnyAction, read_action
from .hearing import Listening, Wave, read_ask
from .making import Making, answer_of
from .papers import CannotBeDone
from .session import Session, sound_of
from .stories import Stories

__all__ = [
    "AnyAction",
    "CannotBeDone",
    "Listening",
    "Making",
    "Session",
    "Stories",
    "Wave",
    "answer_of",
    "read_action",
    "read_ask",
    "sound_of",
]
