"""The beings of stories that are no people, and the nouns by which a book names them."""

from narrator.model import Kind

_NOUNS = {
    Kind.GIANT: "giant giantess ogre ogress troll cyclops titan colossus",
    Kind.ROBOT: "robot android automaton cyborg droid",
    Kind.GHOST: "ghost phantom spectre specter wraith apparition poltergeist banshee",
    Kind.ANIMAL: """wolf bear lion lioness tiger tigress dragon horse stallion mare hound bull ox
        boar panther leopard jaguar elephant rhinoceros hippopotamus gorilla crocodile alligator
        dog donkey camel goat ram buffalo bison stag moose shark whale walrus serpent""",
    Kind.SMALL_ANIMAL: """mouse rat rabbit hare squirrel cat kitten puppy bird sparrow robin wren
        crow raven parrot magpie owl hen rooster duck duckling gosling lamb mole hedgehog toad frog
        weasel stoat ferret hamster chipmunk beetle cricket grasshopper ant bee butterfly snail
        pixie imp sprite gnome fairy""",
}

KIND_OF = {noun: kind for kind, nouns in _NOUNS.items() for noun in nouns.split()}
"""What sort of being each noun names."""

NEVER_SURNAMES = frozenset(
    noun for noun, kind in KIND_OF.items() if kind in (Kind.GIANT, Kind.ROBOT, Kind.GHOST)
)
"""Nouns that, with a capital and alone, still are no family's name; a Mr. Wolf is a person."""
