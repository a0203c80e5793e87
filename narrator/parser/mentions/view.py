"""Who is about, as a reader has it at one place of the book."""

from collections.abc import Mapping, Sequence
from itertools import takewhile

from narrator.languages import Pack

from ..page import Paragraph
from ..people import Person
from .ages import Stage, stage_of, stages
from .mention import NOBODY, Mention
from .picking import actors
from .recency import Seen, nearest

_BREAK = 60
"""Tokens by which a break puts everybody farther away."""


class View:
    """What a reader remembers of everybody, from the first page to where they are."""

    def __init__(
        self,
        pack: Pack,
        people: list[Person],
        paragraphs: Sequence[Paragraph],
        mentions: Sequence[Sequence[Mention]],
        speaking: Mapping[str, int],
        tellers: Sequence[int],
    ) -> None:
        self.pack = pack
        self.people = people
        self.paragraphs = paragraphs
        self.mentions = mentions
        self.speaking = speaking
        """How often each noun phrase says something."""
        self.tellers = tellers
        """For each paragraph who tells it as `I`, or NOBODY."""
        self.actors = actors(pack, people, paragraphs, mentions)
        self.recent: dict[int, Seen] = {}
        self.paragraph_of: dict[int, int] = {}
        """Person -> the paragraph in whose narration they last were."""
        self.called: dict[int, int] = {}
        """Person -> paragraph in which somebody last called upon them."""
        self.spoke = (NOBODY, -1)
        """Who last said something, as tags and deeds tell, and in which paragraph."""
        self.so_called: dict[str, tuple[int, int]] = {}
        """Noun phrase -> whom it last stood for, and in which paragraph."""
        self._by_head: dict[str, dict[str, tuple[int, int]]] = {}
        """Last word of a noun phrase -> the phrases that end in it, the last used last."""
        self.stages = stages(pack, people, paragraphs, mentions)
        self._offset = 0
        self._teller = NOBODY

    def begin(self, number: int) -> None:
        """Turn to the next paragraph."""
        self._teller = self.tellers[number]
        if self.paragraphs[number].follows_break:
            self._offset += _BREAK

    def finish(self, number: int, row: Sequence[Mention]) -> None:
        """Leave the paragraph whose mentions are in `row`: whoever was called is about now."""
        for mention in row:
            if mention.vocative and mention.person != NOBODY:
                self.recent[mention.person] = Seen(self.place(mention), False)
        self._offset += len(self.paragraphs[number].tokens)

    def note(self, mention: Mention, number: int) -> None:
        """Remember that somebody was seen, or called upon, here."""
        if mention.person == NOBODY:
            return
        if mention.spoken:
            if mention.vocative:
                self.called[mention.person] = number
            return
        new = mention.determiner in self.pack.grammar.introducing
        self.recent[mention.person] = Seen(self.place(mention), mention.subject or new)
        self.paragraph_of[mention.person] = number

    def call(self, key: str, person: int, number: int) -> None:
        """Remember for whom a noun phrase stands in this paragraph."""
        self.so_called[key] = (person, number)
        akin = self._by_head.setdefault(key.split()[-1], {})
        akin.pop(key, None)
        akin[key] = (number, person)

    def last_called(self, head: str) -> tuple[int, int]:
        """In which paragraph any phrase that ends in `head` was last used, and for whom."""
        akin = reversed(self._by_head.get(head, {}).values())
        last = next(akin, (-99, NOBODY))
        return max([last, *takewhile(lambda other: other[0] == last[0], akin)])

    def place(self, mention: Mention) -> int:
        """Where a mention of this paragraph stands: tokens from the beginning of the book."""
        return self._offset + mention.first

    def nearest(self, mention: Mention, sex: str) -> int:
        """The person of that sex last in view."""
        place = self.place(mention)
        return nearest(self.pack, self.people, self.recent, place, sex, self._teller)

    def last_seen(self, person: int) -> int:
        """The place where the person was last seen; -1 where they never were."""
        seen = self.recent.get(person)
        return seen.place if seen else -1

    def about(self, number: int, reach: int) -> set[int]:
        """Who was in the narration of the last `reach` paragraphs."""
        return {p for p, seen in self.paragraph_of.items() if number - seen <= reach}

    def lately_called(self, number: int, reach: int) -> set[int]:
        """Who was called upon in the last `reach` paragraphs."""
        return {p for p, seen in self.called.items() if number - seen <= reach}

    def called_in(self, number: int) -> set[int]:
        """Whom the paragraph calls upon: they do not say it."""
        return {m.person for m in self.mentions[number] if m.vocative} - {NOBODY}

    def has_spoken(self, person: int, number: int) -> bool:
        """Whether the person says what stands in the paragraph above."""
        return self.spoke == (person, number - 1)

    def stage(self, person: int) -> Stage | None:
        """How old the person is, as far as the story has told."""
        known = self.stages.get(person)
        return stage_of(self.pack, self.people[person]) if known is None else known

    def is_named(self, person: int) -> bool:
        """Whether the story has a name for the person."""
        someone = self.people[person]
        return not someone.is_nominal and not someone.is_group
