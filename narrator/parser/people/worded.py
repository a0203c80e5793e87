"""Words that are names where a story uses them so: `said Dean`, `Sunday put the bag down`."""

from collections import Counter
from collections.abc import Sequence

from narrator.languages import Pack

from ..page import Paragraph
from . import gender
from .vocatives import is_vocative

_TAG, _DEED, _CALL = 3, 1, 1
"""What it counts to say something, to do something as he or she, and to be called upon."""
_ENOUGH = 2
_PRONOUN_REACH = 8


def find_worded(pack: Pack, paragraphs: Sequence[Paragraph]) -> frozenset[str]:
    """Ranks, days, peoples and the like that are names of people in this book."""
    words = may_be_names(pack)
    found: Counter[str] = Counter()
    deeds: set[str] = set()
    for paragraph in paragraphs:
        for at, token in enumerate(paragraph.tokens):
            if token.low in words and token.is_capital and stands_alone(pack, paragraph, at):
                worth = _worth(pack, paragraph, at)
                found[token.low] += worth
                if worth and not paragraph.spoken[at]:
                    deeds.add(token.low)
    return frozenset(word for word in deeds if found[word] >= _ENOUGH)


def may_be_names(pack: Pack) -> frozenset[str]:
    """The words of the language that somebody may be called by instead of a name."""
    titles = pack.honorifics
    called = pack.nouns.kin | pack.vocatives.forms | titles.offices | titles.styles
    ranks = titles.every - titles.abbreviated - titles.epithets - called
    return pack.names.also_words | ranks


def stands_alone(pack: Pack, paragraph: Paragraph, at: int) -> bool:
    """Whether the capital at `at` has no article, no time and no other name around it."""
    tokens = paragraph.tokens
    before = tokens[at - 1] if at else None
    if before and (
        before.low in pack.grammar.determiners
        or before.low in pack.names.before_words
        or (
            before.is_word
            and before.is_capital
            and paragraph.spoken[at] == paragraph.spoken[at - 1]
        )
    ):
        return False
    after = tokens[at + 1] if at + 1 < len(tokens) else None
    return not (after and after.is_word and after.is_capital)


def _worth(pack: Pack, paragraph: Paragraph, at: int) -> int:
    tokens, saying = paragraph.tokens, pack.speech.naming
    before = tokens[at - 1].low if at else ""
    after = tokens[at + 1].low if at + 1 < len(tokens) else ""
    if paragraph.spoken[at]:
        apart = before == "," or after == ","
        return _CALL * (apart and is_vocative(pack, paragraph, at, at + 1))
    if before in saying or after in saying:
        return _TAG
    acts = after in pack.grammar.past or after in pack.grammar.only_people
    acts = acts or after.endswith(pack.grammar.past_endings) or after in pack.grammar.present
    behind = tokens[at + 2 : at + 2 + _PRONOUN_REACH]
    return _DEED * (acts and any(gender.of_pronoun(pack, token.low) for token in behind))
