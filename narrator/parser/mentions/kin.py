"""Who may be `his aunt`: what forbids two people to be akin, and what makes it sure."""

from narrator.languages import Pack

from ..people import Person, gender
from .ages import Stage
from .mention import Mention


def is_kin(pack: Pack, mention: Mention) -> bool:
    """`her husband`, `Tom's sister`: somebody of a known sex who is akin to somebody else."""
    whose, key = mention.determiner, mention.key
    grammar = pack.grammar
    named = whose in grammar.genitive or whose in grammar.mine
    owned = named or bool(gender.of_pronoun(pack, whose))
    sexed = mention.sex in (gender.FEMALE, gender.MALE)
    return owned and sexed and key in pack.nouns.kin and key not in pack.kin.by_choice


def is_akin(pack: Pack, person: Person, key: str, owner: Person | None) -> bool:
    """Whether the story calls the person so, or they share a surname with the owner."""
    nouns = {pack.kin.plain.get(word, word) for word in person.heads | person.titles}
    family = owner is not None and bool(person.surnames & owner.surnames)
    return pack.kin.plain.get(key, key) in nouns or family


def may_be_kin(pack: Pack, key: str, stage: Stage | None) -> bool:
    """Whether somebody of that age is not too young to be somebody's mother."""
    return stage is not Stage.CHILD or not (key in pack.ages.old_kin or key in pack.ages.grown_kin)


def is_by_name(pack: Pack, mention: Mention) -> bool:
    """Whether whoever tells the story uses the given name of such kin, too: `my sister`."""
    return mention.determiner in pack.grammar.mine and mention.key in pack.kin.siblings


def is_by_kin_alone(pack: Pack, mention: Mention) -> bool:
    """Whether whoever tells the story hardly does: `my mother`."""
    kin = pack.kin.plain.get(mention.key, mention.key)
    return mention.determiner in pack.grammar.mine and kin in pack.kin.parents


def is_other_kin(pack: Pack, person: Person, mention: Mention) -> bool:
    """Whether they are the narrator's kin in another way: `my mother` is not `Auntie Bea`."""
    kin = {pack.kin.plain.get(word, word) for word in person.titles & pack.nouns.kin}
    mine = mention.determiner in pack.grammar.mine
    return mine and bool(kin) and pack.kin.plain.get(mention.key, mention.key) not in kin


def is_stranger(pack: Pack, person: Person, owner: Person | None) -> bool:
    """Whether the story says `Mr.` of the person, and not of the one they should be akin to."""
    formal = (person.titles & pack.honorifics.every) - pack.nouns.kin - pack.honorifics.for_children
    if owner is None or not person.is_styled or not formal:
        return False
    return not owner.titles and not owner.surnames & person.surnames
