"""Sounds that a model has no number for, in the nearest that it has. Nothing is left out unsaid."""

import unicodedata
from collections.abc import Container

from narrator.errors import NarratorError

_NEAREST = {
    # Laterals, trills and fricatives of few languages.
    "ɬ": "l", "ɮ": "l", "ɫ": "l", "ɭ": "l", "ʟ": "l", "ʎ": "lj", "ɺ": "ɾ", "ɻ": "ɹ", "ɽ": "ɾ",
    "ʀ": "ʁ", "ʁ": "ɹ", "ʙ": "b", "r": "ɹ", "ɹ": "r", "ⱱ": "v", "ʍ": "w", "ɰ": "w", "ɥ": "j",
    "ʋ": "v", "ɱ": "m", "ɸ": "f", "β": "b", "ħ": "h", "ʜ": "h", "ɦ": "h", "ʕ": "ʔ", "ʢ": "ʔ",
    "ʡ": "ʔ", "χ": "x", "ɧ": "x", "x": "k", "ɣ": "ɡ", "ʝ": "j", "ç": "x", "ʂ": "ʃ", "ʐ": "ʒ",
    "ɕ": "ʃ", "ʑ": "ʒ", "ʃ": "s", "ʒ": "z", "θ": "t", "ð": "d", "ɾ": "t", "ʔ": "t",
    # Stops, taken in or clicked; nasals.
    "ɓ": "b", "ɗ": "d", "ʄ": "ɟ", "ɠ": "ɡ", "ʛ": "ɡ", "ɟ": "dj", "c": "kj", "q": "k", "ɢ": "ɡ",
    "ʈ": "t", "ɖ": "d", "ɡ": "g", "ʘ": "p", "ǀ": "t", "ǁ": "l", "ǃ": "k", "ǂ": "k", "ɳ": "n",
    "ɲ": "nj", "ɴ": "ŋ", "ŋ": "n",
    # Affricates that are one letter.
    "ʦ": "ts", "ʣ": "dz", "ʧ": "tʃ", "ʤ": "dʒ", "ʨ": "tɕ", "ʥ": "dʑ", "ꭧ": "tʂ",
    # Vowels.
    "ɝ": "ɜɹ", "ɚ": "əɹ", "ɞ": "ɜ", "ɘ": "ə", "ɵ": "ə", "ɜ": "ə", "ɐ": "ə", "ᵻ": "ɪ", "ɨ": "ɪ",
    "ʉ": "u", "ʏ": "y", "y": "u", "ɯ": "u", "ɤ": "ʌ", "ø": "œ", "œ": "ə", "ɶ": "a", "ɑ": "a",
    "ɒ": "ɔ", "ʌ": "a", "æ": "a", "ɔ": "o", "ɛ": "e", "ɪ": "i", "ʊ": "u", "ə": "e", "ᵊ": "ə",
    # Small letters that are sounds of their own.
    "ʷ": "w", "ʲ": "j", "ⁿ": "n", "ᵐ": "m", "ᵑ": "ŋ", "ˡ": "l", "ʰ": "", "ᵝ": "",
}  # fmt: skip
_SIGNS = {"…": ".", "—": ",", ";": ",", ":": ",", "!": ".", "?": "."}
_UNHEARD = "\u0361\u035c.-‿|"
"""What binds sounds or parts them, and is none."""


def in_sounds_of(ipa: str, known: Container[str]) -> str:
    """`ipa` in letters and signs that are `known` alone; marks that are not are left out.

    >>> in_sounds_of("ˈpʊɬ̩", set("pʊlˈ"))
    'ˈpʊl'

    Raises:
        NarratorError: it holds a letter for which nothing stands.
    """
    return "".join(_known(sign, known) for sign in ipa)


def _known(sign: str, known: Container[str], tries: int = 4) -> str:
    if sign in known:
        return sign
    other = _NEAREST.get(sign, _SIGNS.get(sign))
    if other is not None and tries:
        return "".join(_known(part, known, tries - 1) for part in other)
    if sign in _UNHEARD or unicodedata.category(sign) in ("Mn", "Lm", "Sk", "Zs"):
        return ""
    raise NarratorError(f"the model has no sound for {sign!r} (U+{ord(sign):04X})")
