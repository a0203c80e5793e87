"""What sort of being somebody is whom the story calls by a noun."""

from . import gender, lexicon
from .characters import Person


def is_thing(noun: Person) -> bool:
    """Whether somebody known by a noun is an animal, or a thing that speaks."""
    heads = {head.split()[-1] for head in noun.heads}
    return bool(heads & lexicon.ANIMALS) or not heads & (lexicon.PERSON_NOUNS | lexicon.TITLES)


def is_human(name: Person) -> bool:
    """Whether the name is one of people."""
    given = any(gender.of_given_name(word) for word in name.given)
    return given or bool(name.titles)
