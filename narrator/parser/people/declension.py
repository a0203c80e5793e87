"""Names in all their cases brought to the nominative: `Анну` is `Анна`, and `Annas` is `Anna`."""

from collections import Counter
from collections.abc import Mapping, Sequence

from narrator.languages import Pack
from narrator.languages.dialogue import derived
from narrator.languages.tables import Words

from ..page import Paragraph
from . import gender
from .runs import NameRun

_SHORTEST = 1
"""How many letters an ending must leave."""


def in_nominative(
    pack: Pack, paragraphs: Sequence[Paragraph], runs: Sequence[NameRun]
) -> list[NameRun]:
    """The runs, with each name that the book or the language knows in another form in that form."""
    if not pack.declension.endings:
        return list(runs)
    counts = Counter(low for run in runs for low in run.name.lows)
    plain = {word: _nominative(pack, word, counts) for word in counts}
    return [
        _plain(run, plain) if _may_be_oblique(pack, paragraphs[run.paragraph], run) else run
        for run in runs
    ]


def _may_be_oblique(pack: Pack, paragraph: Paragraph, run: NameRun) -> bool:
    """Whether a name may stand in another case here: a mere genitive, before a noun."""
    if not pack.declension.before_nouns:
        return True
    behind = paragraph.tokens[run.last : run.last + 1]
    return any(
        token.is_word and token.low not in pack.speech.naming and token.low not in pack.grammar.past
        for token in behind
    )


def _plain(run: NameRun, plain: dict[str, str]) -> NameRun:
    words = tuple(
        word if plain[low] == low else plain[low].title()
        for word, low in zip(run.name.words, run.name.lows, strict=True)
    )
    if words == run.name.words:
        return run
    return run._replace(name=run.name._replace(words=words), oblique=True)


def _nominative(pack: Pack, word: str, counts: Counter[str]) -> str:
    """The form that `word` is a case of: a given name, or the form that is met most."""
    if gender.of_surname(pack, word) == gender.MALE:
        return word
    for form in _forms(word, pack.declension.surely):
        return form
    forms = _forms(word, pack.declension.endings)
    given = bool(gender.of_given_name(pack, word))
    known = [form for form in forms if gender.of_given_name(pack, form)]
    if known and not given:
        return max(known, key=lambda form: (counts[form], form))
    met = [form for form in forms if counts[form] > (3 * counts[word] if given else 0)]
    best = max(met, key=lambda form: (counts[form], form), default=word)
    return best if 2 * counts[best] >= counts[word] else word


def _forms(word: str, endings: Mapping[str, Words]) -> list[str]:
    """What `word` may be in the nominative by such `endings`."""
    lengths = {len(ending) for ending in endings}
    found: set[str] = set()
    for length in lengths:
        ending = word[len(word) - length :]
        if len(word) - length >= _SHORTEST and ending in endings:
            found |= derived([word], {ending: endings[ending]})
    return sorted(found - {word})
