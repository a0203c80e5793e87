"""People are looked up by their names: nobody who could be meant is missed, few others are met."""

from narrator.languages import pack_for
from narrator.parser.people.agreement import same_full_name
from narrator.parser.people.evidence import Evidence
from narrator.parser.people.holders import Holders
from narrator.parser.people.names import Name
from narrator.parser.people.persons import Person

ENGLISH = pack_for("en")
GIVEN = ["Elizabeth", "Lizzy", "E", "Tom", "Thomas", "Anna", "A", "Mara"]
SURNAMES = ["Penhallow", "Quill", "van Tal"]


def people(names: list[Name]) -> list[Person]:
    found = [Person(ENGLISH, index) for index in range(len(names))]
    for person, name in zip(found, names, strict=True):
        person.take(name, Evidence(count=1))
    return found


def test_nobody_whose_full_name_agrees_is_missed() -> None:
    names = [Name((), (given, surname)) for given in GIVEN for surname in SURNAMES]
    names += [Name((), (given, "Rose", surname)) for given in GIVEN for surname in SURNAMES]
    everybody = people(names)
    holders = Holders(ENGLISH, everybody)
    for name in names:
        agreeing = [one for one in everybody if same_full_name(ENGLISH, name, one)]
        assert [one for one in holders.sharing(name) if one in agreeing] == agreeing


def test_of_a_thousand_with_one_surname_few_are_looked_at() -> None:
    names = [Name((), (f"M{'abcdefghij'[n % 10]}{n}", "Penhallow")) for n in range(1000)]
    holders = Holders(ENGLISH, people(names))
    assert max(len(holders.sharing(name)) for name in names) <= 2
    assert len(holders.of("penhallow")) == 1000
