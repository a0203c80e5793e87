"""Who is called by a short form or a pet form of their given name."""

from narrator.languages import Pack

from . import gender
from .agreement import best
from .evidence import Evidence
from .holders import Holders
from .nicknames import full_forms, may_be_short_for, names_of_pet
from .persons import Person


def called_short(pack: Pack, word: str, evidence: Evidence, holders: Holders) -> Person | None:
    """Whoever has the given name that `word` is short for, if nobody else has it as well."""
    sex = gender.of_given_name(pack, word)
    names = names_of_pet(pack, word) | full_forms(pack).get(word, set())
    full = [
        person for person in holders.called(names) if not (sex and person.sex and sex != person.sex)
    ]
    if not full and evidence.vocatives * 2 > evidence.count:
        full = [
            person
            for person in holders.beginning(word)
            if person.count > 2 * evidence.count
            and any(may_be_short_for(pack, word, given) for given in person.given)
        ]
    chief = best(full)
    rest = sum(person.count for person in full if person is not chief)
    return chief if chief and chief.count > 5 * rest else None
