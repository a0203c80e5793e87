"""Sounds that are no words."""

from ..tables import Part, Words


class Sounds(Part, frozen=True):
    """Sounds that are no words, and what engines misread, in IPA."""

    sounds: tuple[tuple[str, str], ...]
    """Patterns, and how they sound."""
    before_used: Words
    """What stands before `used to` where it is no habit."""
    before_verbs: Words
    """What stands before `object` and `insult` where they are verbs."""
    before_elaborate: Words
    """What stands before `elaborate` where it is no verb."""
    before_invalid: Words
    """What stands before an `invalid` who is a person."""
    after_invalid: Words
    """What stands behind one."""
    dropped: dict[str, str]
    """What an h, or a first syllable, is left out of; without it they read as other words."""
    run_together: dict[str, str]
    """Words that are run into others."""
    heard: dict[str, str]
    """What espeak-ng reads wrongly, and how it sounds."""
