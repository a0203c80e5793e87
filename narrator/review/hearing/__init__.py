"""Lines of a book under review heard at once, by themselves or in a row; what is not spoken yet."""

from .asked import Ask, read_ask
from .listening import Listening
from .wave import Wave

__all__ = ["Ask", "Listening", "Wave", "read_ask"]
