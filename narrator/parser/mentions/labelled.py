"""Speaker labels as mentions: the layout of plays and chats names who speaks."""

from collections.abc import Sequence

from narrator.languages import Pack

from ..page import Paragraph, label_name
from ..people import Person
from .mention import Kind, Mention


def place_labels(
    pack: Pack, people: list[Person], paragraphs: Sequence[Paragraph], mentions: list[list[Mention]]
) -> list[list[Mention]]:
    """The mentions, with the label of each labelled paragraph as the name of its speaker."""
    holder = {name.lower(): person.index for person in people for name in person.names}
    placed = []
    for paragraph, row in zip(paragraphs, mentions, strict=True):
        if paragraph.is_labelled:
            name = label_name(paragraph.text)
            if name.lower() not in holder:
                holder[name.lower()] = len(people)
                people.append(Person(pack, len(people)))
            person = people[holder[name.lower()]]
            person.names[name.title() if name.isupper() else name] += 1
            person.count += 1
            last = paragraph.parts[0].last
            label = Mention(0, last, Kind.NAME, person.index, name.lower(), "", True, False, False)
            row = [label, *(mention for mention in row if mention.first >= last)]
        placed.append(row)
    return placed
