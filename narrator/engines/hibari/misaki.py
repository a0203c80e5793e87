"""IPA in the alphabet of the model, misaki's: American vowels, diphthongs as one sign."""

from narrator.text import ipa

ALPHABET = {
    "tʃ": "ʧ", "dʒ": "ʤ", "eɪ": "A", "aɪ": "I", "ɔɪ": "Y", "aʊ": "W", "oʊ": "O", "əʊ": "O",
    "ɪə": "ɪɹ", "eə": "ɛɹ", "ɛə": "ɛɹ", "ʊə": "ʊɹ", "iː": "i", "uː": "u", "ɑː": "ɑ", "ɔː": "ɔ",
    "ɜː": "ɜɹ", "ɝː": "ɜɹ", "p": "p", "b": "b", "t": "t", "d": "d", "k": "k", "ɡ": "ɡ", "m": "m",
    "n": "n", "ŋ": "ŋ", "f": "f", "v": "v", "θ": "θ", "ð": "ð", "s": "s", "z": "z", "ʃ": "ʃ",
    "ʒ": "ʒ", "h": "h", "x": "k", "ɹ": "ɹ", "r": "ɹ", "ɫ": "l", "l": "l", "j": "j", "w": "w",
    "ʍ": "w", "ɾ": "T", "ʔ": "t", "ɬ": "θl", "ɲ": "nj", "ç": "h", "i": "i", "ɪ": "ɪ", "e": "ɛ",
    "ɛ": "ɛ", "æ": "æ", "a": "æ", "ɑ": "ɑ", "ɒ": "ɑ", "ɔ": "ɔ", "o": "O", "ʊ": "ʊ", "u": "u",
    "ʌ": "ʌ", "ɜ": "ɜɹ", "ə": "ə", "ɚ": "əɹ", "ɝ": "ɜɹ", "ɐ": "ə", "ɨ": "ᵻ", "y": "u", "ø": "ɜɹ",
    "œ": "ɜɹ", "ˈ": "ˈ", "ˌ": "ˌ",
}  # fmt: skip
"""Each sound and the signs for it; sounds that English lacks are the nearest that it has."""
BRITISH = {
    "ɪə": "ɪə", "eə": "ɛː", "ɛə": "ɛː", "ʊə": "ʊə", "ɑː": "ɑː", "ɔː": "ɔː", "iː": "iː", "uː": "uː",
    "ɜː": "ɜː", "ɝː": "ɜː", "əʊ": "Q", "oʊ": "Q", "o": "Q", "ɒ": "ɒ", "ɜ": "ɜː", "ɝ": "ɜː",
    "ɚ": "ə", "ɾ": "t", "ø": "ɜː", "œ": "ɜː",
}  # fmt: skip
"""Where a British model has other signs."""
_R_COLOURED = ("ɪɹ", "ɛɹ", "ʊɹ", "ɜɹ", "əɹ")


def in_misaki(written: str, *, british: bool = False) -> str:
    """IPA as a dictionary or a person writes it, in the signs of the model.

    >>> in_misaki("hɜːˈmaɪəni"), in_misaki("ʃɪˈvɔːn"), in_misaki("ˈwɑːt̩n")
    ('hɜɹmˈIəni', 'ʃɪvˈɔn', 'wˈɑtᵊn')
    """
    alphabet = {**ALPHABET, **BRITISH} if british else ALPHABET
    told: list[str] = []
    for sign in ipa.known_signs(written):
        if sign == "\u0303":  # a nasal vowel
            told.append("n")
        elif sign == "\u0329" and told:  # a consonant that is a syllable
            told.insert(len(told) - 1, "ᵊ")
        elif sign == "ɹ" and told and told[-1].endswith(_R_COLOURED):
            continue
        elif sign in alphabet:
            told.append(alphabet[sign])
    return _stress_on_vowels("".join(told))


_VOWELS = frozenset("AIOQWYaiuæɑɒɔəɛɜɪʊʌᵻᵊ")


def _stress_on_vowels(signs: str) -> str:
    """`signs` with each stress before its vowel, where the model expects it, not its syllable."""
    told, waiting = "", ""
    for sign in signs:
        if sign in "ˈˌ":
            waiting = sign
        elif sign in _VOWELS and waiting:
            told, waiting = told + waiting + sign, ""
        else:
            told += sign
    return told
