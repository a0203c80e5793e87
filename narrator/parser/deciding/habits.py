"""How people call one another: who has said `sir`, `Tia` or `Mr. Pickens`, and of whom.

Somebody who calls a man `Mr. Pickens` keeps to it, and others call him otherwise, so that a form
heard again says who speaks.
"""

from collections import Counter
from collections.abc import Sequence

from ..mentions import NOBODY, within
from ..study import Study
from ..turns import Turn

Habits = dict[str, Counter[int]]
"""Form -> how many turns of each person have it."""

_BESIDE = frozenset([",", ".", "!", "?", ";", ":", "—", "–", "-", "…", "...", "”", '"', "’", "»"])


def forms_of(study: Study, turn: Turn) -> frozenset[str]:
    """The ways in which a turn calls people or speaks of them."""
    found: set[str] = set()
    for number, index in turn.parts:
        paragraph = study.paragraphs[number]
        part = paragraph.parts[index]
        for mention in within(study.mentions[number], part.first, part.last):
            if mention.person != NOBODY:
                found.add(f"{mention.person} {mention.key}")
        tokens = paragraph.tokens
        for at in range(part.first, part.last):
            if tokens[at].low not in study.pack.vocatives.forms:
                continue
            after = tokens[at + 1].text if at + 1 < part.last else "."
            before = tokens[at - 1].text if at > part.first else "."
            if after in _BESIDE and (
                before in _BESIDE or tokens[at - 1].low in study.pack.vocatives.dear
            ):
                found.add(tokens[at].low)
    return frozenset(found)


def habits_of(forms: Sequence[frozenset[str]], speakers: Sequence[int]) -> Habits:
    """Who uses which form, by the turns whose speaker is named."""
    habits: Habits = {}
    for row, speaker in zip(forms, speakers, strict=True):
        if speaker != NOBODY:
            for form in row:
                habits.setdefault(form, Counter())[speaker] += 1
    return habits
