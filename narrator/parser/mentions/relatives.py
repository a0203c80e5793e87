"""Whom `his aunt` and `my sister` of the narration mean."""

from collections.abc import Sequence

from ..people import gender
from .kin import is_akin, is_by_kin_alone, is_by_name, is_other_kin, is_stranger, may_be_kin
from .mention import NOBODY, Mention
from .view import View

_IN_VIEW, _CALLED = 15, 3
"""Paragraphs back within which such a person was in the narration, or was called upon."""


def of_kin(view: View, mention: Mention, number: int, row: Sequence[Mention]) -> Mention:
    """`mention` with the person who is akin to its owner, if somebody in view may be."""
    owner = _owner(view, mention, row)
    head = view.people[owner] if owner != NOBODY else None
    pool = _may_be(view, mention, number, owner)
    if not pool:
        return mention
    pack, people = view.pack, view.people
    pool = [one for one in pool if not is_stranger(pack, people[one], head)] or pool
    akin = [one for one in pool if is_akin(pack, people[one], mention.key, head)]
    called = [person for person in pool if number - view.called.get(person, -99) <= 1]
    sure = akin or (called if len(called) == 1 else [])
    if not sure and is_by_kin_alone(pack, mention):
        return mention
    sure = sure or (pool if len(pool) == 1 and is_by_name(pack, mention) else [])
    best = max(sure or pool, key=view.last_seen)
    how = "kin so called" if sure else "kin only" if len(pool) == 1 else "kin"
    return mention._replace(person=best, how=how, other=mention.person)


def _may_be(view: View, mention: Mention, number: int, owner: int) -> list[int]:
    """The named people in view of whom nothing forbids that they are meant."""
    about = view.about(number, _IN_VIEW) | view.lately_called(number, _CALLED)
    called = view.called_in(number) if mention.subject else set()
    found = []
    for one in sorted((about - {owner}) & view.actors):
        person = view.people[one]
        if not view.is_named(one) or person.sex != mention.sex or one in called:
            continue
        old_enough = may_be_kin(view.pack, mention.key, view.stage(one))
        if old_enough and not is_other_kin(view.pack, person, mention):
            found.append(one)
    return found


def _owner(view: View, mention: Mention, row: Sequence[Mention]) -> int:
    if mention.determiner in view.pack.grammar.mine:
        tellers = [person.index for person in view.people if person.is_narrator]
        return tellers[0] if len(tellers) == 1 else NOBODY
    if mention.determiner in view.pack.grammar.genitive:
        return row[-1].person if row else NOBODY
    sex = gender.of_pronoun(view.pack, mention.determiner)
    return view.nearest(mention, sex) if sex else NOBODY
