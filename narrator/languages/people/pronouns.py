"""Pronouns, by whom they stand for."""

from ..tables import Part, Words


class Pronouns(Part, frozen=True):
    """Pronouns, by whom they stand for."""

    he: Words
    """Forms that stand for a man."""
    she: Words
    """Forms that stand for a woman."""
    they: Words
    """Forms that stand for several, or for one whose sex is left open."""
    subjects: Words
    """Forms that are subjects, by which the narration takes up somebody."""
    of_one: Words
    """Those of them that stand for one."""
    first: Words
    """Whoever tells the story, alone or with the verb: `i`, `i'd`."""
    first_has_capital: bool
    """Whether those forms have a capital wherever they stand."""
    second: Words
    """Whoever is told the story, alone or with the verb: `you`, `you'd`."""
    formal: Words
    """Those of `he`, `she` and `they` that in speech are whoever is spoken to: `Lei`."""
    emphatic: Words
    """What may stand between a subject and its verb."""
    several: Words
    """The form for several that is a subject."""
    it: Words
    """The form for a thing or an animal."""
    him: Words
    """The form for a man who is told something."""
    her: Words
    """The form for a woman who is."""
    i: Words
    """Whoever speaks, by one word alone."""
