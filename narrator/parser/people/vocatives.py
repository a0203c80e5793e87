"""Words of speech that call upon somebody: `Come here, Tom!`"""

from narrator.languages import Pack

from ..page import QUOTE_MARKS, Paragraph

_AFTER_VOCATIVE = frozenset([",", ".", "!", "?", ";", "…", "...", ":", "-", "--", "—", "–"])


def is_vocative(pack: Pack, paragraph: Paragraph, first: int, last: int) -> bool:
    """Whether the words at [first, last) of speech call upon somebody."""
    tokens, spoken = paragraph.tokens, paragraph.spoken
    opens = first == 0 or not spoken[first - 1] or not tokens[first - 1].is_word
    before = "" if opens else tokens[first - 1].low
    closes = last >= len(tokens) or not spoken[last] or tokens[last].text in _AFTER_VOCATIVE
    if not closes and tokens[last].text not in QUOTE_MARKS:
        return False
    if (
        before in pack.grammar.conjunctions
        and first > 2
        and tokens[first - 2].is_capital
        and tokens[first - 3].is_word
    ):
        return False  # `the Leeds and District`
    return opens or before in pack.vocatives.before
