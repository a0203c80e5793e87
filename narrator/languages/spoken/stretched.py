"""Words that people draw out."""

from ..tables import Part, Words


class Stretched(Part, frozen=True):
    """Words written longer than they are spelled."""

    doubled: Words
    """Words with a double letter that people draw out."""
    singled: Words
    """Words without, which the rule of thumb would get wrong."""
    never_doubled: str
    """Letters that are never doubled in a word, or hardly ever."""
    before_final_o: Words
    """What stands before a last `o` that is single: `nooo` is `no`, but `booo` is `boo`."""
    letters: Words
    """What is three letters, and no word."""
