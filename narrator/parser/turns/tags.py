"""Tags: the narration beside a quotation that says who speaks (`said Tom`, `she whispered`)."""

import re
from collections.abc import Mapping, Sequence
from functools import cache
from itertools import pairwise
from typing import NamedTuple

from narrator.languages import Pack
from narrator.languages.dialogue import derived

from ..mentions import Kind, Mention
from ..page import Paragraph, Part

_WORDS_BETWEEN = 6
_APPOSITION = 9
_EXACT_STOPS = frozenset([".", "!", "?", ";", ":", "…", "..."])


class Tag(NamedTuple):
    """What the narration beside one quotation says about its speaker."""

    mention: Mention | None
    """None for a tag without a person: `came the whisper`."""
    verb: str
    first: int
    """Tokens of the phrase in its paragraph, `last` one past."""
    last: int
    after: bool
    direct: bool
    """Whether there is a verb of saying; otherwise it is the sentence the quotation runs into."""
    paragraph: int

    @property
    def strength(self) -> tuple[bool, bool, bool]:
        """Orders the tags of one turn, the most telling first when sorted downward."""
        kind = self.mention.kind if self.mention else None
        return (self.direct, kind in (Kind.NAME, Kind.FIRST), kind is Kind.NOMINAL)


class Narration(NamedTuple):
    """A paragraph with its mentions found by their first token."""

    number: int
    paragraph: Paragraph
    mentions: Sequence[Mention]
    at: Mapping[int, Mention]


def narration(
    pack: Pack, number: int, paragraph: Paragraph, mentions: Sequence[Mention]
) -> Narration:
    """`paragraph` made ready for finding tags."""
    at = {m.first: m for m in mentions if not m.spoken}
    for one, two in pairwise(mentions):
        if one.last == two.first and two.determiner in pack.grammar.genitive:
            at[one.first] = two
    return Narration(number, paragraph, mentions, at)


def tag_of(pack: Pack, text: Narration, index: int) -> Tag | None:
    """The tag of the part at `index` of the paragraph, after it or before it."""
    parts = text.paragraph.parts
    after = parts[index + 1] if index + 1 < len(parts) else None
    before = parts[index - 1] if index else None
    found = [
        tag_after(pack, text, parts[index], after) if after and not after.is_voiced else None,
        tag_before(pack, text, before) if before and not before.is_voiced else None,
    ]
    tags = [tag for tag in found if tag]
    return max(tags, key=lambda tag: (tag.direct, tag.after), default=None)


def tag_after(pack: Pack, text: Narration, quoted: Part, part: Part) -> Tag | None:
    """The tag at the beginning of the narration `part` that follows the quotation."""
    tokens = text.paragraph.tokens
    start = part.first
    while start < part.last and not tokens[start].is_word:
        if tokens[start].text in _EXACT_STOPS and start > part.first:
            return None
        start += 1
    if start >= part.last:
        return None
    return (
        _verb_first(pack, text, start, part.last)
        or _sound(pack, text, start, part.last)
        or _subject_first(pack, text, start, part.last, runs_on(text.paragraph, quoted, part))
    )


def runs_on(paragraph: Paragraph, quoted: Part, part: Part) -> bool:
    """Whether the sentence goes on after the quotation: a comma inside it or right behind."""
    inside = paragraph.text[quoted.start : quoted.end].rstrip("\"'”’»“›)_* \n")
    behind = paragraph.text[part.start : part.end].lstrip()
    return inside.endswith((",", "-", "—", "–")) or behind.startswith((",", "."))


def _verb_first(pack: Pack, text: Narration, start: int, stop: int) -> Tag | None:
    tokens = text.paragraph.tokens
    told = text.at.get(start)
    if told and told.kind in (Kind.PRONOUN, Kind.FIRST) and tokens[start].low in pack.speech.naming:
        return Tag(told, tokens[start].low, start, told.last, True, True, text.number)
    verb = start
    while verb + 1 < stop and tokens[verb].low in pack.grammar.clitics and verb not in text.at:
        verb += 1
    if not _is_saying(pack.speech.naming, text, verb):
        if verb + 1 == stop or (tokens[verb].low, tokens[verb + 1].low) not in _helped(pack):
            return None
        verb += 1
    for at in range(verb + 1, min(stop, verb + _WORDS_BETWEEN)):
        mention = text.at.get(at)
        if mention and not mention.oblique:
            return Tag(mention, tokens[verb].low, start, mention.last, True, True, text.number)
        if mention is None and not _may_part(pack, tokens[at].low):
            break
    if not pack.reporting.bare:
        return None
    return Tag(None, tokens[verb].low, start, verb + 1, True, True, text.number)


@cache
def _helped(pack: Pack) -> frozenset[tuple[str, str]]:
    """Verbs of saying with their helpers that may stand before a subject: `avait dit`."""
    words = pack.reporting
    if words.direct:
        return frozenset()
    return frozenset(
        (helper, form)
        for helped in words.helped
        for form in helped.forms | derived(pack.speech.cutting, helped.endings)
        for helper in helped.behind
    )


def _may_part(pack: Pack, low: str) -> bool:
    """Whether a word may stand between a verb of saying and the subject behind it."""
    if low == "," or low.endswith(pack.grammar.adverb_endings) or low in pack.grammar.adverbs:
        return True
    named = low in pack.honorifics.epithets or low in pack.grammar.definite
    return named or low in pack.tags.particles or low in pack.grammar.clitics


