"""A cast made better step by step: one role moved, or two exchanged, as long as that helps."""

from collections.abc import Sequence

from narrator.model import Character, Manner

from .ensemble import Ensemble

ROUNDS = 6
"""At most; most casts are settled after three."""
MOST = 50
"""Roles looked at, those with most lines: the time grows with their square."""
ENOUGH = 1e-6
"""What a step must save; less is rounding."""


def improve(
    ensemble: Ensemble,
    people: Sequence[Character],
    manners: dict[str, Manner | None],
) -> None:
    """Change the voices of `people`, most lines first, as long as the whole cast gains by it.

    `manners` holds the manner of those for whom it is given. Nobody else's voice is touched.
    """
    movable = people[:MOST]
    for _ in range(ROUNDS):
        moved = [_move(ensemble, person, manners[person.name]) for person in movable]
        swapped = [
            _swap(ensemble, one, other)
            for at, one in enumerate(movable)
            for other in movable[:at]
            if manners[one.name] is manners[other.name] is None
        ]
        if not any(moved) and not any(swapped):
            break
    for person in people:
        _unvary(ensemble, person, manners[person.name])


def _move(ensemble: Ensemble, person: Character, manner: Manner | None) -> bool:
    """Give `person` the voice that is best now."""
    before = ensemble.parts[person.name]
    cost = ensemble.cost(person, before)
    ensemble.remove(person.name)
    best = ensemble.best(person, manner)
    gains = best.cost < cost - ENOUGH
    ensemble.place(person.name, best.part if gains else before)
    return gains


def _swap(ensemble: Ensemble, one: Character, other: Character) -> bool:
    """Exchange the voices of two, if both together then fit better."""
    first, second = ensemble.parts[one.name], ensemble.parts[other.name]
    if first == second:
        return False
    before = ensemble.cost(one, first) + ensemble.cost(other, second)
    if ensemble.misfit(one, second) + ensemble.misfit(other, first) > before:
        return False
    new, others = ensemble.exchanged(one, other)
    ensemble.place(one.name, new)
    ensemble.place(other.name, others)
    after = ensemble.cost(one, second) + ensemble.cost(other, first)
    if after < before - ENOUGH:
        return True
    ensemble.place(one.name, first)
    ensemble.place(other.name, second)
    return False


def _unvary(ensemble: Ensemble, person: Character, manner: Manner | None) -> None:
    """The plain manner again for a voice that is not shared any more."""
    voice, _ = ensemble.parts[person.name]
    if manner is None and list(ensemble.users(voice)) == [person.name]:
        ensemble.place(person.name, (voice, ensemble.unvaried(person)))
