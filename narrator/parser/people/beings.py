"""What sort of being somebody is whom the story calls by a noun."""

from narrator.languages import Pack

from . import gender
from .persons import Person


def is_thing(pack: Pack, noun: Person) -> bool:
    """Whether somebody known by a noun is an animal, or a thing that speaks."""
    heads = {head.split()[-1] for head in noun.heads}
    return bool(heads & pack.nouns.animals) or not (
        heads & pack.nouns.every or heads & pack.honorifics.every
    )


def is_human(pack: Pack, name: Person) -> bool:
    """Whether the name is one of people."""
    given = any(gender.of_given_name(pack, word) for word in name.given)
    return given or bool(name.titles)
