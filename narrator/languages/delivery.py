"""The words for how a line is said. They are recognised in any language: see `every_pack`."""

from .tables import Part, Words


class Delivery(Part, frozen=True):
    """The beginnings of words, by what they mean for a voice."""

    whispered: Words = Words()
    """Breathed, without a voice."""
    soft: Words = Words()
    """Low."""
    loud: Words = Words()
    """Shouted or angry."""
    sad: Words = Words()
    """Tearful."""
    hasty: Words = Words()
    """Quicker than usual."""
    slow: Words = Words()
    """Slower than usual."""
