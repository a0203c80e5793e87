"""Everything the parser learns about a book before it decides who speaks."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from narrator.languages import Pack

from .identities import (
    find_narrators,
    unite_called,
    unite_doubles,
    unite_introduced,
    unite_named,
    unite_recognised,
    unite_unveiled,
)
from .mentions import (
    Kind,
    Mention,
    acting_nouns,
    find_links,
    find_mentions,
    join_pairs,
    merge_name_nouns,
    place_labels,
    place_voices,
    refer,
    settle_nominals,
    vote_sexes,
)
from .page import Paragraph
from .people import (
    Known,
    Person,
    bring_together,
    count_capitals,
    find_runs,
    in_nominative,
    learn_nouns,
    weigh,
)
from .turns import Narration, Turn, find_turns, narration


@dataclass(frozen=True, slots=True)
class Study:
    """A book's paragraphs, people, mentions and turns."""

    pack: Pack
    """The words of its language."""
    paragraphs: tuple[Paragraph, ...]
    people: list[Person]
    mentions: list[list[Mention]]
    """For each paragraph, in order."""
    turns: list[Turn]
    texts: list[Narration]
    narrators: list[int]
    """For each paragraph the person who tells it as `I`, or NOBODY."""
    known: Known = field(default_factory=Known)
    """Who was known before the story was read."""
    _names: dict[int, str] = field(default_factory=dict)

    def name_of(self, person: int) -> str:
        """The name a person is known by, looked for once: some have hundreds."""
        if person not in self._names:
            self._names[person] = self.people[person].display
        return self._names[person]


_UNITING = (
    unite_named,
    unite_introduced,
    unite_recognised,
    unite_unveiled,
    unite_called,
    unite_doubles,
)


def study(pack: Pack, paragraphs: tuple[Paragraph, ...], known: Known | None = None) -> Study:
    """Find the people, what points at them, and the turns of a book."""
    known = known or Known()
    capitals = count_capitals(pack, paragraphs)
    runs = in_nominative(pack, paragraphs, find_runs(pack, paragraphs, capitals))
    people, holder = bring_together(pack, weigh(pack, paragraphs, runs, capitals), known.people)
    mentions = find_mentions(
        pack, paragraphs, runs, holder, learn_nouns(pack, paragraphs) | known.heads
    )
    mentions = place_labels(pack, people, paragraphs, mentions)
    mentions = join_pairs(pack, people, paragraphs, mentions)
    speaking = _speaking(pack, _texts(pack, paragraphs, mentions), mentions)
    mentions = _place_nominals(pack, people, paragraphs, mentions, speaking, known)
    vote_sexes(pack, people, paragraphs, mentions)
    narrators = find_narrators(
        pack, people, paragraphs, mentions, find_turns(pack, _texts(pack, paragraphs, mentions))
    )
    mentions = [
        [_as_narrator(mention, narrator) for mention in row]
        for narrator, row in zip(narrators, mentions, strict=True)
    ]
    mentions = refer(pack, people, paragraphs, mentions, speaking, known.nouns, narrators)
    mentions = place_voices(pack, people, paragraphs, mentions)
    texts = _texts(pack, paragraphs, mentions)
    for unite in _UNITING:
        same = unite(pack, people, paragraphs, mentions, find_turns(pack, texts))
        if same:
            mentions = [[_united(mention, same) for mention in row] for row in mentions]
            texts = _texts(pack, paragraphs, mentions)
    return Study(
        pack, paragraphs, people, mentions, find_turns(pack, texts), texts, narrators, known
    )


def _texts(
    pack: Pack, paragraphs: Sequence[Paragraph], mentions: Sequence[Sequence[Mention]]
) -> list[Narration]:
    return [
        narration(pack, number, paragraph, mentions[number])
        for number, paragraph in enumerate(paragraphs)
    ]


def _speaking(
    pack: Pack, texts: Sequence[Narration], mentions: Sequence[Sequence[Mention]]
) -> Counter[str]:
    """How often each noun phrase says something, or does something where something is said."""
    speaking: Counter[str] = Counter()
    for turn in find_turns(pack, texts):
        for tag in turn.tags:
            if tag.direct and tag.mention and tag.mention.kind is Kind.NOMINAL:
                speaking[tag.mention.key] += 1
        if not turn.tags:
            speaking.update(acting_nouns(mentions[turn.first]))
    return speaking


def _place_nominals(
    pack: Pack,
    people: list[Person],
    paragraphs: Sequence[Paragraph],
    mentions: list[list[Mention]],
    speaking: Counter[str],
    known: Known,
) -> list[list[Mention]]:
    """Point noun phrases at people, making new ones for those that speak."""
    links = find_links(pack, people, paragraphs, mentions)
    for person in known.people:
        person.is_nominal = bool(person.heads) and not person.count
    home = settle_nominals(pack, people, paragraphs, mentions, links, speaking, known.nouns)
    same = merge_name_nouns(people, home)
    return [[_at_home(mention, home, same) for mention in row] for row in mentions]


def _at_home(mention: Mention, home: dict[str, int], same: dict[int, int]) -> Mention:
    if mention.person in same:
        return mention._replace(person=same[mention.person])
    if mention.kind is Kind.NOMINAL and mention.key in home:
        return mention._replace(person=home[mention.key])
    return mention


def _as_narrator(mention: Mention, narrator: int) -> Mention:
    return mention._replace(person=narrator) if mention.kind is Kind.FIRST else mention


def _united(mention: Mention, same: dict[int, int]) -> Mention:
    if mention.person not in same:
        return mention
    return mention._replace(person=same[mention.person])
