"""Text in the sounds that a neural model speaks: IPA by espeak-ng, and the signs that shape melody.

The library is given the words between two signs, never the signs: it takes a full stop behind `Dr.`
for the end of a sentence. What a person or a rule wrote as phonemes goes through as it is.
"""

import re
from collections.abc import Callable, Iterator
from functools import partial

from narrator.errors import NarratorError
from narrator.text import ipa, split_sentences

from .espeak_library import TIE, EspeakLibrary, plain
from .espeak_tongues import accent_of, in_tongues

Sounds = Callable[[str, str], str]
"""Words, and espeak's name of a language, to IPA in which sounds of two signs are tied."""

SIGNS = ".,;:!?…—"
"""What is kept of punctuation, each behind the word before it."""
_WRITTEN = {
    "–": "—",
    "(": ",",
    ")": ",",
    "？": "?",
    "！": "!",
    "。": ".",
    "，": ",",
    "؟": "?",
    "।": ".",
}
_PIECE = re.compile(
    r"\[\[(?P<ipa>[^\[\]]*)\]\]"
    r"|(?P<sign>\.{2,}|…+|[!?？！؟‽]+|[;:,](?=\W|\Z)|[—–]+|--+|[()。，।])"
    r"|(?P<end>\.)(?=[^\w\[]*\Z)"
)
_QUOTES = re.compile(r"[“”„«»\"‹›]|(?<!\w)[‘'](?=\w)|(?<=[^\w])[’'](?!\w)")


class Phonemizer:
    """espeak-ng as a teacher of pronunciation. Its state is global: one a process."""

    def __init__(self) -> None:
        self._library = EspeakLibrary()

    def sentences(self, text: str, tongue: str) -> tuple[str, ...]:
        """The sounds of each sentence of `text`, read as `tongue`, espeak's name of a language.

        Raises:
            NarratorError: some words have no sounds in that language.
        """
        text = in_tongues(
            plain(text), self._library.sounds, lambda tag: accent_of(tag, self._library.accents)
        )
        tongue = accent_of(tongue, self._library.accents) or tongue
        sounds = partial(self._library.sounds, tied=True)
        parts = (text[span.start : span.end] for span in split_sentences(text))
        return tuple(filter(None, (phonemes(part, tongue, sounds) for part in parts)))


def phonemes(sentence: str, tongue: str, sounds: Sounds) -> str:
    """The sounds of one sentence; empty where it has no words.

    >>> phonemes("Ask [[hɜːˈmaɪəni]], Dr. No!", "en", lambda words, _: words.lower())
    'ask hɜːˈma͡ɪəni, dr. no!'

    Raises:
        NarratorError: some words have no sounds.
    """
    said = ""
    for kind, piece in _pieces(_QUOTES.sub(" ", sentence)):
        if kind == "sign":
            # A sign says something only of the words before it, and of two the last counts most.
            said = said.rstrip(SIGNS) + piece if said else ""
        else:
            heard = tied(piece) if kind == "ipa" else _heard(piece, tongue, sounds)
            said += " " * bool(said and heard) + heard
    return said


def tied(sounds: str) -> str:
    """IPA as a lexicon has it with its sounds of two letters tied.

    >>> tied("tʃɜːtʃ")
    't͡ʃɜːt͡ʃ'
    """
    signs = ipa.known_signs(sounds)
    return "".join(TIE.join(sign) if "ː" not in sign else sign for sign in signs)


def _pieces(sentence: str) -> Iterator[tuple[str, str]]:
    """What `sentence` is made of: `words`, `ipa` or a `sign`, and the text of it."""
    at = 0
    for found in _PIECE.finditer(sentence):
        if words := sentence[at : found.start()].strip():
            yield "words", words
        if found["ipa"] is not None:
            yield "ipa", found["ipa"].strip()
        else:
            yield "sign", _sign(found[0])
        at = found.end()
    if words := sentence[at:].strip():
        yield "words", words


def _sign(written: str) -> str:
    if written[0] == "-" or (written[0] == "." and len(written) > 1):
        return "—" if written[0] == "-" else "…"
    sign = "?" if "?" in written or "‽" in written else written[0]
    return _WRITTEN.get(sign, sign)


def _heard(words: str, tongue: str, sounds: Sounds) -> str:
    said = " ".join(sounds(words, tongue).split())
    if not said and any(sign.isalnum() for sign in words):
        raise NarratorError(f"{words!r} has no sounds in the language {tongue!r}")
    return said
