"""Nouns that speak in a book, beyond those that any book has: `squawked the magpie`."""

from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from narrator.languages import Pack

from ..page import Paragraph, Token
from .nominal import MOST_MODIFIERS


def learn_nouns(pack: Pack, paragraphs: Sequence[Paragraph]) -> frozenset[str]:
    """Nouns that speak in this book, beyond those of the language: `squawked the magpie`."""
    found: Counter[str] = Counter()
    for paragraph in paragraphs:
        for part, after in zip(paragraph.parts, paragraph.parts[1:], strict=False):
            if part.is_voiced and not after.is_voiced:
                found.update(_speaking_noun(pack, paragraph.tokens[after.first : after.last]))
    return pack.nouns.every | pack.nouns.phrases.keys() | frozenset(found)


def _speaking_noun(pack: Pack, tokens: Sequence[Token]) -> list[str]:
    words = list(tokens[:8])
    known = pack.nouns.every | pack.nouns.phrases.keys()
    while words and not words[0].is_word:
        words.pop(0)
    if words and words[0].low in pack.grammar.clitics and words[1:2]:
        words = words[1:] if words[1].low in pack.speech.naming else words
    if words and words[0].low in pack.grammar.articles:
        return _before_verb(pack, words)
    says = len(words) > 2 and words[0].low in pack.speech.naming
    if says and _stands_alone(pack, words[1]):
        return [words[1].low]
    if not says or words[1].low not in pack.grammar.articles:
        return []
    for at, token in enumerate(words[2:], start=2):
        if token.low in pack.nouns.voice:
            return []  # `said a voice thick with sleep`
        silent = token.low in pack.nouns.not_speaking or token.low in pack.grammar.degrees
        if not token.is_word or token.is_capital > pack.nouns.capitals or silent:
            return []
        if token.is_capital < pack.nouns.capitals:
            continue
        if not pack.grammar.adverb_endings and token.low in known:
            return []  # what follows may be an adverb, and looks like a noun
        if at + 1 == len(words) or _ends_phrase(pack, words[at + 1]):
            return [token.low]
    return []


def _stands_alone(pack: Pack, token: Token) -> bool:
    """Whether a word needs no article to be a noun: `сказала знахарка`, `sa sotaren`."""
    nouns, small = pack.nouns, token.low in pack.grammar.function_words
    if not token.is_word or token.is_capital or small or token.low in nouns.not_speaking:
        return False
    passed = token.low in pack.grammar.adverbs or token.low in pack.grammar.clitics
    passed = passed or token.low in pack.tags.particles or token.low in pack.pronouns.subjects
    return not passed and token.low.endswith(nouns.alone_endings)


def _before_verb(pack: Pack, words: Sequence[Token]) -> list[str]:
    """`the gull observed`: the noun right before the verb of saying."""
    for noun, verb in pairwise(words[1 : MOST_MODIFIERS + 2]):
        small = noun.low in pack.grammar.function_words
        if (
            not noun.is_word
            or noun.is_capital > pack.nouns.capitals
            or small
            or noun.low in pack.nouns.not_speaking
        ):
            return []
        if verb.low in pack.speech.naming:
            if noun.is_capital < pack.nouns.capitals:
                return []
            return [] if _is_verb_or_adverb(pack, noun.low) else [noun.low]
    return []


def _is_verb_or_adverb(pack: Pack, word: str) -> bool:
    grammar = pack.grammar
    return word.endswith(grammar.past_endings + grammar.adverb_endings + grammar.other_endings)


def _ends_phrase(pack: Pack, after: Token) -> bool:
    """Whether the word before `after` was the noun."""
    closing = after.low in pack.grammar.function_words or after.low in pack.grammar.placing
    endings = pack.grammar.other_endings + pack.grammar.adverb_endings
    return not after.is_word or closing or after.low.endswith(endings)
