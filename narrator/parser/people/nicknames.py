"""Short forms and pet forms of given names, and who is called by them."""

from narrator.languages import Pack

from . import gender
from .agreement import best
from .evidence import Evidence
from .persons import Person

_SHORTEST_STEM = 3


def may_be_short_for(pack: Pack, short: str, full: str) -> bool:
    """Whether somebody called `full` may be called `short` (both lower case).

    >>> from narrator.languages import pack_for
    >>> english = pack_for("en")
    >>> may_be_short_for(english, "letty", "letitia"), may_be_short_for(english, "tom", "tim")
    (True, False)
    """
    if short in pack.names.short_forms.get(full, ()):
        return True
    stem = short.rstrip("iyes") if len(short) > 3 else short
    is_cut = len(stem) >= 3 and full.startswith(stem) and len(full) > len(short) - 1
    return is_cut and short != full and len(short) <= len(full)


def is_pet_form(pack: Pack, pet: str, name: str) -> bool:
    """Whether `pet` is `name` with an ending of endearment (both lower case).

    >>> from narrator.languages import pack_for
    >>> english = pack_for("en")
    >>> is_pet_form(english, "junie", "june"), is_pet_form(english, "tony", "tom")
    (True, False)
    """
    for ending in pack.names.endearing:
        stem = pet.removesuffix(ending)
        if stem == pet or len(stem) < _SHORTEST_STEM:
            continue
        single = stem[:-1] if stem[-1] == stem[-2] else stem
        if {stem, single, stem + "e"} & {name}:
            return True
    return False


def called_short(pack: Pack, word: str, evidence: Evidence, people: list[Person]) -> Person | None:
    """Whoever has the given name that `word` is short for, if nobody else has it as well."""
    sex = gender.of_given_name(pack, word)
    full = [
        person
        for person in people
        if not (sex and person.sex and sex != person.sex)
        and any(
            word in pack.names.short_forms.get(given, ()) or is_pet_form(pack, word, given)
            for given in person.given
        )
    ]
    if not full and evidence.vocatives * 2 > evidence.count:
        full = [
            person
            for person in people
            if person.count > 2 * evidence.count
            and any(may_be_short_for(pack, word, given) for given in person.given)
        ]
    chief = best(full)
    rest = sum(person.count for person in full if person is not chief)
    return chief if chief and chief.count > 5 * rest else None
