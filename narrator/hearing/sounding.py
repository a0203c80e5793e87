"""How words sound, and how far apart two sound: by the rules of espeak-ng, in any language."""

import re
from collections.abc import Sequence
from functools import lru_cache

from narrator.engines.espeak_library import EspeakLibrary
from narrator.engines.espeak_tongues import accent_of

from .phrases import Phrase

_UNHEARD = re.compile(r"[ˈˌː\s\u0300-\u036f.ʔ()-]")
_SAME = str.maketrans(
    {"ɐ": "ə", "ᵻ": "ɪ", "ɚ": "ə", "ɜ": "ə", "ɾ": "t", "ɡ": "g", "r": "ɹ", "ɔ": "ɑ", "ɒ": "ɑ"}
)
"""Sounds that accents exchange, and that say nothing of a word."""
_VOWELS = frozenset("aeiouyæɑəɛɪʊʌøœɯɨʉɤɵ")
_KIN = ("pb", "td", "kg", "fv", "sz", "ʃʒ", "θð", "td", "mnŋ", "lɹ", "sʃ", "zʒ", "fθ", "vð", "wv")
"""Consonants that are taken for each other."""
_LIGHT = frozenset("əɪʊhɹjt")
"""Sounds that come and go."""
_NEAR = 0.5


class Sounding:
    """The sounds of a language."""

    def __init__(self, locale: str) -> None:
        self._library = EspeakLibrary()
        self._accent = accent_of(locale, self._library.accents) or "en"
        self._said = lru_cache(maxsize=20_000)(self._said_aloud)

    def of(self, words: Sequence[Phrase]) -> str:
        """The sounds of `words` said in one go."""
        told = (plain(each.sounds) if each.sounds else self._said(each.word) for each in words)
        return "".join(told)

    def _said_aloud(self, word: str) -> str:
        return plain(self._library.sounds(word, self._accent)) or word


def plain(ipa: str) -> str:
    """IPA with nothing but the sounds."""
    return _UNHEARD.sub("", ipa).translate(_SAME)


def apart(one: str, other: str) -> float:
    """How many sounds have to be changed, added or left out; those that are alike count half.

    >>> apart("bɪt", "bɪt"), apart("bɪt", "pɪt"), apart("bɪt", "bɪts")
    (0.0, 0.5, 1.0)
    """
    row = [0.0]
    for sound in other:
        row.append(row[-1] + _weight(sound))
    for sound in one:
        corner, row[0] = row[0], row[0] + _weight(sound)
        for at, heard in enumerate(other, start=1):
            changed = corner + _exchange(sound, heard)
            corner, row[at] = (
                row[at],
                min(changed, row[at] + _weight(sound), row[at - 1] + _weight(heard)),
            )
    return row[-1]


def _weight(sound: str) -> float:
    return _NEAR if sound in _LIGHT else 1.0


def _exchange(one: str, other: str) -> float:
    if one == other:
        return 0.0
    vowels = (one in _VOWELS) + (other in _VOWELS)
    are_light = one in _LIGHT and other in _LIGHT
    is_near = vowels == 2 or are_light or any(one in kin and other in kin for kin in _KIN)
    return _NEAR if is_near else 1.0
