"""The words of tags: what is narrated beside a quotation and says who speaks.

Its verbs are those of `Speech`.
"""

from ..tables import Part, Words


class Tags(Part, frozen=True):
    """The words of tags: what is narrated beside a quotation and says who speaks."""

    asking: Words
    """Those of `Speech.plain` that are worth a direction to the voice."""
    to_somebody: Words
    """Verbs behind which stands to whom it is said."""
    towards: Words
    """What stands before whoever is spoken to."""
    answering: Words
    """Verbs by whose denial somebody is silent: `Anna did not answer`."""
    sounds: Words
    """Nouns for what is heard: `came the soft whisper`."""
    coming: Words
    """Verbs that such a sound has."""
    as_told: dict[str, str]
    """How a line is said that a noun or a verb in the present tells of."""
    silent: Words
    """Sounds and verbs that tell no manner."""
    openers: Words
    """Words that begin a clause of its own inside a tag."""
    particles: Words
    """Words that may stand between the verb and its subject."""
    before_subject: Words
    """Words that may stand before a subject which comes first."""
    passed_over: Words
    """Words that may stand between a subject and its verb."""
    listeners: Words
    """Whom a tag tells that may be part of what is said: `Anna told me`."""
    together: Words
    """What tells that two have spoken as one."""
    addressing: Words
    """What stands between a verb of saying and to whom it is said."""
