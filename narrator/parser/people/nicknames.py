"""Short forms and pet forms of given names."""

from functools import cache

from narrator.languages import Pack

SHORTEST_STEM = 3
"""Letters of the beginning of a given name that may stand for it."""


def may_be_short_for(pack: Pack, short: str, full: str) -> bool:
    """Whether somebody called `full` may be called `short` (both lower case).

    >>> from narrator.languages import pack_for
    >>> english = pack_for("en")
    >>> may_be_short_for(english, "letty", "letitia"), may_be_short_for(english, "tom", "tim")
    (True, False)
    """
    if short in pack.names.short_forms.get(full, ()):
        return True
    stem = stem_of(short)
    is_cut = len(stem) >= SHORTEST_STEM and full.startswith(stem) and len(full) > len(short) - 1
    return is_cut and short != full and len(short) <= len(full)


def is_pet_form(pack: Pack, pet: str, name: str) -> bool:
    """Whether `pet` is `name` with an ending of endearment (both lower case).

    >>> from narrator.languages import pack_for
    >>> english = pack_for("en")
    >>> is_pet_form(english, "junie", "june"), is_pet_form(english, "tony", "tom")
    (True, False)
    """
    return name in names_of_pet(pack, pet)


def names_of_pet(pack: Pack, pet: str) -> set[str]:
    """All names that `pet` may be with an ending of endearment."""
    found: set[str] = set()
    for ending in pack.names.endearing:
        stem = pet.removesuffix(ending)
        if stem == pet or len(stem) < SHORTEST_STEM:
            continue
        single = stem[:-1] if stem[-1] == stem[-2] else stem
        found |= {stem, single, stem + "e"}
    return found


def stem_of(short: str) -> str:
    """What a short form has of the name it is short for."""
    return short.rstrip("iyes") if len(short) > SHORTEST_STEM else short


@cache
def full_forms(pack: Pack) -> dict[str, set[str]]:
    """The given names that each short form stands for."""
    found: dict[str, set[str]] = {}
    for full, shorts in pack.names.short_forms.items():
        for short in shorts:
            found.setdefault(short, set()).add(full)
    return found
