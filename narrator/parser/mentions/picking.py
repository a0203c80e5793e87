"""Whom of those in view `the old woman`, `the boy` or `the stranger` may mean."""

from collections.abc import Sequence
from typing import NamedTuple

from narrator.languages import Pack

from ..page import SENTENCE_ENDS, Paragraph
from ..people import Person, gender, is_thing
from .ages import Stage
from .mention import NOBODY, Mention
from .subjects import says_it

_MARGIN = 1.5
"""How much more must speak for one person than for any other."""


class InView(NamedTuple):
    """Somebody who is about."""

    person: Person
    stage: Stage | None
    called: bool
    """Whether they have just been called upon."""
    spoke: bool
    """Whether they say what stands right above."""
    acts: bool
    """Whether they do or say anything in the story, or are called upon."""


def suits(pack: Pack, words: set[str], sex: str, person: Person, stage: Stage | None) -> bool:
    """Whether nothing known of the person forbids calling them so."""
    if person.is_narrator or person.is_group or (person.sex and sex and person.sex != sex):
        return False
    if person.words & pack.nouns.generic or person.heads & pack.nouns.voice:
        return False
    if person.is_nominal and is_thing(pack, person) and not words & pack.nouns.for_beasts:
        return False
    if words & pack.ages.every_child:
        return stage in (None, Stage.CHILD) and not person.titles - pack.honorifics.for_children
    if words & pack.ages.surely_old and stage is Stage.CHILD:
        return False
    if words & pack.ages.youthful and stage is Stage.OLD:
        return False
    return not (person.heads & pack.ages.every_child) or bool(words & person.heads)


def pick(pack: Pack, words: set[str], sex: str, fit: Sequence[InView]) -> tuple[int, str]:
    """The one whom the words mean (an index, -1 for nobody) and how that is known.

    With nobody, `several` says that there are some whom they fit.
    """
    if not fit:
        return -1, ""
    sort = "child" if words & pack.ages.every_child else "grown"
    ranked = sorted(fit, key=lambda one: (-_worth(pack, words, sex, one), one.person.index))
    worths = [_worth(pack, words, sex, one) for one in ranked]
    best = ranked[0].person.index
    if (
        words & pack.ages.surely_old
        and ranked[0].stage is not Stage.OLD
        and not ranked[0].person.titles
    ):
        return -1, ""
    if len(fit) == 1 or worths[0] - worths[1] >= _MARGIN:
        return best, f"{'called' if ranked[0].called and len(fit) > 1 else 'only'} {sort}"
    nameless = [one.person.index for one in fit if one.person.is_nominal]
    if len(nameless) == 1 and words & pack.nouns.of_two:
        return nameless[0], f"only {sort}"
    return -1, "several"


def _worth(pack: Pack, words: set[str], sex: str, one: InView) -> float:
    worth = 1.5 * (one.person.sex == sex != "") + 1.5 * one.called - 1.5 * one.spoke
    worth += 1.5 * one.acts
    if words & pack.ages.every_child:
        worth += 1.5 * (one.stage is Stage.CHILD) - 0.5 * one.person.is_styled
    if words & pack.ages.surely_old:
        worth += 1.5 * (one.stage is Stage.OLD) - 0.5 * (one.stage is Stage.GROWN)
    return worth


def actors(
    pack: Pack,
    people: Sequence[Person],
    paragraphs: Sequence[Paragraph],
    mentions: Sequence[Sequence[Mention]],
) -> set[int]:
    """Those who do or say anything, or are called upon: names may also be places and firms."""
    found = {person.index for person in people if person.is_nominal}
    for paragraph, row in zip(paragraphs, mentions, strict=True):
        for m in row:
            told = not m.spoken and (m.subject or _opens(pack, paragraph, m))
            acts = m.vocative or told or (not m.spoken and says_it(pack, paragraph, m.first))
            if acts and m.person != NOBODY:
                found.add(m.person)
    return found


def _opens(pack: Pack, paragraph: Paragraph, mention: Mention) -> bool:
    """Whether a sentence begins with the words, or they are one of two: `Tom and Jack ran`."""
    tokens = paragraph.tokens
    after = tokens[mention.last].low if mention.last < len(tokens) else ""
    first = mention.first == 0 or tokens[mention.first - 1].text in SENTENCE_ENDS
    return first or after in pack.grammar.conjunctions


def is_surely_one(pack: Pack, person: Person) -> bool:
    """Whether a title or a given name makes the name a person's."""
    return bool(person.titles) or any(gender.of_given_name(pack, name) for name in person.given)
