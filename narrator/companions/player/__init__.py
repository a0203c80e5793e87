"""The page that plays a book: `index.html`, and the text and cues of each chapter beside it."""

from .chapter import chapter_script
from .page import page
from .pages import player_files

__all__ = ["chapter_script", "page", "player_files"]
