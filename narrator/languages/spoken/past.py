"""Whether `read` is past."""

from ..tables import Part, Words


class Past(Part, frozen=True):
    """What stands around a `read` that somebody did, and around any other."""

    participle_after: Words
    """Auxiliaries of the participle."""
    participle_adverbs: Words
    """Adverbs between, beside those in `ly`."""
    how_well: Words
    """What stands right before a participle."""
    infinitive_after: Words
    """What stands before the infinitive."""
    infinitive_adverbs: Words
    """Adverbs between."""
    pronouns: Words
    """Who may stand between."""
    owners: Words
    """What stands before a noun between."""
    asked: Words
    """What begins a question about the past: `Have you read`."""
    askers: Words
    """Who is asked."""
    watched: Words
    """What one does with somebody who reads: `let him read`."""
    whom: Words
    """With whom."""
    before_noun: Words
    """What stands before `read` where it is a noun."""
    worth: str
    """Likewise, in several words."""
    plural: Words
    """Of whom a `who` behind them is not one person."""
    one_person: Words
    """Who is one: in the present it would be `reads`."""
    determiners: Words
    """What stands before one person."""
    adverbs: Words
    """Adverbs between them and the verb."""
    some: Words
    """Who may read or have read."""
    no_person: Words
    """First words of a sentence that name nobody."""
    told: Words
    """Verbs and times of what is told, beside words in `ed`."""
    last: Words
    """What stands behind `last`, for such a time."""
    that: Words
    """What stands behind `that`, likewise."""
    not_told: Words
    """Words in `ed` that are no verbs of the past; others end as they do."""
    now: Words
    """What is never in a sentence about the past."""
    to_do: Words
    """What stands before two things that are to be done."""
    texts: Words
    """What can be read and says something."""
    present_after: Words
    """What follows who can read, not who did."""
