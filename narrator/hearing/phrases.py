"""Text as words that can be compared, each with what it may be forgiven."""

import re
from collections.abc import Container
from dataclasses import dataclass

from narrator.text import Diction, Spoken, ipa, speech

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_GIVEN = re.compile(
    re.escape(ipa.OPEN) + r"(?P<ipa>[^\[\]]*)" + re.escape(ipa.CLOSE) + r"(?:['’]s\b)?"
)
_TONGUE = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8})*:(?P<words>.*)")
_FIGURE = re.compile(r"\d")
_SENTENCE = re.compile(r"[.!?…:]\W*\Z|\A\W*\Z")


@dataclass(frozen=True, slots=True)
class Phrase:
    """A word."""

    word: str
    """In small letters; empty where only its sounds are known."""
    sounds: str = ""
    """IPA, where somebody wrote it."""
    is_name: bool = False
    """Whether it is a name or a number, which a recogniser spells as it likes."""


def phrases(text: str, locale: str, names: Container[str] = ()) -> list[Phrase]:
    """The words of `text`, as an engine or a recogniser has it.

    >>> [each.word for each in phrases("It’s 3 o'clock, Tom.", "en")]
    ["it's", 'three', "o'clock", 'tom']
    """
    found, at = [], 0
    for given in _GIVEN.finditer(text):
        found += _words(text[at : given.start()], locale, names)
        tongue = _TONGUE.fullmatch(given["ipa"])
        if tongue:
            found += [
                Phrase(each.word, is_name=True) for each in _words(tongue["words"], locale, ())
            ]
        else:
            found.append(Phrase("", given["ipa"], is_name=True))
        at = given.end()
    return found + _words(text[at:], locale, names)


def _words(text: str, locale: str, names: Container[str]) -> list[Phrase]:
    said = speech(text, Diction(locale=locale)) if _FIGURE.search(text) else Spoken(text, ())
    figures = {
        start for (start, _), written in said.words() if _FIGURE.search(text[slice(*written)])
    }
    found = []
    for match in _WORD.finditer(said.text):
        word, before = match[0], said.text[: match.start()]
        is_figure = match.start() in figures
        begins = _SENTENCE.search(before)
        is_name = is_figure or word in names or (word[:1].isupper() and word != "I" and not begins)
        found.append(Phrase(word.lower().replace("’", "'"), is_name=is_name))
    return found
