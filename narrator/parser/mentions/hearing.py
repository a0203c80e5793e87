"""Voices that are heard before it is seen whose they are: `said a voice`, `someone shouted`."""

from collections.abc import Iterator, Sequence

from narrator.languages import Pack

from ..page import Paragraph
from ..people import Person, gender
from .mention import NOBODY, Kind, Mention
from .subjects import says_it

_AHEAD = 3
"""Paragraphs after the voice in which whose it is comes into view."""
_BACK = 2
"""Paragraphs before it in which they may have been called."""
_ADVERBS = 3
_AWAY = 12
"""Paragraphs for which nothing was told of somebody who then comes into view."""


def place_voices(
    pack: Pack,
    people: Sequence[Person],
    paragraphs: Sequence[Paragraph],
    mentions: Sequence[Sequence[Mention]],
) -> list[list[Mention]]:
    """The mentions, with voices pointing at whoever is then shown, or was called, or answers."""
    reader = _Listener(pack, people, paragraphs, mentions)
    return [reader.read(number) for number in range(len(paragraphs))]


class _Listener:
    def __init__(
        self,
        pack: Pack,
        people: Sequence[Person],
        paragraphs: Sequence[Paragraph],
        mentions: Sequence[Sequence[Mention]],
    ) -> None:
        self._pack = pack
        self._people = people
        self._paragraphs = paragraphs
        self._mentions = mentions
        self._owners: dict[int, int] = {}
        """A voice's own person -> whose voice it is."""
        self._seen: dict[int, int] = {}
        """Person -> the paragraph in which they were last in view."""

    def read(self, number: int) -> list[Mention]:
        """The mentions of the next paragraph."""
        row = [self._placed(mention, number) for mention in self._mentions[number]]
        for mention in row:
            if not mention.spoken and mention.person != NOBODY:
                self._seen[mention.person] = number
        return row

    def _placed(self, mention: Mention, number: int) -> Mention:
        paragraph = self._paragraphs[number]
        unseen = mention.key.split()[-1] in self._pack.nouns.unseen and mention.kind is Kind.NOMINAL
        if not unseen or mention.spoken or not paragraph.has_speech:
            return mention
        if mention.determiner in self._pack.grammar.definite:
            owner = self._owners.get(mention.person, mention.person)
            return mention._replace(person=owner)
        behind = paragraph.tokens[mention.last : mention.last + _ADVERBS]
        says = any(token.low in self._pack.speech.naming for token in behind)
        if not says and not says_it(self._pack, paragraph, mention.first):
            return mention
        words = [token.low for token in paragraph.tokens[mention.first : mention.last]]
        sex = next((sex for word in words if (sex := gender.of_noun(self._pack, word))), "")
        for other in self._shown(mention, number):
            person = self._people[other.person]
            if self._is_new(other.person, number) and not {sex, person.sex} >= {"F", "M"}:
                self._owners[mention.person] = other.person
                return mention._replace(person=other.person, how="new", other=NOBODY)
        return mention

    def _is_new(self, person: int, number: int) -> bool:
        someone = self._people[person]
        away = number - self._seen.get(person, -99) > _AWAY
        return away and not someone.is_narrator and not someone.heads & self._pack.nouns.unseen

    def _shown(self, mention: Mention, number: int) -> Iterator[Mention]:
        """Those who may be whose voice it is, the likeliest first."""
        yield from self._told(number, mention.last)
        for at in range(max(0, number - _BACK), number):
            yield from self._called(at)
        for at in range(number + 1, min(number + 1 + _AHEAD, len(self._paragraphs))):
            if self._paragraphs[at].follows_break:
                return
            if at == number + 1:
                yield from self._called(at)
            if at > number + 1 or not self._paragraphs[at].has_speech:
                yield from self._told(at, 0)

    def _called(self, number: int) -> Iterator[Mention]:
        return (m for m in self._mentions[number] if m.vocative and m.person != NOBODY)

    def _told(self, number: int, first: int) -> Iterator[Mention]:
        """Who does something in the narration from token `first` on, or is said to be it."""
        paragraph = self._paragraphs[number]
        for m in self._mentions[number]:
            named = m.kind in (Kind.NAME, Kind.NOMINAL) and m.person != NOBODY
            if m.first < first or m.spoken or not named:
                continue
            before = tuple(t.low for t in paragraph.tokens[max(0, m.first - 2) : m.first])
            if (
                m.subject
                or says_it(self._pack, paragraph, m.first)
                or before in self._pack.phrases.revealing
            ):
                yield m
