"""What an engine is given for a line as it is written."""

from functools import cache

from narrator.languages import Pack, find_pack, pack_for
from narrator.languages.spoken import SpokenTables, Table
from narrator.languages.tags import primary

from .diction import Diction
from .rewriting import DIGITS, Draft, Group, Spoken, TrackedDraft
from .rules import (
    abbreviations,
    blanks,
    counts,
    dates,
    emoji,
    foreign,
    foreign_numbers,
    heteronyms,
    kana,
    layout,
    letters,
    loudness,
    marks,
    money,
    numerals,
    powers,
    signs,
    sounds,
    stretched,
    times,
    units,
    web,
)
from .rules.locale import English, english
from .standins import StandIns

_COMPOSED = (Group(lambda: layout.COMPOSED, gate=layout.may_be_apart),)
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
    return draft.text if is_speakable(draft.text) else _emoji(text, diction)


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
    names = _emoji(text, diction)
    return Spoken(names, ((0, len(text)),) * len(names))


def _emoji(text: str, diction: Diction) -> str:
    return emoji.names(text, pack_for(diction.locale).spoken.emoji) if text else ""


def numbers_in_words(locale: str) -> bool:
    """Whether the numbers of this language are put into words; else an engine gets its figures."""
    return _is_english(find_pack(locale)) or foreign_numbers.has_numbers(_language(locale))


def lacks_kana(locale: str) -> bool:
    """Whether the text of this language is written in signs that espeak-ng reads none of."""
    return _language(locale) == "ja" and not kana.can_read_kanji()


def is_speakable(text: str) -> bool:
    """Whether there is anything to say: a letter or a digit."""
    return any(map(str.isalnum, text))


def _rewrite(draft: Draft, diction: Diction, *, heading: bool) -> None:
    rules = _rules_for(diction.locale, heading)
    draft.apply(_COMPOSED)
    hidden = StandIns()
    hidden.hide(draft, diction.lexicon.edits(draft.text, phonemes=diction.phonemes))
    if diction.phonemes:
        in_sounds, initialisms = _phonemes_for(diction.locale)
        hidden.hide(draft, in_sounds.sounds(draft.text))
    for _ in range(_MOST_PASSES):
        before = draft.text
        draft.apply(rules)
        if draft.text == before:
            break
    if diction.phonemes:
        hidden.hide(draft, initialisms.crowded(draft.text))
        hidden.hide(draft, in_sounds.misread(draft.text))
    hidden.show(draft)


@cache
def _phonemes_for(locale: str) -> tuple[sounds.InSounds, letters.Initialisms]:
    """What is given to an engine in its phonemes, and what is so that it says letters."""
    words = pack_for(locale).spoken
    return sounds.in_sounds(words.sounds), letters.initialisms(words.capitals)


@cache
def _rules_for(locale: str, heading: bool) -> tuple[Group, ...]:
    """All rules for `locale`, each for the text as the one before leaves it."""
    pack = find_pack(locale)
    if not _is_english(pack):
        return _other(_language(locale), pack)
    of_country = english(pack_for(locale).spoken, locale)
    before, after = _english(of_country)
    if not heading:
        return before + after
    return (*before, Group(lambda: numerals.numerals(of_country).heading_rules()), *after)


def _is_english(pack: Pack | None) -> bool:
    """Whether the rules of English are for it: all other languages have tables, but no rules."""
    return pack is not None and pack.code == "en"


def _language(locale: str) -> str:
    return primary(locale)


def _other(language: str, pack: Pack | None) -> tuple[Group, ...]:
    """The rules for a language that is not English."""
    words = pack_for(language).spoken
    table = pack.spoken.table if pack else Table()
    return (
        Group(lambda: layout.hidden(words.script), gate=layout.may_hide),
        Group(lambda: layout.letters(words.script), gate=layout.may_hold_ligatures),
        Group(lambda: (*marks.apostrophes(words.script), *marks.QUOTATION_MARKS)),
        Group(lambda: (*signs.SQUARED, *powers.INDICES, *foreign.rules(language, table))),
        Group(lambda: (*marks.EMPHASIS_ALONE, *marks.PAUSES, *signs.KEPT)),
        *(() if language != "ja" else (Group(kana.rules),)),
        Group(lambda: stretched.stretches(words.stretched), gate=stretched.may_stretch),
        Group(lambda: marks.SETTLING, gate=marks.may_crowd),
        Group(lambda: marks.ENDS, gate=marks.may_end),
    )


@cache
def _english(country: English) -> tuple[tuple[Group, ...], tuple[Group, ...]]:
    """The rules for English, before and after those for headings."""
    words = country.words
    return _english_signs(country, words), _english_words(country, words)


def _english_signs(country: English, words: SpokenTables) -> tuple[Group, ...]:
    """The net, what is left out, and all that is written with signs and figures."""
    return (
        Group(lambda: layout.hidden(words.script), gate=layout.may_hide),
        Group(lambda: layout.letters(words.script), gate=layout.may_hold_ligatures),
        Group(lambda: web.rules(words.web), gate=web.gate(words.web)),
        Group(lambda: blanks.rules(words.blanks), needs=blanks.SIGNS, gate=blanks.may_apply),
        Group(
            lambda: (
                *units.first(country),
                *times.military(country),
                *dates.rules(country),
                *counts.several(country),
            ),
            needs=DIGITS,
        ),
        Group(lambda: powers.INDICES, gate=powers.may_hold_indices),
        Group(lambda: letters.OWNERS, gate=letters.may_own),
        Group(lambda: letters.marked(words.capitals, words.signs), needs=letters.MARKS),
        Group(lambda: (*marks.apostrophes(words.script), *marks.QUOTATION_MARKS)),
        Group(
            lambda: (*money.rules(country), *times.rules(country), *counts.first_rules(country)),
            needs=DIGITS | counts.FRACTIONS,
        ),
        Group(
            lambda: (*units.rules(country), *signs.read(words.signs)),
            needs=units.SIGNS | signs.SIGNS | DIGITS,
        ),
        Group(lambda: marks.EMPHASIS),
    )


def _english_words(country: English, words: SpokenTables) -> tuple[Group, ...]:
    """Abbreviations, numerals, initials, numbers that are left, and words that sound otherwise."""
    roman = numerals.numerals
    return (
        Group(lambda: abbreviations.labels(words), gate=abbreviations.may_label),
        Group(lambda: roman(country).labelled_rules(), gate=numerals.may_label),
        Group(lambda: roman(country).first_rules(), gate=numerals.may_begin),
        Group(lambda: abbreviations.rules(country), gate=abbreviations.gate(words.abbreviations)),
        Group(lambda: letters.initialisms(words.capitals).rules(), gate=letters.may_apply),
        Group(lambda: letters.names(country), needs=DIGITS | {"Z"}),
        Group(lambda: counts.last_rules(country), needs=DIGITS),
        Group(lambda: (*loudness.stammers(words.capitals), *marks.PAUSES, *signs.DROPPED)),
        Group(lambda: stretched.stretches(words.stretched), gate=stretched.may_stretch),
        Group(lambda: loudness.shouts(words.capitals), gate=loudness.may_shout),
        Group(lambda: marks.SETTLING, gate=marks.may_crowd),
        Group(lambda: marks.ENDS, gate=marks.may_end),
        Group(lambda: roman(country).alone_rules(), gate=numerals.may_begin),
        Group(lambda: roman(country).royal_rules(), gate=numerals.may_apply),
        Group(
            lambda: heteronyms.rules(words.heteronyms, words.past),
            gate=heteronyms.gate(words.heteronyms),
        ),
    )
