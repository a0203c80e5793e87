"""Sounds that are no words, and letters that are: as phonemes, for engines that take them."""

import re
from functools import cache

from narrator.languages import either
from narrator.languages.spoken import Sounds

from .. import ipa
from ..rewriting import Edit

_LETTER = re.compile(
    r"\bA(?:(?<=[a-z]\sA)|(?<=[A-Z]\sA))(?=[.,;:!?]|\s[a-z]|\Z)(?!\sfew\b|\slot\b)"
    r"|\AA(?=\s(?:and|or|to|plus|minus)\b|,\s[B-Z]\b)"
)
"""A capital A inside a sentence, where an engine would say the article."""
_MAY_BE_CLIPPED = re.compile(r"['’](?:(?<!\w.)|(?<=\b[smgptSMGPT].))")
_MAY_BE = re.compile(
    r"(?:\A|[\s\"“‘'(—–…*_.-])(?:[Ss]+[Hh]|[Hh]['’]?[Mm]|[Hh]r|[Mm][MmHh-]|[Pp]+[SsFf]|[Tt]+s?[Cc]"
    r"|[BbGg]+[Rr]|[Zz]{2}|[EeAaOo]+[Ww])[SsHhMmPpFfTtRrZzWwCc'’-]*+(?!\w)"
)
_MAY_MISREAD = re.compile(r"used to|object|insult|elaborate|invalid").search


class InSounds:
    """What is said in phonemes, by the sounds of a language."""

    def __init__(self, words: Sounds) -> None:
        self._words = words
        listed = "|".join(f"({pattern})" for pattern, _ in words.sounds)
        self._sound = re.compile(rf"(?<![\w.'’-])(?:{listed})(?![\w'’]|-\w)", re.IGNORECASE)
        joined = either(words.run_together).replace("'", "['’]")
        self._clipped = re.compile(
            rf"(?<!\w)['’](?P<dropped>{either(words.dropped)})(?![\w'’])"
            rf"|(?<![\w'’])(?P<joined>{joined})(?!\w)",
            re.IGNORECASE,
        )
        self._misread = _misread(words)

    def sounds(self, text: str) -> list[Edit]:
        """What in `text` an engine would spell out or misread: `Shh!`, `Hmm`, `'ave`."""
        edits: list[Edit] = []
        if _MAY_BE.search(text):
            edits += [
                (*found.span(), ipa.marked(self._words.sounds[(found.lastindex or 1) - 1][1]))
                for found in self._sound.finditer(text)
            ]
        if _MAY_BE_CLIPPED.search(text):
            edits += [
                (*found.span(), ipa.marked(self._in_full(found)))
                for found in self._clipped.finditer(text)
            ]
        return sorted(edits)

    def _in_full(self, found: re.Match[str]) -> str:
        if found["dropped"]:
            return self._words.dropped[found["dropped"].lower()]
        return self._words.run_together[found["joined"].lower().replace("’", "'")]

    def misread(self, text: str) -> list[Edit]:
        """What espeak-ng reads wrongly in `text`, which is ready but for this: a lone A."""
        edits: list[Edit] = []
        heard = self._words.heard
        if " A" in text or text[:1] == "A":
            edits += [(*found.span(), ipa.marked(heard["a"])) for found in _LETTER.finditer(text)]
        if _MAY_MISREAD(text):
            for found in self._misread.finditer(text):
                name = found.lastgroup or ""
                edits.append((*found.span(name), ipa.marked(heard[name])))
        return sorted(edits)


def _misread(words: Sounds) -> re.Pattern[str]:
    """Words of two sounds that no spelling tells apart, in the places of the rarer."""
    no_habit = "".join(rf"(?<!{word}\s)" for word in sorted(words.before_used))
    return re.compile(
        rf"{no_habit}(?P<habit>\bused)(?=\sto\s)"
        rf"|\b(?:{either(words.before_verbs)}|[a-z]+n't)\s"
        r"(?:(?P<objecting>object)|(?P<insulting>insult))\b"
        rf"|\b(?:{either(words.before_elaborate)})\s(?P<elaborate>elaborate)\b"
        rf"|\b(?:{either(words.before_invalid)})\s(?P<invalid>invalid)"
        rf"(?=[.,;:!?']|\s(?:{either(words.after_invalid)})\b|\Z)"
    )


@cache
def in_sounds(words: Sounds) -> InSounds:
    """What is said in phonemes, by `words`."""
    return InSounds(words)
