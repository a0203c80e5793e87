"""How people are named in a script that parts words by nothing: Chinese, Japanese."""

from ..tables import Part, Words


class Unspaced(Part, frozen=True):
    """How people are named where nothing parts the words; empty where blanks do."""

    surnames: Words = Words()
    """What a name begins with; one or two signs of a given name are behind it."""
    before_names: Words = Words()
    """What stands before one sign of a name and makes it one: `小` of `小梅`."""
    titles: Words = Words()
    """What stands behind a name, and alone means whoever is called so: `先生`."""
    polite: Words = Words()
    """What stands behind a name and is no part of it: `さん`."""
    subjects: Words = Words()
    """What marks a subject: `は`. Without any a subject opens its clause."""
    citing: Words = Words()
    """What stands between a speech and its tag: `と`."""
    letters: str = ""
    """A class of the letters that names are made of, where subjects are marked."""
    glued: Words = Words()
    """What stands right behind a quoted word that nobody says: `の`."""
    no_names: Words = Words()
    """What begins like a name and is none."""
    women: Words = Words()
    """Last letters of women's given names."""
    men: Words = Words()
    """Those of men."""
