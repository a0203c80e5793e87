"""Whom a person means by a name that they write."""

from collections.abc import Mapping, Sequence

from .names import name_in
from .persons import Person


def named_so(people: Sequence[Person], billed: Mapping[int, str], name: str) -> int | None:
    """The index of whoever is called `name`, in any case; None if nobody is.

    The names of the bill go before all others, and people on it before people who say nothing.
    """
    wanted = name.casefold()
    for index, title in billed.items():
        if title.casefold() == wanted:
            return index
    form = name_in(people[0].pack, name) if people else None
    called = [
        person
        for person in people
        if (form and any(form[:2] == own[:2] for own in person.forms))
        or wanted in map(str.casefold, person.names)
    ]
    likeliest = max(
        called, key=lambda one: (one.index in billed, one.count, -one.index), default=None
    )
    return likeliest.index if likeliest else None
