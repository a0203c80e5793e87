"""Text to what the model says, in the parts that it says in one go."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from hibari.g2p.token import Tok

from narrator.text import ipa, split_sentences

from ..espeak_library import plain
from .breathing import Word, breaths
from .misaki import in_misaki
from .spelling import Spelling

_PHONEMES = re.compile(re.escape(ipa.OPEN) + "(.*?)" + re.escape(ipa.CLOSE) + r"(['’]s\b)?")
_LINK = str.maketrans("[]", "()")


class Breath(NamedTuple):
    """What is said in one go."""

    phonemes: str
    """In the alphabet of the model."""
    ends_sentence: bool


class Reader:
    """Reads English with the rules of hibari-tts, and phonemes between double brackets."""

    def __init__(self, assets: Path, *, british: bool = False) -> None:
        self._spelling = Spelling(assets, british=british)
        self._british = british

    def read(self, text: str) -> Iterator[Breath]:
        """All of `text`; nothing where it holds nothing that is said."""
        text = plain(text)
        for span in split_sentences(text):
            parts = breaths(self._words(text[span.start : span.end]))
            for part in parts[:-1]:
                yield Breath(part, ends_sentence=False)
            if parts and any(sign.isalpha() for sign in "".join(parts)):
                yield Breath(parts[-1], ends_sentence=True)

    def _words(self, sentence: str) -> list[Word]:
        tokens, at = [], 0
        for found in _PHONEMES.finditer(sentence):
            tokens += self._tokens(sentence[at : found.start()])
            at = found.end()
            space = " " if sentence[at : at + 1].isspace() else ""
            written = ipa.possessive(found[1]) if found[2] else found[1]
            told = in_misaki(written, british=self._british)
            tokens.append(Tok("so", "NN", space, phonemes=told, rating=5))
        tokens += self._tokens(sentence[at:])
        if not tokens:
            return []
        told = self._spelling.phonemize_tokens(tokens)
        return [Word(each.text, each.phonemes or "", bool(each.whitespace)) for each in told]

    def _tokens(self, text: str) -> list[Tok]:
        # Square brackets would be the package's own mark for phonemes.
        found: list[Tok] = self._spelling.tokenize(text.translate(_LINK)) if text.strip() else []
        if found and text[-1].isspace():
            found[-1].whitespace = " "
        return found
