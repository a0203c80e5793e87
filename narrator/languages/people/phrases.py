"""Runs of words by which a story tells who somebody is."""

from ..tables import Part, Row, Words


class Phrases(Part, frozen=True):
    """Runs of words by which a story tells who somebody is."""

    revealing: frozenset[Row]
    """Words behind which stands who did something: `It was Tom.`"""
    bringing_in: frozenset[Row]
    """Words behind which the narration brings in somebody who is then spoken of."""
    what_somebody_is: frozenset[Row]
    """What stands between a person and what they are: `Ilma, who had been a judge`."""
    naming: tuple[Row, ...]
    """What a noun phrase and the name behind it may have between them, after a few words."""
    whose_name: frozenset[Row]
    """What else they may have: `a crow whose name was Cornelia`."""
    their_name: frozenset[Row]
    """What stands before the name of whoever was last shown: `her name was Cornelia`."""
    called_by: frozenset[Row]
    """What stands before a noun that others have for somebody: `they called him the colonel`."""
    years_old: frozenset[Row]
    """What may begin another sentence that tells an age."""
    i_am: tuple[Row, ...]
    """What one says before one's own name."""
    you_are: frozenset[Row]
    """What one says before the name of the one spoken to."""
    it_is_me: frozenset[Row]
    """What one may say before it after `Who is there?`"""
    asking_names: Words
    """Words of a question for a name."""
    asking_who: Words
    """Words of the question who is there."""
    you: Words
    """Words by which a question is put to somebody."""
    there: Words
    """Words before a verb of being behind which somebody is brought in."""
    somebody_new: str
    """How somebody is named of whom the story has only a noun, where they are new."""
    somebody_known: str
    """The same, where they are not."""
    known_by: dict[str, str]
    """The same, by the determiner of the noun, where it is not everywhere the same: `la {}`."""
    elided: str
    """The same before `elided_before`: `l'{}`."""
    elided_before: Row
    """Letters before which an article is elided."""
    told_to: str
    """How somebody is named to whom the story tells it as `you`, if nobody calls them by name."""

    def known(self, noun: str, determiner: str) -> str:
        """What somebody is called of whom the story has only a noun with that determiner."""
        if noun.startswith(self.elided_before):
            return self.elided.format(noun)
        return self.known_by.get(determiner, self.somebody_known).format(noun)
