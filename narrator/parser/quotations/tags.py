"""Finds a tag: the words that give a quotation to somebody, `said Tom`, `the old man replied`."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from narrator.languages import Pack
from narrator.languages.dialogue import derived

from ..page import split_word

_TOKEN = re.compile(r"[^\W\d_]+(?:['’.-][^\W\d_]+)*|[^\w\s]")
_REACH = 6
"""Words from the start of a subject to its verb, at most."""
_BEHIND_PRONOUN, _BEHIND_NAME = 2, 4
"""Likewise, where a pronoun or a name begins it."""

_SHORT = 4
"""Letters of a word whose ending tells nothing."""

_Run = list[tuple[str, int]]
"""Words, each with its end."""


@dataclass(frozen=True, slots=True)
class _Wording:
    """The words of tags of one pack, made ready; see `Reporting`."""

    verbs: frozenset[str]
    """Those of saying."""
    plural: frozenset[str]
    plural_forms: frozenset[str]
    helped_forms: Mapping[str, frozenset[str]]
    """By helper."""
    particles: Mapping[str, Sequence[str]]
    titles: frozenset[str]
    pronouns: frozenset[str]
    subjects: frozenset[str]
    opens_subject: frozenset[str]
    alone_endings: tuple[str, ...]
    between: frozenset[str]
    elsewhere: frozenset[str]
    came: frozenset[str]
    voices: frozenset[str]
    clitics: frozenset[str]
    enclitics: frozenset[str]
    direct: bool
    bare: bool
    parting: frozenset[str]
    goes_on: frozenset[str]
    manner_endings: tuple[str, ...]
    inverted: re.Pattern[str]


@cache
def _wording(pack: Pack) -> _Wording:
    words, verbs, honorifics = pack.reporting, pack.speech.cutting, pack.honorifics
    titles = honorifics.every if honorifics.have_small_letters else frozenset[str]()
    return _Wording(
        verbs=verbs,
        plural=words.plural,
        plural_forms=derived(verbs, words.plural_endings),
        helped_forms={
            helper: helped.forms | derived(verbs, helped.endings)
            for helped in words.helped
            for helper in helped.behind
        },
        particles={verb: behind.split() for verb, behind in words.particles.items()},
        titles=words.titles,
        pronouns=words.pronouns,
        subjects=words.subjects,
        opens_subject=words.pronouns | words.subjects | pack.nouns.phrases.keys() | titles,
        alone_endings=pack.nouns.alone_endings,
        between=words.between,
        elsewhere=words.pronouns | words.elsewhere,
        came=words.came,
        voices=words.voices,
        clitics=pack.grammar.clitics,
        enclitics=pack.grammar.enclitics - words.pronouns - words.subjects,
        direct=words.direct,
        bare=words.bare,
        parting=pack.grammar.particles | pack.grammar.adverbs | pack.tags.particles,
        goes_on=words.goes_on,
        manner_endings=words.manner_endings,
        inverted=re.compile(rf"{words.inverted.source}(?!\w)"),
    )


def tag_at(pack: Pack, text: str, at: int, end: int) -> int | None:
    """Where the verb or subject of the tag that begins at `at` ends; None if none begins there."""
    wording = _wording(pack)
    inverted = wording.inverted.match(text, at, end)
    if inverted:
        return inverted.end()
    found = _words(pack, text, at, end, wording)
    if not found:
        return None
    return _inverted(found, wording) or (_direct(found, wording) if wording.direct else None)


def _words(pack: Pack, text: str, at: int, end: int, wording: _Wording) -> _Run:
    """The words up to the first stop, each with its end."""
    found: _Run = []
    for token in _TOKEN.finditer(text, at, end):
        word = token[0].replace("’", "'")
        if not word[0].isalpha():
            if word == "." and found and found[-1][0] in wording.titles:
                continue
            break
        found += [(word[a:b], token.start() + b) for a, b in split_word(pack, word)]
        if len(found) > _REACH + 1:
            break
    return found


def _says(run: _Run, index: int, wording: _Wording) -> int:
    """How many words from `index` make a verb of saying; 0 when none."""
    if index >= len(run):
        return 0
    verb = run[index][0].lower()
    particles = wording.particles.get(verb)
    if particles is not None:
        behind = [word.lower() for word, _ in run[index + 1 : index + 1 + len(particles)]]
        return 1 + len(particles) if behind == particles else 0
    if verb in wording.verbs:
        return 1
    if index == 1 and verb in wording.plural_forms and run[0][0] in wording.plural:
        return 1
    return int(index > 0 and verb in wording.helped_forms.get(run[index - 1][0].lower(), ()))


def _inverted(run: _Run, wording: _Wording) -> int | None:
    first = run[0][0]
    if first in wording.came:
        voices = [end for word, end in run[1:] if word.lower() in wording.voices]
        return voices[0] if voices else None
    verb = 0
    while verb < len(run) and run[verb][0].lower() in wording.clitics:
        verb += 1
    if not wording.direct and run[min(verb, len(run) - 1)][0].lower() in wording.helped_forms:
        verb += bool(_says(run, verb + 1, wording))
    behind = verb + (0 if first[0].isupper() else _says(run, verb, wording))
    while verb < behind < len(run) and run[behind][0].lower() in wording.enclitics:
        behind += 1
    if verb == behind:
        return None
    if behind == len(run):
        return run[-1][1] if wording.bare else None
    if not wording.direct:
        behind = _past_manner(run, behind, wording)
    subject = run[behind][0]
    if subject[0].isupper() or subject.lower() in wording.opens_subject:
        return run[behind][1]
    if len(subject) > _SHORT and subject.endswith(wording.alone_endings):
        return run[behind][1]
    return run[behind - 1][1] if wording.bare and _is_manner(subject, wording) else None


def _past_manner(run: _Run, at: int, wording: _Wording) -> int:
    """Where the subject stands behind a word or two of manner: `dit en souriant la dame`."""
    for subject in range(at, min(at + _REACH, len(run))):
        low = run[subject][0].lower()
        if run[subject][0][0].isupper() or low in wording.opens_subject:
            return subject
        if low not in wording.parting and not low.endswith(wording.manner_endings):
            return at
    return at


def _is_manner(word: str, wording: _Wording) -> bool:
    """Whether a word behind a verb of saying goes on with how, and is no part of what is said."""
    return word.lower() in wording.goes_on or word.endswith(wording.manner_endings)


def _direct(run: _Run, wording: _Wording) -> int | None:
    reach = _reach(run[0][0], wording)
    for index in range(1, len(run)):
        if index > reach:
            return None
        if _says(run, index, wording):
            return run[index][1]
        low = run[index][0].lower()
        if low in wording.between:
            if _says(run, index + 1, wording):
                return run[index + 1][1]
            reach += 1
        if low in wording.elsewhere:
            return None
    return None


def _reach(first: str, wording: _Wording) -> int:
    """How far the verb may be from the first word of a subject; 0 if it begins none."""
    low = first.lower()
    if first in wording.pronouns or first in wording.plural:
        return _BEHIND_PRONOUN
    if first[0].isupper() and low not in wording.pronouns:
        return _BEHIND_NAME
    return _REACH if low in wording.subjects else 0
