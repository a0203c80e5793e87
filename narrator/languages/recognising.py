"""Which language a text is in: by its script, then by its function words.

A text is cut into passages of a few words, and each votes: so a French page in an English novel is
a few votes, and the share of votes says how sure it is.
"""

import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from functools import cache
from importlib.resources import files

from narrator.model import Evidence, Identification

from .function import Function
from .tables import FALLBACK, has_table, read_part
from .tags import canonical, primary, same_language

_TABLE = "function.toml"
_MARKS = "\u0300-\u036f\u0591-\u05bd\u064b-\u065f\u0900-\u0903\u093a-\u094f\u0962\u0963"
"""Vowels and accents that Unicode calls no letters."""
_WORD = re.compile(rf"(?:[^\W\d_]|[{_MARKS}])+")
_PASSAGE = 30
"""Words that vote together."""
_SAMPLE, _SLICE = 200_000, 5_000
"""Characters of a long text that are looked at, and of each of the places they are taken from."""
_HITS, _SHARE = 3, 0.12
"""Different function words, and the share of them, without which a text is in no language."""
_DOUBT = 0.5
"""Votes that stand against any language, so that few are never quite sure."""
_CLEAR_VOTES, _CLEAR_SHARE, _CLEAR_HITS = 5, 0.8, 0.25
"""What it takes to contradict a file: votes, their share, and the share of function words."""
_KANA = 0.05
"""The share of kana among the signs of Japanese that no Chinese text has."""
_LETTERS_OF_SIGN = 3
"""Letters of an alphabet that one Chinese sign counts for."""
_ONE_LANGUAGE = {
    "ARMENIAN": "hy",
    "BENGALI": "bn",
    "CJK": "zh",
    "GEORGIAN": "ka",
    "GREEK": "el",
    "GUJARATI": "gu",
    "GURMUKHI": "pa",
    "HANGUL": "ko",
    "HIRAGANA": "ja",
    "KANNADA": "kn",
    "KHMER": "km",
    "LAO": "lo",
    "MALAYALAM": "ml",
    "MYANMAR": "my",
    "ETHIOPIC": "am",
    "SINHALA": "si",
    "TAMIL": "ta",
    "TELUGU": "te",
    "THAI": "th",
    "TIBETAN": "bo",
}
"""Scripts that tell the language, or nearly so."""
_USUAL = {"ARABIC": "ar", "CYRILLIC": "ru", "DEVANAGARI": "hi", "HEBREW": "he"}
"""The languages that scripts of several are taken for where no word tells more."""


def identify(text: str, *, marked: str = "", told: str | None = None) -> Identification:
    """The language of `text`; English where nothing tells it.

    What a person has `told` holds. The tag with which a file is `marked` holds unless the text is
    clearly in another language: programs put tags there that nobody chose.

    >>> identify("Il ne savait pas que la nuit était si belle et que le vent se levait.").tag
    'fr'
    >>> identify("", marked="pt-BR").evidence
    <Evidence.MARKED: 'as its file says'>
    """
    if told:
        return Identification(canonical(told), Evidence.TOLD)
    read = _read(_sampled(text))
    if not primary(marked):
        return read.identification
    found = read.identification
    if same_language(marked, found.tag) or not read.contradicts(primary(marked)):
        return Identification(canonical(marked), Evidence.MARKED)
    return Identification(found.tag, found.evidence, found.certainty, refused=marked)


