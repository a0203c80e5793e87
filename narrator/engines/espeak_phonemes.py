"""IPA in espeak-ng's own phoneme names, which its English voices share."""

import re

from narrator.text import ipa

_NAMES = {
    "tʃ": "tS", "dʒ": "dZ", "eɪ": "eI", "aɪ": "aI", "ɔɪ": "OI", "aʊ": "aU", "oʊ": "oU", "əʊ": "oU",
    "ɪə": "i@3", "eə": "e@", "ɛə": "e@", "ʊə": "U@", "iː": "i:", "uː": "u:", "ɑː": "A:",
    "ɔː": "O:", "ɜː": "3:", "ɝː": "3:", "p": "p", "b": "b", "t": "t", "d": "d", "k": "k",
    "ɡ": "g", "m": "m", "n": "n", "ŋ": "N", "f": "f", "v": "v", "θ": "T", "ð": "D", "s": "s",
    "z": "z", "ʃ": "S", "ʒ": "Z", "h": "h", "x": "x", "ɹ": "r", "r": "r", "ɫ": "l", "l": "l",
    "j": "j", "w": "w", "ʍ": "w", "ɾ": "t#", "ʔ": "?", "ɬ": "l", "ɲ": "nj", "ç": "C",
    "i": "i", "ɪ": "I", "e": "E", "ɛ": "E", "æ": "a", "a": "a", "ɑ": "A:", "ɒ": "0",
    "ɔ": "O:", "o": "oU", "ʊ": "U", "u": "u:", "ʌ": "V", "ɜ": "3:", "ə": "@", "ɚ": "3",
    "ɝ": "3:", "ɐ": "a#", "ɨ": "I2", "y": "u:", "ø": "3:", "œ": "3:",
    "ˈ": "'", "ˌ": ",", "ː": ":", "\u0303": "", "\u0329": "-",
}  # fmt: skip
_MARKED = re.compile(re.escape(ipa.OPEN) + "(.*?)" + re.escape(ipa.CLOSE))


def holds_phonemes(text: str) -> bool:
    """Whether `text` holds phonemes.

    >>> holds_phonemes("[[həˈləʊ]] there"), holds_phonemes("hello [there]")
    (True, False)
    """
    return ipa.OPEN in text


def named(text: str) -> str:
    """`text` with the phonemes in it by espeak's names; unknown ones are left out.

    >>> named("Ask [[hɜːˈmaɪəni]].")
    "Ask [[h3:'maI@ni]]."
    """
    return _MARKED.sub(lambda found: ipa.marked(_named(found[1])), text)


def _named(phonemes: str) -> str:
    return "".join(_NAMES.get(sign, "") for sign in ipa.known_signs(phonemes))
