"""Sounds as the International Phonetic Alphabet writes them."""

import re
import unicodedata

OPEN, CLOSE = "[[", "]]"
"""What stands around phonemes in text for engines that take them. Rules drop brackets from books,
so that nothing in a story is ever taken for phonemes."""

_SOUNDS = (
    "tʃ dʒ eɪ aɪ ɔɪ aʊ oʊ əʊ ɪə eə ɛə ʊə iː uː ɑː ɔː ɜː ɝː "
    "p b t d k ɡ m n ŋ f v θ ð s z ʃ ʒ h x ɹ r l ɫ j w ʍ ɾ ʔ ɬ ɲ ç "
    "i ɪ e ɛ æ a ɑ ɒ ɔ o ʊ u ʌ ɜ ə ɚ ɝ ɐ ɨ y ø œ"
)
SOUNDS = tuple(_SOUNDS.split())
"""The sounds that can be written, those of two signs first."""
MARKS = "ˈˌː\u0303\u0329"
"""Stress on what follows, half of it; length, a nasal and a syllable of what precedes."""
_SPELLINGS = str.maketrans(
    {"g": "ɡ", "'": "ˈ", "ʹ": "ˈ", ",": "ˌ", ":": "ː", "ε": "ɛ", "ʤ": "dʒ", "ʧ": "tʃ"}
)
_IGNORED = re.compile(r"[\s./\[\]‿͜͡]+")

_SIGNS = sorted((*SOUNDS, *MARKS), key=len, reverse=True)
_SIGN = re.compile("|".join(map(re.escape, _SIGNS)))
_HISSES = ("s", "z", "ʃ", "ʒ", "tʃ", "dʒ")
_VOICELESS = ("p", "t", "k", "f", "θ", "x")


def normal(written: str) -> str:
    """`written` with one sign for each sound, and without slashes, dots and ties.

    >>> normal("/hɜːˈmaɪ.ə.ni/")
    'hɜːˈmaɪəni'
    """
    decomposed = unicodedata.normalize("NFD", written).translate(_SPELLINGS)
    return unicodedata.normalize("NFC", _IGNORED.sub("", decomposed))


def signs(ipa: str) -> list[str]:
    """The sounds and marks of `ipa`, in order.

    >>> signs("ˈtʃɜːtʃ")
    ['ˈ', 'tʃ', 'ɜː', 'tʃ']

    Raises:
        ValueError: something in it is none; the error says what.
    """
    found, at = [], 0
    while at < len(ipa):
        match = _SIGN.match(ipa, at)
        if not match:
            raise ValueError(ipa[at])
        found.append(match[0])
        at = match.end()
    return found


def known_signs(ipa: str) -> list[str]:
    """The sounds and marks of `ipa` that are known; others are passed over."""
    return _SIGN.findall(ipa)


def possessive(ipa: str) -> str:
    """`ipa` with the `'s` that says whose something is.

    >>> possessive("dʒɔːdʒ"), possessive("kæt"), possessive("tɒm")
    ('dʒɔːdʒɪz', 'kæts', 'tɒmz')
    """
    if ipa.endswith(_HISSES):
        return ipa + "ɪz"
    return ipa + ("s" if ipa.endswith(_VOICELESS) else "z")


def marked(ipa: str) -> str:
    """`ipa` as it stands in a text for an engine."""
    return f"{OPEN}{ipa}{CLOSE}"
