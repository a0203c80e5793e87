"""Single letters that stand for what no rule may touch, until the rules are done."""

from collections.abc import Iterator

from .rewriting import Draft, Edit

_FIRST, _LAST = 0x30000, 0x3134A
"""A block of rare Chinese letters: to the rules each is a word of one letter."""


class StandIns:
    """The stand-ins of one text."""

    def __init__(self) -> None:
        self._meanings: dict[str, str] = {}
        self._letters: dict[str, str] = {}

    def hide(self, draft: Draft, edits: list[Edit]) -> None:
        """Make `edits` in `draft`, each with a letter in place of what it puts there."""
        if edits:
            used = {*draft.text, *self._meanings}
            free = (chr(code) for code in range(_FIRST, _LAST + 1) if chr(code) not in used)
            draft.edit([(start, end, self._letter(new, free)) for start, end, new in edits])

    def show(self, draft: Draft) -> None:
        """Put what they stand for in place of the letters."""
        if self._meanings:
            found = [
                (at, at + 1, self._meanings[letter])
                for at, letter in enumerate(draft.text)
                if letter in self._meanings
            ]
            draft.edit(found)

    def _letter(self, meaning: str, free: Iterator[str]) -> str:
        """The letter for `meaning`; when all are used up, the meaning itself."""
        letter = self._letters.get(meaning) or next(free, "")
        if not letter:
            return meaning
        self._letters[meaning] = letter
        self._meanings[letter] = meaning
        return letter
