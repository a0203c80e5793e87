"""Two names that the story says are one person's: `Minh Pham, and we called him Tank`."""

from collections.abc import Sequence

from narrator.languages import Pack

from ..mentions import NOBODY, Kind, Mention
from ..page import Paragraph
from ..people import Person
from ..turns import Turn
from .uniting import unite


def unite_named(
    pack: Pack,
    people: Sequence[Person],
    paragraphs: Sequence[Paragraph],
    mentions: Sequence[Sequence[Mention]],
    turns: Sequence[Turn],
) -> dict[int, int]:
    """Persons by whose name somebody else of the story is called, and who that is.

    `His real name was Minh Pham. We called him Tank.`
    """
    same: dict[int, int] = {}
    for paragraph, row in zip(paragraphs, mentions, strict=True):
        named = NOBODY
        for mention in row:
            if mention.kind is not Kind.NAME or mention.spoken or mention.person == NOBODY:
                continue
            before = tuple(
                t.low for t in paragraph.tokens[max(0, mention.first - 2) : mention.first]
            )
            called = before in pack.phrases.called_by
            if called and _may_be_one(people, same, mention.person, named):
                fewer, more = sorted((mention.person, named), key=lambda one: people[one].count)
                same[fewer] = more
                unite(people[more], people[fewer])
                people[more].forms.extend(people[fewer].forms)
            named = mention.person
    return same


def _may_be_one(people: Sequence[Person], same: dict[int, int], one: int, other: int) -> bool:
    if other in (NOBODY, one) or one in same or other in same:
        return False
    both = people[one], people[other]
    sexes = {person.sex for person in both} - {""}
    return len(sexes) < 2 and not any(person.known or person.is_group for person in both)
