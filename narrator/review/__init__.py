"""A book reviewed: what a person can do to it, done to its files, and taken back again.

It knows neither a page nor a server: `narrator/serving/` puts it before a browser.
"""

from .actions import AnyAction, read_action
from .papers import CannotBeDone
from .session import Session

__all__ = ["AnyAction", "CannotBeDone", "Session", "read_action"]
