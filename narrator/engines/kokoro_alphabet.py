"""The alphabet of Kokoro: which sounds and signs it knows, and by which numbers.

It was taught with an IPA of its own, in which diphthongs and affricates are single letters and
English is written without marks that it does not need (hexgrad's misaki, which has the same rules
for words that it takes from espeak).
"""

import re
import unicodedata

from .espeak_library import TIE
from .nearest_sounds import in_sounds_of

LONGEST = 500
"""Letters and signs that the model takes at once; it has room for ten more."""
_RUNS = {
    1: ";:,.!?", 9: "—…", 12: "()", 16: " \u0303ʣʥʦʨᵝꭧAI", 31: "O", 33: "Q", 35: "ST", 39: "W",
    41: "Yᵊabcdef", 50: "hijklmnopqrstuvwxyzɑɐɒæ", 75: "βɔɕç", 80: "ɖðʤə", 85: "ɚɛɜ", 90: "ɟ",
    92: "ɡ", 99: "ɥ", 101: "ɨɪʝ", 110: "ɯɰŋɳɲɴø", 118: "ɸθœ", 123: "ɹ", 125: "ɾɻ",
    128: "ʁɽʂʃʈʧ", 135: "ʊʋ", 138: "ʌɣɤ", 142: "χʎ", 147: "ʒʔ", 156: "ˈˌː", 162: "ʰ", 164: "ʲ",
    169: "↓", 171: "→↗↘", 177: "ᵻ",
}  # fmt: skip
"""The letters that are numbered on from each number."""
NUMBERS = {
    letter: number
    for first, letters in _RUNS.items()
    for number, letter in enumerate(letters, start=first)
}

_TIED = {"tʃ": "ʧ", "dʒ": "ʤ", "ts": "ʦ", "dz": "ʣ", "eɪ": "A", "aɪ": "I", "ɔɪ": "Y", "aʊ": "W"}
_TIED |= {"oʊ": "O", "əʊ": "Q"}
_ENGLISH = {"ɚ": "əɹ", "r": "ɹ", "x": "k", "ç": "k", "ɐ": "ə", "ʲ": "", "\u0303": "", "ɾ": "T"}
_AMERICAN = {"Q": "O", "ɜːɹ": "ɜɹ", "ɜː": "ɜɹ", "ɪə": "iə", "eə": "ɛ", "ɒ": "ɑ", "ʔ": "t"}
_AMERICAN |= {vowel + "ː": vowel for vowel in "iuɑɔaeo"}
_BRITISH = {"O": "Q", "eə": "ɛː", "iə": "ɪə", "æ": "a", "ᵻ": "ɪ", "ʔ": "t"}
_TABLES = {"en-us": {**_ENGLISH, **_AMERICAN}, "en": {**_ENGLISH, **_BRITISH}}
"""By espeak's name of the language."""
_PATTERNS = {
    tongue: re.compile("|".join(map(re.escape, sorted(table, key=len, reverse=True))))
    for tongue, table in _TABLES.items()
}
_SYLLABIC = re.compile("(.)\u0329")


def numbers_for(letters: str) -> list[int]:
    """The numbers of letters that `letters_for` gave."""
    return [NUMBERS[letter] for letter in letters]


def letters_for(ipa: str, tongue: str) -> str:
    """`ipa`, in which sounds of two signs are tied, in the alphabet of the model.

    >>> letters_for("t͡ʃˈe͡ɪnd͡ʒ, ɬˈo͡ʊ", "en-us"), letters_for("wˈɒtsən", "fr")
    ('ʧˈAnʤ, lˈO', 'wˈɒtsən')

    Raises:
        NarratorError: it holds a letter for which the model has nothing.
    """
    written = unicodedata.normalize("NFD", ipa).replace("c\u0327", "ç")
    for pair, letter in _TIED.items():
        written = written.replace(TIE.join(pair), letter)
    written = written.replace(TIE, "")
    if tongue in _TABLES:
        table, pattern = _TABLES[tongue], _PATTERNS[tongue]
        written = _SYLLABIC.sub(r"ᵊ\1", written)
        written = pattern.sub(lambda found: table[found[0]], written)
    return in_sounds_of(written, NUMBERS)
