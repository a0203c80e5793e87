"""The names of the commonest emoji, for a message that is nothing else."""

import re

_NAMES = {
    "👍": "thumbs up", "👎": "thumbs down", "❤": "heart", "💔": "broken heart", "😀": "smile",
    "😃": "smile", "😄": "grin", "😁": "grin", "🙂": "smile", "😊": "smile", "😉": "wink",
    "😂": "tears of laughter", "🤣": "laughing out loud", "😢": "tear", "😭": "sobbing",
    "😡": "angry face", "😠": "angry face", "😱": "scream", "😮": "gasp", "😍": "heart eyes",
    "😘": "kiss", "💋": "kiss", "🙄": "eye roll", "🤷": "shrug", "🤦": "facepalm",
    "🙏": "praying hands",
    "👏": "applause", "💪": "strong arm", "👋": "wave", "🤔": "thinking face", "😎": "sunglasses",
    "😴": "asleep", "🔥": "fire", "🎉": "party popper", "🎂": "birthday cake", "🍕": "pizza",
    "✅": "tick", "❌": "cross", "💀": "skull", "👀": "eyes", "🤗": "hug", "😅": "nervous laugh",
    "😐": "straight face", "🙃": "upside-down smile", "☹": "frown", "🙁": "frown", "☺": "smile",
}  # fmt: skip
_EMOJI = re.compile("|".join(_NAMES))


def names(text: str) -> str:
    """What a text without a word says in emoji; empty where it says nothing.

    >>> names("👍👍 ❤️"), names("* * *")
    ('thumbs up, thumbs up, heart', '')
    """
    return ", ".join(_NAMES[each] for each in _EMOJI.findall(text[:_ENOUGH]))


_ENOUGH = 40
"""Characters; nobody reads out a wall of them."""
