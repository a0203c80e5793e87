"""Capitals of a book: those that any word may have, told apart from those of names."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from narrator.languages import Pack

from ..page import QUOTE_MARKS, SENTENCE_ENDS, Paragraph, Token
from . import gender
from .names import Name, is_abbreviation, is_shouted
from .worded import find_worded, stands_alone

_OPENERS = SENTENCE_ENDS | QUOTE_MARKS | frozenset("—–(*_[-")


@dataclass(frozen=True, slots=True)
class Capitals:
    """How often each word of a book stands in small letters, and capitalised inside sentences."""

    pack: Pack
    small: Counter[str]
    inside: Counter[str]
    worded: frozenset[str]
    """Ranks, days and the like that are names of people here."""

    def is_named(self, paragraph: Paragraph, at: int) -> bool:
        """Whether the capital at `at` is that of a rank, a day or the like that is a name here."""
        named = paragraph.tokens[at].low in self.worded
        return named and stands_alone(self.pack, paragraph, at)

    def is_shaky(self, name: Name) -> bool:
        """Whether the one word of `name` is only ever seen where any word has a capital."""
        single = not name.titles and len(name.words) == 1
        return single and self.inside[name.lows[0]] == 0 and name.lows[0] not in self.worded

    def opens_name(self, token: Token, at_start: bool) -> bool:
        """Whether the capital of `token` can be that of a name."""
        word = token.low
        inside, small = self.inside[word], self.small[word]
        nouns = self.pack.nouns
        if word in nouns.phrases or (nouns.capitals and word in nouns.every):
            return bool(gender.of_given_name(self.pack, word))
        if word in self.pack.grammar.function_words:
            named = bool(gender.of_given_name(self.pack, word)) and inside >= 2
            return named and (not at_start or inside > small / 10)
        if not at_start or inside >= 2:
            return inside * 3 > small or (not at_start and (small == 0 or inside * 10 > small))
        if gender.of_given_name(self.pack, word):
            return inside * 3 >= small
        return small == 0 and (inside > 0 or not self._is_inflected(word))

    def _is_inflected(self, word: str) -> bool:
        """Whether `word` ends as names hardly do: `Running`."""
        grammar = self.pack.grammar
        verbs = grammar.past_endings + grammar.other_endings
        return word.endswith(verbs + grammar.adverb_endings + grammar.superlatives)


def count_capitals(pack: Pack, paragraphs: Sequence[Paragraph]) -> Capitals:
    """The statistics of a book."""
    small: Counter[str] = Counter()
    inside: Counter[str] = Counter()
    for paragraph in paragraphs:
        for index, token in enumerate(paragraph.tokens):
            if not token.is_word:
                continue
            if not token.is_capital:
                small[token.low] += 1
            elif not at_sentence_start(pack, paragraph, index) and not is_shouted(token):
                inside[token.low] += 1
    return Capitals(pack, small, inside, find_worded(pack, paragraphs))


def at_sentence_start(pack: Pack, paragraph: Paragraph, index: int) -> bool:
    """Whether a capital at `index` may be there only because a sentence begins."""
    if index == 0:
        return True
    before = paragraph.tokens[index - 1].text
    if before in _OPENERS or before[0] in "-–—":
        if before != "." or index < 2:
            return True
        return not is_abbreviation(pack, paragraph.tokens[index - 2])
    return paragraph.spoken[index] != paragraph.spoken[index - 1]
