"""Who is told of beside a turn: found once for all turns of the same paragraphs."""

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from ..mentions import NOBODY, Kind, Mention, beginning
from ..page import Paragraph
from ..study import Study
from ..turns import Turn


@dataclass(frozen=True, slots=True)
class Narrated:
    """The people in the narration of the paragraphs in which a turn begins and ends."""

    is_empty: bool
    only_pronouns: bool
    pronoun: str
    """The sex of the first pronoun that has one."""
    firsts: Mapping[int, Mention]
    """Person -> where they are first mentioned."""
    subject: Mention | None
    """The first who does something."""
    acts: Mapping[int, tuple[int, Mention]]
    """Person -> paragraph and mention of what they do first."""
    listening: Sequence[Mention]
    """Those to whom something is said or done: `said Tom to Mary`."""
    _subjects: Sequence[Sequence[Mention]]
    """For each of the paragraphs."""

    @property
    def alone(self) -> bool:
        """Whether there is one person, and nobody else."""
        return len(self.firsts) == 1

    def last_before(self, token: int) -> Mention | None:
        """The last who does something before a token of its paragraph."""
        for row in reversed(self._subjects):
            if at := bisect_left(row, token, key=_first):
                return row[at - 1]
        return None


class Narration:
    """The narration of all paragraphs of a story, looked at when it is first asked for."""

    def __init__(self, study: Study) -> None:
        self._study = study
        self._known: dict[tuple[int, int], Narrated] = {}
        self._sorted: dict[int, tuple[list[Mention], list[Mention]]] = {}
        """Paragraph -> those who do something in its narration, and the others."""

    def of(self, first: int, last: int) -> Narrated:
        """What is told in two paragraphs, which may be the same."""
        if (first, last) not in self._known:
            self._known[first, last] = _narrated(self._study, first, last)
        return self._known[first, last]

    def doer_behind(self, turn: Turn) -> int:
        """Who does something last in the narration behind the turn in its paragraph, or NOBODY."""
        number, after = behind(self._study, turn)
        last = self._sort(number)[0][-1:]
        return last[0].person if last and last[0].first >= after else NOBODY

    def other_behind(self, turn: Turn) -> int:
        """Who is mentioned first there but does nothing, or NOBODY."""
        number, after = behind(self._study, turn)
        return next((m.person for m in beginning(self._sort(number)[1], after)), NOBODY)

    def _sort(self, number: int) -> tuple[list[Mention], list[Mention]]:
        if number not in self._sorted:
            row = self._study.mentions[number]
            people = [m for m in row if not m.spoken and m.person != NOBODY]
            doers = [m for m in people if m.subject]
            self._sorted[number] = doers, [m for m in people if not m.subject]
        return self._sorted[number]


def behind(study: Study, turn: Turn) -> tuple[int, int]:
    """The paragraph in which a turn ends, and the token right behind it."""
    number, index = turn.parts[-1]
    return number, study.paragraphs[number].parts[index].last


def _narrated(study: Study, first: int, last: int) -> Narrated:
    placed = [(n, m) for n in sorted({first, last}) for m in study.mentions[n]]
    genitive = study.pack.grammar.genitive
    owners = {one for (_, one), (_, two) in pairwise(placed) if two.determiner in genitive}
    placed = [(n, m) for n, m in placed if not m.spoken and m not in owners]
    own = [m for _, m in placed]
    people = [(n, m) for n, m in placed if m.person != NOBODY]
    subjects = [(n, m) for n, m in people if m.subject]
    return Narrated(
        is_empty=not own,
        only_pronouns=all(m.kind is Kind.PRONOUN for m in own),
        pronoun=next((m.sex for m in own if m.kind is Kind.PRONOUN and m.sex), ""),
        firsts={m.person: m for _, m in reversed(people)},
        subject=subjects[0][1] if subjects else None,
        acts={m.person: (n, m) for n, m in reversed(subjects)},
        listening=list(_listening(study, study.paragraphs[first], own)),
        _subjects=[[m for n, m in subjects if n == number] for number in sorted({first, last})],
    )


def _listening(study: Study, paragraph: Paragraph, own: Sequence[Mention]) -> Iterator[Mention]:
    """`said Tom to Mary`, `he asked Mary`, `turning his gaze on Nathan`."""
    tokens = paragraph.tokens
    for mention in own:
        if mention.person == NOBODY or mention.subject or mention.kind is Kind.PRONOUN:
            continue
        if not 0 < mention.first < len(tokens):
            continue
        before = tokens[mention.first - 1].low
        after = tokens[mention.last].low if mention.last < len(tokens) else ""
        if before in study.pack.tags.towards and after not in study.pack.grammar.genitive:
            yield mention


def _first(mention: Mention) -> int:
    return mention.first
