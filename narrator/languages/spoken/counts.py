"""What numbers count and name."""

from ..tables import Part, Words


class Counts(Part, frozen=True):
    """Words that tell what a number counts or names."""

    rooms: Words
    """What has a number that is said by pairs: `Room 237`."""
    jets: Words
    """Numbers of jets: `a 747`."""
    before_jets: Words
    """What stands before those."""
    calibres: Words
    """Calibres: `.38`."""
    before_calibres: Words
    """What stands before those."""
    guns: Words
    """What stands behind those; with an `s`, too."""
    calls: Words
    """Verbs of phoning."""
    called: Words
    """Numbers that are phoned, said figure by figure."""
    by: str
    """The `x` of `10x10`."""
    times: str
    """The `x` of `3x`."""
    version: str
    """The `v` of `v1.2`."""
    dot: str
    """The points of an address of the net."""
