"""The words of tags: what is narrated beside a quotation and says who speaks."""

from functools import cached_property

from ..tables import Part, Words


class Tags(Part, frozen=True):
    """The words of tags: what is narrated beside a quotation and says who speaks."""

    saying: Words
    """Verbs that can stand beside a quotation and name its speaker."""
    plain: Words
    """Those of them that give no manner worth a direction to the voice."""
    asking: Words
    """Plain ones that are worth one."""
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

    @cached_property
    def saying_now(self) -> frozenset[str]:
        """Verbs of saying, and their present: it may be a noun, but not behind a subject."""
        regular = (verb for verb in self.saying if verb.endswith("ed"))
        return self.saying.union(*map(_present_of, regular))


def _present_of(past: str) -> frozenset[str]:
    """What a regular verb in the past may be in the present, with and without -s.

    Some are no words at all (`announc`), which does no harm.
    """
    stem = past[:-2]
    if past.endswith("ied"):
        return frozenset([f"{past[:-3]}y", f"{past[:-3]}ies"])
    stems = {stem, f"{stem}e"}
    if len(stem) > 3 and stem[-1] == stem[-2] and stem[-1] not in "sl":
        stems.add(stem[:-1])
    return frozenset(stems | {f"{one}s" for one in stems} | {f"{stem}es"})
