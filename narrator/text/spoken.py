"""What an engine is given for a line as it is written."""

from functools import cache

from narrator.languages import find_pack
from narrator.languages.spoken import Table

from .diction import Diction
from .rewriting import DIGITS, Draft, Group, Spoken, TrackedDraft
from .rules import (
    abbreviations,
    blanks,
    counts,
    dates,
    emoji,
    foreign,
    heteronyms,
    layout,
    letters,
    loudness,
    marks,
    money,
    numerals,
    signs,
    sounds,
    stretched,
    times,
    units,
    web,
)
from .rules.locale import english
from .standins import StandIns

_COMPOSED = (Group(layout.COMPOSED, gate=layout.may_be_apart),)
_MOST_PASSES = 4
"""What one rule leaves can be a case for another: `0×%` is `0 %`, is `0 percent`."""
_PLAIN = Diction()


def spoken(text: str, diction: Diction = _PLAIN, *, heading: bool = False) -> str:
    """`text` as it is said aloud; empty where it holds nothing to say.

    In a `heading` a lone `I` is a number.

    >>> spoken("“_Wait_ -- Dr. Ray paid $3.50 . . .”")
    'Wait, Doctor Ray paid three dollars and fifty cents.'
    """
    draft = Draft(text)
    _rewrite(draft, diction, heading=heading)
    return draft.text if is_speakable(draft.text) else emoji.names(text)


def speech(text: str, diction: Diction = _PLAIN, *, heading: bool = False) -> Spoken:
    """`spoken(text)`, and for each of its words what was written for it.

    >>> said = speech("It cost $2.")
    >>> [said.text[word.start:word.end] for word, written in said.words() if written == (8, 10)]
    ['two', 'dollars']
    """
    draft = TrackedDraft(text)
    _rewrite(draft, diction, heading=heading)
    if is_speakable(draft.text):
        return Spoken(draft.text, tuple(draft.origins))
    names = emoji.names(text)
    return Spoken(names, ((0, len(text)),) * len(names))


def numbers_in_words(locale: str) -> bool:
    """Whether the numbers of this language are put into words; else an engine gets its figures."""
    return _is_english(locale) or foreign.has_numbers(_language(locale))


def is_speakable(text: str) -> bool:
    """Whether there is anything to say: a letter or a digit."""
    return any(map(str.isalnum, text))


def _rewrite(draft: Draft, diction: Diction, *, heading: bool) -> None:
    rules = _rules_for(diction.locale, heading)
    draft.apply(_COMPOSED)
    hidden = StandIns()
    hidden.hide(draft, diction.lexicon.edits(draft.text, phonemes=diction.phonemes))
    if diction.phonemes:
        hidden.hide(draft, sounds.sounds(draft.text))
    for _ in range(_MOST_PASSES):
        before = draft.text
        draft.apply(rules)
        if draft.text == before:
            break
    if diction.phonemes:
        hidden.hide(draft, letters.crowded(draft.text))
        hidden.hide(draft, sounds.misread(draft.text))
    hidden.show(draft)


@cache
def _rules_for(locale: str, heading: bool) -> tuple[Group, ...]:
    """All rules for `locale`, each for the text as the one before leaves it."""
    return _english(locale, heading) if _is_english(locale) else _other(_language(locale))


def _is_english(locale: str) -> bool:
    """Whether the rules of English are for it: all other languages have tables, but no rules."""
    pack = find_pack(locale)
    return pack is not None and pack.code == "en"


def _language(locale: str) -> str:
    return locale.replace("_", "-").partition("-")[0].casefold()


def _other(language: str) -> tuple[Group, ...]:
    """The rules for a language that is not English."""
    pack = find_pack(language)
    return (
        Group(layout.HIDDEN, gate=layout.may_hide),
        Group(layout.LETTERS, gate=layout.may_hold_ligatures),
        Group((*marks.APOSTROPHES, *marks.QUOTATION_MARKS)),
        Group(foreign.rules(language, pack.spoken.table if pack else Table())),
        Group((*marks.EMPHASIS, *marks.PAUSES, *signs.DROPPED)),
        Group(stretched.STRETCHES, gate=stretched.may_stretch),
        Group(marks.SETTLING, gate=marks.may_crowd),
        Group(marks.ENDS, gate=marks.may_end),
    )


def _english(locale: str, heading: bool) -> tuple[Group, ...]:
    country = english(locale)
    return (
        Group(layout.HIDDEN, gate=layout.may_hide),
        Group(layout.LETTERS, gate=layout.may_hold_ligatures),
        Group(web.RULES, gate=web.may_apply),
        Group(blanks.RULES, needs=blanks.SIGNS, gate=blanks.may_apply),
        Group(
            (*units.FIRST, *times.MILITARY, *dates.rules(country), *counts.SEVERAL),
            needs=DIGITS,
        ),
        Group(letters.OWNERS, gate=letters.may_own),
        Group(letters.MARKED, needs=letters.MARKS),
        Group((*marks.APOSTROPHES, *marks.QUOTATION_MARKS)),
        Group(
            (
                *money.rules(country),
                *(() if country.is_american else times.BRITISH),
                *times.RULES,
                *counts.first_rules(country),
            ),
            needs=DIGITS | counts.FRACTIONS,
        ),
        Group((*units.rules(country), *signs.READ), needs=units.SIGNS | signs.SIGNS | DIGITS),
        Group(marks.EMPHASIS),
        *((Group(numerals.HEADING),) if heading else ()),
        Group(abbreviations.LABELS, gate=abbreviations.may_label),
        Group(numerals.LABELLED, gate=numerals.may_label),
        Group(numerals.FIRST, gate=numerals.may_begin),
        Group(abbreviations.rules(country), gate=abbreviations.may_apply),
        Group(letters.initialisms(), gate=letters.may_apply),
        Group(letters.names(country), needs=DIGITS | {"Z"}),
        Group(counts.last_rules(country), needs=DIGITS),
        Group((*loudness.STAMMERS, *marks.PAUSES, *signs.DROPPED)),
        Group(stretched.STRETCHES, gate=stretched.may_stretch),
        Group(loudness.SHOUTS, gate=loudness.may_shout),
        Group(marks.SETTLING, gate=marks.may_crowd),
        Group(marks.ENDS, gate=marks.may_end),
        Group(numerals.ALONE, gate=numerals.may_begin),
        Group(numerals.RULES, gate=numerals.may_apply),
        Group(heteronyms.RULES, gate=heteronyms.may_apply),
    )