class _Reading:
    """What was read of a text: the votes of its passages."""

    def __init__(self, script: str, share: float, votes: Counter[str], hits: float) -> None:
        self._script, self._share, self._votes, self._hits = script, share, votes, hits

    @property
    def identification(self) -> Identification:
        """The language that most passages are in."""
        if self._script in _ONE_LANGUAGE:
            return Identification(_ONE_LANGUAGE[self._script], Evidence.SCRIPT, self._share)
        if not self._votes and self._script in _USUAL:
            return Identification(_USUAL[self._script], Evidence.SCRIPT, self._share / 2)
        if not self._votes:
            return Identification(FALLBACK, Evidence.ASSUMED, 0.0)
        tag, most = max(self._votes.items(), key=lambda each: (each[1], each[0] == FALLBACK))
        return Identification(tag, Evidence.WORDS, most / (self._votes.total() + _DOUBT))

    def contradicts(self, marked: str) -> bool:
        """Whether the text can hardly be in the language `marked`."""
        found = self.identification
        if found.evidence is Evidence.ASSUMED:
            return False
        if self._script != _script_of(marked):
            return bool(_script_of(marked)) and self._share > _CLEAR_SHARE
        votes, others = self._votes[found.tag], self._votes[marked]
        clear = votes >= _CLEAR_VOTES and votes >= _CLEAR_SHARE * self._votes.total()
        return clear and others <= votes / 10 and self._hits >= _CLEAR_HITS


def _read(text: str) -> _Reading:
    script, share = _main_script(text)
    if script in _ONE_LANGUAGE:
        return _Reading(script, share, Counter(), 0.0)
    weights = _weights(script)
    words = _WORD.findall(text.lower())
    votes: Counter[str] = Counter()
    for at in range(0, len(words), _PASSAGE):
        votes.update(_voted(words[at : at + _PASSAGE], weights))
    best = max(votes, key=lambda code: votes[code], default="")
    hits = [word for word in words if best in weights.get(word, ())]
    # A few chance hits are no language.
    if len(set(hits)) < _HITS or len(hits) < _SHARE * len(words):
        votes.clear()
    return _Reading(script, share, votes, len(hits) / max(1, len(words)))


def _voted(words: list[str], weights: Mapping[str, Mapping[str, float]]) -> Iterator[str]:
    """The language of a passage, if its words tell one."""
    scores: dict[str, float] = defaultdict(float)
    for word in words:
        for code, weight in weights.get(word, {}).items():
            scores[code] += weight
    if scores:
        yield max(sorted(scores), key=lambda code: (scores[code], code == FALLBACK))


def _sampled(text: str) -> str:
    """All of a text, or passages from all over a long one."""
    if len(text) <= _SAMPLE:
        return text
    places = _SAMPLE // _SLICE
    step = len(text) // places
    return " ".join(text[at * step : at * step + _SLICE] for at in range(places))


def _main_script(text: str) -> tuple[str, float]:
    """The script of most letters, and their share."""
    counts: Counter[str] = Counter()
    for sign, number in Counter(text).items():
        if sign.isalpha():
            counts[_script(sign)] += number
    kana = counts.pop("HIRAGANA", 0) + counts.pop("KATAKANA", 0)
    signs = counts.pop("CJK", 0)
    if kana + signs:
        is_japanese = kana > _KANA * (kana + signs)
        counts["HIRAGANA" if is_japanese else "CJK"] = _LETTERS_OF_SIGN * (kana + signs)
    if not counts:
        return "", 0.0
    script = max(sorted(counts), key=lambda each: counts[each])
    return script, counts[script] / counts.total()


@cache
def _script(sign: str) -> str:
    """The script of a letter: the first word of its name."""
    return unicodedata.name(sign, "").partition(" ")[0].partition("-")[0]


@cache
def _weights(script: str) -> Mapping[str, Mapping[str, float]]:
    """The languages in `script` that have each word, and what it counts for each."""
    found: dict[str, list[str]] = defaultdict(list)
    for code, table in _tables().items():
        if table.script.upper() == script:
            for word in table.words:
                found[word].append(code)
    return {word: dict.fromkeys(codes, 1 / len(codes)) for word, codes in found.items()}


@cache
def _tables() -> Mapping[str, Function]:
    """What tells each language, by ISO 639-1."""
    folders = sorted(folder.name for folder in files(__package__).iterdir() if folder.is_dir())
    return {code: read_part(Function, code, _TABLE) for code in folders if has_table(code, _TABLE)}


def _script_of(code: str) -> str:
    """The script of a language; empty where that is not known."""
    table = _tables().get(code)
    if table:
        return table.script.upper()
    return next((script for script, each in _ONE_LANGUAGE.items() if each == code), "")