def _is_saying(verbs: frozenset[str], text: Narration, at: int) -> bool:
    token = text.paragraph.tokens[at]
    return token.low in verbs and not token.is_capital and at not in text.at


def _sound(pack: Pack, text: Narration, start: int, stop: int) -> Tag | None:
    """`came the soft whisper`: it tells the manner, not the person."""
    tokens = text.paragraph.tokens
    if tokens[start].low not in pack.tags.coming:
        return None
    for at in range(start + 1, min(stop, start + _WORDS_BETWEEN)):
        if tokens[at].low in pack.tags.sounds:
            return Tag(None, tokens[at].low, start, at + 1, True, True, text.number)
    return None


def _subject_first(pack: Pack, text: Narration, start: int, stop: int, running: bool) -> Tag | None:
    tokens = text.paragraph.tokens
    while start < stop and start not in text.at and tokens[start].low in pack.tags.before_subject:
        start += 1
    mention = text.at.get(start)
    if mention is None:
        return None
    verb = _verb_after(pack, text, mention.last, stop)
    if verb is not None:
        return Tag(mention, tokens[verb].low, start, verb + 1, True, True, text.number)
    if running and mention.last < stop and is_verb_like(pack, tokens[mention.last].low):
        low = tokens[mention.last].low
        return Tag(mention, low, start, mention.last + 1, True, False, text.number)
    return None


def _verb_after(pack: Pack, text: Narration, at: int, stop: int) -> int | None:
    """The verb of saying whose subject ends at `at`; an apposition may stand between."""
    tokens, speech, grammar = text.paragraph.tokens, pack.speech, pack.grammar
    if at < stop and tokens[at].text == ",":
        closing = [k for k in range(at + 1, min(stop, at + _APPOSITION)) if tokens[k].text == ","]
        verb = closing[0] + 1 if closing else stop
        return verb if verb < stop and _is_saying(speech.naming, text, verb) else None
    for k in range(at, min(stop, at + 5)):
        low = tokens[k].low
        if _is_saying(speech.naming_now if k == at else speech.naming, text, k):
            return k
        passes = low in grammar.adverbs or low in grammar.auxiliaries
        passes = passes or low in pack.tags.passed_over or low in grammar.clitics
        if not passes and not low.endswith(grammar.adverb_endings):
            return None
    return None


def is_verb_like(pack: Pack, low: str) -> bool:
    """Whether a word after a subject looks like a verb in the past or present."""
    return (
        low in pack.grammar.past
        or low in pack.speech.naming
        or bool(re.search(pack.grammar.verb_ending, low))
    )


def tag_before(pack: Pack, text: Narration, part: Part) -> Tag | None:
    """The tag at the end of the narration `part` that leads into a quotation."""
    if text.paragraph.is_labelled and part.first == 0:
        return Tag(text.mentions[0], "", 0, part.last, False, True, text.number)
    ending = text.paragraph.text[part.start : part.end].rstrip("\"'”’»“›)_* \n")[-1:]
    if ending in (".", "!", "?", "…", ";", ""):
        return None
    first = _sentence_start(text, part)
    saying = pack.speech.naming
    verbs = [k for k in range(first, part.last) if _is_saying(saying, text, k)]
    subjects = [m for m in text.mentions if first <= m.first < part.last and not m.spoken]
    if verbs:
        return _led_by(pack, text, subjects, verbs[-1], ending)
    subjects = [m for m in subjects if m.subject]
    if subjects and ending in ":,":
        mention = subjects[0]
        return Tag(mention, "", mention.first, part.last, False, False, text.number)
    return None


def _led_by(
    pack: Pack, text: Narration, subjects: Sequence[Mention], verb: int, ending: str
) -> Tag | None:
    tokens = text.paragraph.tokens
    before = [m for m in subjects if m.last <= verb]
    near = [m for m in before if _verb_after(pack, text, m.last, verb + 1) == verb]
    clause = [m for m in before if m.first >= _clause_start(pack, text, before, verb)]
    chosen = near[-1:] or [m for m in clause if m.subject][:1] or before[:1]
    if not chosen and ending in ":,":
        chosen = [m for m in subjects if m.first > verb][:1]
    if not chosen:
        return None
    mention = chosen[0]
    first, last = min(mention.first, verb), max(mention.last, verb + 1)
    return Tag(mention, tokens[verb].low, first, last, False, True, text.number)


def _clause_start(pack: Pack, text: Narration, before: Sequence[Mention], verb: int) -> int:
    """Where the clause of `verb` begins: after the last `when` or the like with a subject."""
    tokens = text.paragraph.tokens
    first = before[0].first if before else verb
    openers = [k for k in range(first, verb) if tokens[k].low in pack.tags.openers]
    usable = [k for k in openers if any(m.first > k and m.subject for m in before)]
    return usable[-1] if usable else first


def _sentence_start(text: Narration, part: Part) -> int:
    tokens = text.paragraph.tokens
    first = part.first
    for at in range(part.first, part.last - 1):
        is_stop = tokens[at].text in _EXACT_STOPS and tokens[at].text != ":"
        if is_stop and not (at and len(tokens[at - 1].text) <= 3 and tokens[at - 1].is_capital):
            first = at + 1
    return first
