"""Sounds that English has not, in the nearest that it has; and IPA written as X-SAMPA."""

import re
import unicodedata

from . import ipa

_NEAREST = {
    "\u0303": "n", "ʁ": "ɹ", "ʀ": "ɹ", "ɾ": "ɹ", "ʎ": "lj", "ɣ": "ɡ", "β": "b", "ʝ": "j", "ɕ": "ʃ",
    "ʑ": "ʒ", "ʂ": "ʃ", "ʐ": "ʒ", "χ": "x", "ħ": "h", "ɦ": "h", "ɥ": "w", "ɟ": "dj", "c": "k",
    "q": "k", "ʈ": "t", "ɖ": "d", "ɳ": "n", "ɭ": "l", "ʋ": "v", "ɯ": "ʊ", "ɤ": "ʌ", "ʏ": "ʊ",
    "ɵ": "ʊ", "ʉ": "uː", "ɸ": "f", "ɱ": "m", "ʲ": "j", "ɶ": "a", "ɘ": "ə", "ɞ": "ɜ", "ʟ": "l",
    "ɻ": "ɹ", "ʙ": "b", "ɴ": "ŋ", "ʕ": "ʔ", "ɰ": "w", "ʷ": "w",
}  # fmt: skip
_FOREIGN = re.compile("|".join(map(re.escape, _NEAREST)))
_XSAMPA = {
    "r\\": "ɹ", "l\\": "ɫ", "h\\": "ɦ", "@`": "ɚ", "3`": "ɝ", "A": "ɑ", "{": "æ", "6": "ɐ",
    "Q": "ɒ", "E": "ɛ", "@": "ə", "3": "ɜ", "I": "ɪ", "O": "ɔ", "2": "ø", "9": "œ", "U": "ʊ",
    "}": "ʉ", "V": "ʌ", "Y": "ʏ", "B": "β", "C": "ç", "D": "ð", "G": "ɣ", "L": "ʎ", "J": "ɲ",
    "N": "ŋ", "R": "ʁ", "S": "ʃ", "T": "θ", "H": "ɥ", "Z": "ʒ", "?": "ʔ", '"': "ˈ", "%": "ˌ",
    ":": "ː", "~": "\u0303", "=": "\u0329", "4": "ɾ", "K": "ɬ", "X": "χ", "W": "ʍ", "M": "ɯ",
}  # fmt: skip
_SIGN = re.compile("|".join(map(re.escape, _XSAMPA)))


def anglicised(sounds: str) -> str:
    """IPA of any language in sounds of English, in the form of a lexicon; others are left out.

    >>> anglicised("mɔ̃ djˈø"), anglicised("/ʁuʒ/")
    ('mɔndjˈø', 'ɹuʒ')
    """
    decomposed = unicodedata.normalize("NFD", sounds)
    near = _FOREIGN.sub(lambda found: _NEAREST[found[0]], decomposed)
    return "".join(ipa.known_signs(ipa.normal(near)))


def from_x_sampa(sounds: str) -> str:
    """X-SAMPA in IPA.

    >>> from_x_sampa('h3:"maI@ni')
    'hɜːˈmaɪəni'
    """
    return _SIGN.sub(lambda found: _XSAMPA[found[0]], sounds)
