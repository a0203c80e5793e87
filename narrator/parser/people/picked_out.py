"""Noun phrases that tell one of several from the rest: `the taller of the two`."""

from collections.abc import Sequence

from narrator.languages import Pack

from ..page import Token
from . import gender
from .nominal import Nominal, is_plain_noun, says_beside

_MOST_ADDED = 5


def picked_out(pack: Pack, tokens: Sequence[Token], first: int) -> Nominal | None:
    """`the larger of the two`, `the one with the beard`, `said the first`, `the rest of them`."""
    the = tokens[first].low
    if the not in pack.grammar.definite or first + 1 >= len(tokens):
        return None
    word = tokens[first + 1].low
    last = first + 2
    if tokens[last : last + 1] and tokens[last].low in pack.grammar.of:
        several = (
            last + 1 + any(t.low in pack.grammar.definite for t in tokens[last + 1 : last + 2])
        )
        if tokens[several : several + 1] and tokens[several].low in pack.nouns.several:
            last = several + 1
    if word in pack.nouns.rest and says_beside(pack, tokens, first, last):
        return Nominal(first, last, "others", "others", the, gender.GROUP)
    compared = word in pack.nouns.compared and word not in pack.nouns.other
    if compared and (last > first + 2 or says_beside(pack, tokens, first, last)):
        after = tokens[last] if last < len(tokens) else None
        if not (after and is_plain_noun(pack, after)):
            return Nominal(first, last, "one", f"{word} one", the, "")
    if (
        word in pack.nouns.one
        and tokens[last : last + 1]
        and tokens[last].low in pack.grammar.added
    ):
        end = last + 1
        while end < min(len(tokens), last + _MOST_ADDED) and (
            tokens[end].low in pack.grammar.determiners or is_plain_noun(pack, tokens[end])
        ):
            end += 1
        if end > last + 1:
            return Nominal(first, end, "one", f"{tokens[end - 1].low} one", the, "")
    return None
