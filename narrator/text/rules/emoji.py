"""The names of the commonest emoji, for a message that is nothing else."""

import re
from collections.abc import Callable
from functools import cache

from narrator.languages.spoken import Emoji

_ENOUGH = 40
"""Characters; nobody reads out a wall of them."""


def names(text: str, words: Emoji) -> str:
    """What a text without a word says in emoji; empty where it says nothing.

    >>> names("👍👍 ❤️", Emoji(names={"👍": "thumbs up", "❤": "heart"}))
    'thumbs up, thumbs up, heart'
    """
    return ", ".join(words.names[each] for each in _finder(words)(text[:_ENOUGH]))


@cache
def _finder(words: Emoji) -> Callable[[str], list[str]]:
    return re.compile("|".join(words.names)).findall
