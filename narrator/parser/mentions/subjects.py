"""Whether a mention is the subject of its clause, or of a verb of saying."""

from narrator.languages import Pack

from ..page import QUOTE_MARKS, SENTENCE_ENDS, Paragraph

_COMPLEMENT_REACH = 8
_PLACE_REACH = 8
_EDGES = SENTENCE_ENDS | QUOTE_MARKS
"""Marks behind which a sentence begins."""


def is_subject(pack: Pack, paragraph: Paragraph, first: int, last: int) -> bool:
    """Whether the words at [first, last) seem to be the subject of their clause."""
    tokens, spoken = paragraph.tokens, paragraph.spoken
    grammar = pack.grammar
    two_before = tuple(token.low for token in tokens[max(0, first - 2) : first])
    shown = two_before in pack.phrases.bringing_in and not spoken[first]
    if shown or two_before in pack.phrases.revealing:
        return True
    if last >= len(tokens) or spoken[last] != spoken[first]:
        return False
    if tokens[last].low in pack.pronouns.emphatic and last + 1 < len(tokens):
        last += 1
    after = tokens[last]
    if not after.is_word or after.is_capital:
        return False
    is_verb = after.low not in grammar.not_verbs
    if not is_verb and not _acts_behind_complement(pack, paragraph, first, last):
        return False
    if tokens[first].low in grammar.genitive:
        while first and (tokens[first].low in grammar.genitive or tokens[first - 1].is_capital):
            first -= 1
    if first == 0 or spoken[first - 1] != spoken[first]:
        return True
    before = tokens[first - 1]
    opens = not before.is_word or before.low in grammar.before_subject
    return opens or _follows_place(pack, paragraph, first, last)


def says_it(pack: Pack, paragraph: Paragraph, first: int) -> bool:
    """Whether a verb of saying right behind a quotation has its subject at `first`."""
    tokens, at, grammar = paragraph.tokens, first - 1, pack.grammar
    while at > 0 and (
        tokens[at].low.endswith(grammar.adverb_endings) or tokens[at].low in grammar.particles
    ):
        at -= 1
    if at < 1 or tokens[at].low not in pack.speech.naming:
        return False
    while at > 1 and tokens[at - 1].low in grammar.clitics:
        at -= 1
    return paragraph.spoken[at - 1] or not tokens[at - 1].is_word


def _follows_place(pack: Pack, paragraph: Paragraph, first: int, last: int) -> bool:
    """`In the back their mother sat upright`: where stands first, and the verb follows."""
    tokens = paragraph.tokens
    acts = tokens[last].low in pack.grammar.past or tokens[last].low.endswith(
        pack.grammar.past_endings
    )
    for at in range(first - 1, max(-1, first - _PLACE_REACH), -1):
        if not tokens[at].is_word or paragraph.spoken[at]:
            return False
        if at == 0 or tokens[at - 1].text in _EDGES:
            return acts and tokens[at].low in pack.grammar.places
    return False


def _acts_behind_complement(pack: Pack, paragraph: Paragraph, first: int, last: int) -> bool:
    """`The woman with the basket had come`: a sentence begins, and its verb comes later."""
    tokens = paragraph.tokens
    opens = first == 0 or tokens[first - 1].text in _EDGES
    if not opens or tokens[last].low not in pack.grammar.complements:
        return False
    past, present, saying = pack.grammar.past, pack.grammar.present, pack.speech.naming
    for token in tokens[last + 1 : last + _COMPLEMENT_REACH]:
        if not token.is_word:
            return False
        if token.low in past or token.low in saying or token.low in present:
            return True
        if token.low.endswith(pack.grammar.past_endings):
            return True
    return False
