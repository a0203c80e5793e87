"""Who may be `his aunt`: what forbids two people to be akin, and what makes it sure."""

from ..people import Person, gender, lexicon
from .ages import FOR_OLD, FOR_PARENTS, Stage
from .mentions import Mention

_BY_WORK = frozenset(["boss", "partner", "manager", "friend", "companion", "lover"])
_FORMAL = lexicon.TITLES - lexicon.KIN_NOUNS - lexicon.TITLES_FOR_CHILDREN
_ALSO = {
    short: full
    for full, shorts in {
        "mother": "mum mom mama mamma mommy mummy ma",
        "father": "dad daddy papa pa",
        "grandmother": "grandma granny gran nan",
        "grandfather": "grandpa granddad",
        "aunt": "auntie",
    }.items()
    for short in shorts.split()
}
"""Other words for the same kin."""
_PARENTS = frozenset(["mother", "father", "grandmother", "grandfather"])
_SIBLINGS = frozenset(["brother", "sister", "twin"])


def is_kin(mention: Mention) -> bool:
    """`her husband`, `Tom's sister`: somebody of a known sex who is akin to somebody else."""
    owned = mention.determiner in ("'s", "’s", "my") or bool(gender.of_pronoun(mention.determiner))
    return (
        owned
        and mention.sex in (gender.FEMALE, gender.MALE)
        and mention.key in lexicon.KIN_NOUNS - _BY_WORK
    )


def is_akin(person: Person, key: str, owner: Person | None) -> bool:
    """Whether the story calls the person so, or they share a surname with the owner."""
    nouns = {_ALSO.get(word, word) for word in person.heads | person.titles}
    family = owner is not None and bool(person.surnames & owner.surnames)
    return _ALSO.get(key, key) in nouns or family


def may_be_kin(key: str, stage: Stage | None) -> bool:
    """Whether somebody of that age is not too young to be somebody's mother."""
    return stage is not Stage.CHILD or key not in FOR_OLD | FOR_PARENTS


def is_by_name(mention: Mention) -> bool:
    """Whether whoever tells the story uses the given name of such kin, too: `my sister`."""
    return mention.determiner == "my" and mention.key in _SIBLINGS


def is_by_kin_alone(mention: Mention) -> bool:
    """Whether whoever tells the story hardly does: `my mother`."""
    return mention.determiner == "my" and _ALSO.get(mention.key, mention.key) in _PARENTS


def is_other_kin(person: Person, mention: Mention) -> bool:
    """Whether they are the narrator's kin in another way: `my mother` is not `Auntie Bea`."""
    kin = {_ALSO.get(word, word) for word in person.titles & lexicon.KIN_NOUNS}
    return (
        mention.determiner == "my" and bool(kin) and _ALSO.get(mention.key, mention.key) not in kin
    )


def is_stranger(person: Person, owner: Person | None) -> bool:
    """Whether the story says `Mr.` of the person, and not of the one they should be akin to."""
    if owner is None or not person.is_styled or not person.titles & _FORMAL:
        return False
    return not owner.titles and not owner.surnames & person.surnames
