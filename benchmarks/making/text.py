"""A novel of any length to measure with: our own story, told again with other names."""

from collections.abc import Iterator
from itertools import count
from pathlib import Path

STORY = Path(__file__).resolve().parents[2] / "examples" / "the-night-ferry.txt"
NAMES = ("Mara", "Quill", "Toby", "Penhallow", "Aldous", "Edith", "Gull")
LETTERS = "abcdefghijklmnoprstuvw"


def novel(characters: int) -> str:
    """About `characters` of story in chapters; no two tellings have the same sentences."""
    parts, length = [], 0
    for part in _tellings():
        parts.append(part)
        length += len(part)
        if length >= characters:
            return "".join(parts)
    return ""


def _tellings() -> Iterator[str]:
    title, _, body = STORY.read_text(encoding="utf-8").partition("\n")
    yield title + "\n"
    for number in count():
        text = body
        for name in NAMES:
            text = text.replace(name, name + _syllables(number))
        # A word more in every sentence: clips of equal words would be spoken only once.
        yield text.replace(". ", f", {_syllables(number)}. ").replace(
            "Chapter ", f"Chapter {number + 1} "
        )


def _syllables(number: int) -> str:
    """A short word of its own for each number, that can be pronounced."""
    text = ""
    while True:
        number, rest = divmod(number, len(LETTERS))
        text += LETTERS[rest] + "aeiou"[number % 5]
        if not number:
            return text
