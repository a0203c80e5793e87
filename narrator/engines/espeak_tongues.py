"""Words of another language in the sounds that English voices have."""

import re
import unicodedata
from collections.abc import Callable, Container

from narrator.text import ipa
from narrator.text.foreign_sounds import anglicised

_MARKED = re.compile(r"\[\[([A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*):([^\[\]]+)\]\]")
_TAGS = "ja cmn yue hak ko ru uk bg be mk el grc he ar fa ur hi th ka hy"
_OTHER_LETTERS = frozenset(_TAGS.split())
"""Languages that are not written in Latin letters: what is, is not in the library's spelling."""
_OTHER_NAMES = {"zh": "cmn", "zh-hk": "yue", "zh-yue": "yue", "no": "nb", "nn": "nb", "iw": "he"}
"""BCP 47 tags that espeak knows by another name."""


def accent_of(language: str, accents: Container[str]) -> str | None:
    """espeak's name, one of `accents`, for the language of a BCP 47 tag; None where it has none.

    >>> accent_of("fr_CH", {"fr", "en"}), accent_of("zh-TW", {"cmn"}), accent_of("tlh", {"en"})
    ('fr', 'cmn', None)
    """
    tag = language.replace("_", "-").lower()
    names = (name for part in (tag, tag.split("-")[0]) for name in (part, _OTHER_NAMES.get(part)))
    return next((name for name in names if name and name in accents), None)


def in_tongues(
    text: str, sounds: Callable[[str, str], str], accent: Callable[[str], str | None]
) -> str:
    """`text` with words marked as another language's in the sounds of that language.

    `sounds` gives the IPA of words in a language of espeak's, which `accent` finds by its tag.
    """
    for mark, tag, words in marked_tongues(text):
        name = accent(tag)
        known = sounds(words, name) if name and is_legible(words, name) else ""
        text = text.replace(mark, phonemes(known) or words)
    return text


def marked_tongues(text: str) -> list[tuple[str, str, str]]:
    """The words in `text` that are marked as another language's: the mark, its tag, the words.

    >>> marked_tongues("“[[fr:Mon Dieu]],” she said.")
    [('[[fr:Mon Dieu]]', 'fr', 'Mon Dieu')]
    """
    return [(found[0], found[1], found[2]) for found in _MARKED.finditer(text)]


def is_legible(words: str, accent: str) -> bool:
    """Whether the library can read `words` in its language `accent`, and not only spell them.

    >>> is_legible("arigato", "ja"), is_legible("ありがとう", "ja"), is_legible("東京", "ja")
    (False, True, False)
    """
    names = [unicodedata.name(letter, "") for letter in words if letter.isalpha()]
    if accent == "ja" and any(name.startswith("CJK") for name in names):
        return False
    return accent not in _OTHER_LETTERS or not any(name.startswith("LATIN") for name in names)


def phonemes(sounds: str) -> str:
    """IPA of any language as it stands in a text for an engine, word by word.

    >>> phonemes("mɔ̃ djˈø")
    '[[mɔn]] [[djˈø]]'
    """
    return " ".join(ipa.marked(word) for word in map(anglicised, sounds.split()) if word)
