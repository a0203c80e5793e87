"""Words that tell narration from speech where no mark parts them."""

from functools import cached_property

from ..tables import Part, Patterns, Row, Words


class Telling(Part, frozen=True):
    """What is oftener told than said, and the other way round."""

    first: Words
    """Who speaks means himself by them."""
    i: Words
    """Those of `first` that begin what he does: `I looked up`."""
    second: Words
    """Who speaks means his hearer by them."""
    third: Words
    """With which begins what somebody does who is there: `she`, `her hands`."""
    the: Words
    """Articles of what is known."""
    present: Words
    """Verbs in the present, which people talk in."""
    past: Words
    """Verbs in the past, which is told in."""
    past_of_one: Words
    """More of them, some of which are past only behind a subject in the singular."""
    past_endings: Row
    """Of verbs in the past."""
    contractions: Row
    """Endings of words that talk runs together: `don't`."""
    gestures: Words
    """What people did with their bodies while they talked: told far oftener than spoken of."""
    gestures_now: Words
    """The same in the present."""
    openers: Words
    """With which talk begins, and no name."""
    starters: Words
    """What else a sentence begins with that is no name."""
    owners: Patterns
    """Whose a part of the body is; capitals count: `her`, `Anna's`."""
    body: Words
    """Parts of the body, clothes, and what hands hold."""
    abbreviations: Words
    """Short words, as written, whose full stop ends no sentence."""

    @cached_property
    def no_names(self) -> frozenset[str]:
        """What begins a sentence and is no name."""
        return self.openers | self.starters
