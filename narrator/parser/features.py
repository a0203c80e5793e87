"""Named features of a turn and somebody who might say it; each is either there or not."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate

from . import lexicon
from .bands import cut, distance, place, ranked, share
from .mentions import NOBODY, Kind, Mention
from .scene import SURE, Sightings, Surroundings
from .shown import is_shown_below
from .study import Study

_IN_SCENE = 6
"""Paragraphs back within which somebody mentioned is on the scene."""
_ACTS_BACK, _ACTS_AHEAD = 20, 4
"""Paragraphs back and ahead within which it counts who does things."""
_NEARBY = 12
"""Turns on either side within which talkativeness counts."""


@dataclass(slots=True)
class Ranks:
    """The candidates of one turn ordered by when they were last seen."""

    told: dict[int, int]
    subject: dict[int, int]
    by_pronoun: dict[int, int]
    distance: dict[int, int]
    spoke: dict[int, int]


class Describer:
    """Makes the features of a book's turns and candidates."""

    def __init__(self, study: Study, around: Sequence[Surroundings], sightings: Sightings) -> None:
        self.study = study
        self.around = around
        self.sightings = sightings
        known = (here.anchor != NOBODY for here in around)
        self.anchored = [0, *accumulate(known)]
        """How many turns up to each have an outright speaker."""
        self.anchored += [self.anchored[-1]] * (_NEARBY + 1)
        self.acting = _acting(study)

    def describe(self, index: int, candidates: Sequence[int]) -> list[list[str]]:
        """For each candidate the names of the features that hold."""
        here = self.around[index]
        ranks = self._ranks(here, candidates)
        return [self._features(here, person, ranks) for person in candidates]

    def _features(self, here: Surroundings, person: int, ranks: Ranks) -> list[str]:
        found = [
            *self._of_tag(here, person),
            *self._of_view(here, person, ranks),
            *self._of_own_narration(here, person),
            *self._of_beats(here, person),
            *self._of_scene(here, person, ranks),
            *self._of_paragraphs_around(here, person),
            *self._of_address(here, person),
            *self._of_neighbours(here, person),
            *self._of_person(here, person, ranks),
        ]
        if here.context not in ("name", "first") and is_shown_below(self.study, here.turn, person):
            found.append("unveiled")
        return found + [f"{here.context}|{name}" for name in found]

    # What the tag says.

    def _of_tag(self, here: Surroundings, person: int) -> list[str]:
        someone = self.study.people[person]
        found = []
        tag = here.tag
        mention = tag.mention if tag else None
        wanted = here.sex
        if wanted:
            sex = someone.sex
            unknown = "sex? noun" if someone.is_nominal else "sex?"
            found.append("sex+" if sex == wanted else "sex-" if sex else unknown)
        if mention is None or tag is None:
            return found
        if someone.is_group and mention.person == person:
            found.append("group tag=me")
        if mention.key == "they":
            sort = "group" if someone.is_group else "one" if someone.is_they else someone.sex or "?"
            found.append(f"they {sort}")
        same = "me" if mention.person == person else "other"
        if mention.how:
            found.append(f"{mention.how} {same}")
        if mention.person != NOBODY and (not mention.how or mention.how in SURE):
            found.append(f"tag={same}")
        if mention.other != NOBODY:
            found.append(f"or {'me' if mention.other == person else 'other'}")
        if mention.kind is Kind.NOMINAL:
            found += self._of_noun(here, mention, person)
        if mention.kind is Kind.FIRST:
            tells = self.study.narrators[here.turn.first] == person
            found.append("narrator" if tells else "not narrator")
        return found

    def _of_noun(self, here: Surroundings, mention: Mention, person: int) -> list[str]:
        someone = self.study.people[person]
        sort = _sort_of(mention.key.split()[-1])
        called = mention.key in someone.heads
        found = [f"{sort} {'called so' if called else 'not called so'}"]
        if called:
            new = self.sightings.is_introduced(person, here.turn.first)
            own = "own" if someone.is_nominal else "named"
            found.append(f"{sort} called so {own}{' new' if new else ''}")
        if mention.person == person and mention.key in someone.sure:
            found.append(f"surely called so {own}")
        return found

    # Who is in view.

    def _of_view(self, here: Surroundings, person: int, ranks: Ranks) -> list[str]:
        return [
            f"told {cut(ranks.told.get(person), 6)}",
            f"subject {cut(ranks.subject.get(person), 4)}",
            f"pronoun {cut(ranks.by_pronoun.get(person), 3)}",
            f"away {distance(ranks.distance.get(person))}",
            f"spoke {cut(ranks.spoke.get(person), 5)}",
            f"spoke ago {self._turns_ago(here, person)}",
        ]

    def _turns_ago(self, here: Surroundings, person: int) -> str:
        turns = self.sightings.spoke.get(person, [])
        at = bisect_left(turns, here.turn.index)
        return distance(here.turn.index - turns[at - 1] if at else None)

    def _ranks(self, here: Surroundings, candidates: Sequence[int]) -> Ranks:
        tag = here.tag
        paragraph = here.turn.first
        token = here.before
        if tag and tag.mention and tag.paragraph == paragraph:
            token = tag.mention.first
        told, subject, pronoun, away = [], [], [], {}
        for person in candidates:
            if not self._fits(here, person):
                continue
            last = self.sightings.last_told(person, paragraph, token)
            if last is None or paragraph - last[0] > 40:
                continue
            away[person] = paragraph - last[0]
            told.append((last[:2], person))
            if last[2]:
                subject.append((last[:2], person))
            if last[3]:
                pronoun.append((last[:2], person))
        return Ranks(
            ranked(told),
            ranked(subject),
            ranked(pronoun),
            away,
            self._spoke(here, candidates),
        )

    def _fits(self, here: Surroundings, person: int) -> bool:
        sex = self.study.people[person].sex
        wanted = here.sex or (here.own_pronoun if here.context in ("beat", "he") else "")
        return not wanted or not sex or sex == wanted

    def _spoke(self, here: Surroundings, candidates: Sequence[int]) -> dict[int, int]:
        lately = []
        for person in candidates:
            turns = self.sightings.spoke.get(person, [])
            at = bisect_left(turns, here.turn.index)
            if at and here.turn.index - turns[at - 1] < 40 and self._fits(here, person):
                lately.append(((turns[at - 1], 0), person))
        return ranked(lately)

    # The narration of the same paragraph.

    def _of_own_narration(self, here: Surroundings, person: int) -> list[str]:
        if here.context == "sound":
            return []
        mine = [m for m in here.own if m.person == person]
        found = []
        people = [m for m in here.own if m.person != NOBODY]
        subjects = [m for m in people if m.subject]
        if mine:
            kind = "he" if mine[0].kind is Kind.PRONOUN else "named"
            found.append(f"own {kind}")
            if len({m.person for m in people}) == 1:
                found.append(f"own only {kind}")
        if subjects and subjects[0].person == person:
            side = "before" if subjects[0].first < here.before else "after"
            kind = "he" if subjects[0].kind is Kind.PRONOUN else "named"
            found.append(f"own subject {side} {kind}")
        elif mine and subjects:
            found.append("own not subject")
        ahead = [m for m in people if m.first < here.before and m.subject]
        if ahead and ahead[-1].person == person:
            found.append("own last before")
        if here.own_pronoun and not here.sex:
            sex = self.study.people[person].sex
            unknown = "? noun" if self.study.people[person].is_nominal else "?"
            fit = "+" if sex == here.own_pronoun else "-" if sex else unknown
            found.append(f"own sex{fit}")
        return found

    def _of_beats(self, here: Surroundings, person: int) -> list[str]:
        """Whether the sentence right beside the quotation is about the person."""
        found = []
        for beat in here.beats:
            who = "me" if beat.person == person else "other"
            found += [f"beat {beat.side} {who} {beat.kind}", f"beat {beat.side} {beat.size} {who}"]
        return found

    # Who takes part in the conversation, and who else is there.

    def _of_scene(self, here: Surroundings, person: int, ranks: Ranks) -> list[str]:
        others = len(here.talk - {person})
        found = [f"talk with {min(others, 3)}, {'mine' if person in here.talk else 'not mine'}"]
        found.append(f"acts {self._share_of_acts(here, person)}")
        if here.silent != NOBODY:
            found.append(f"silent {'me' if here.silent == person else 'other'}")
        fitting = sum(away <= _IN_SCENE for away in ranks.distance.values())
        near = "near" if ranks.distance.get(person, 99) <= _IN_SCENE else "far"
        found.append(f"one of {min(fitting, 4)} {near}")
        before = self._neighbour(here, -1)
        if before is not None and before.turn.last < here.turn.first:
            found += [
                f"{where} of turn before {'me' if other == person else 'other'}"
                for where, other in (("end", before.trailing), ("object", before.object))
                if other not in (NOBODY, before.anchor)
            ]
        return found

    def _share_of_acts(self, here: Surroundings, person: int) -> str:
        """How much of what is done around the turn the person does, named or not."""
        low, high = here.turn.first - _ACTS_BACK, here.turn.first + _ACTS_AHEAD

        def within(rows: Sequence[int]) -> int:
            return bisect_left(rows, high) - bisect_left(rows, low)

        return share(within(self.acting.get(person, [])), within(self.acting[NOBODY]))

    # The paragraphs above and below, where they are narration.

    def _of_paragraphs_around(self, here: Surroundings, person: int) -> list[str]:
        found = []
        above, below = here.turn.first - 1, here.turn.last + 1
        paragraphs = self.study.paragraphs
        if (
            above >= 0
            and not paragraphs[here.turn.first].follows_break
            and not paragraphs[above].has_speech
        ):
            found += self._of_narration("above", above, person, last=True)
            if paragraphs[above].text.rstrip()[-1:] in (":", ","):
                found += [
                    f"lead {name}" for name in self._of_narration("", above, person, last=True)
                ]
        if (
            below < len(paragraphs)
            and not paragraphs[below].follows_break
            and not paragraphs[below].has_speech
        ):
            found += self._of_narration("below", below, person, last=False)
        return found

    def _of_narration(self, where: str, number: int, person: int, *, last: bool) -> list[str]:
        people = [m for m in self.study.mentions[number] if m.person != NOBODY and not m.spoken]
        if not any(m.person == person for m in people):
            return []
        found = [f"{where} there"]
        subjects = [m for m in people if m.subject]
        tokens = self.study.paragraphs[number].tokens
        acting = (m for m in subjects if m.person == person and m.last < len(tokens))
        if any(tokens[m.last].low in lexicon.ENTERING for m in acting):
            found.append(f"{where} enters")
        if subjects and subjects[-1 if last else 0].person == person:
            found.append(f"{where} end subject")
        if subjects and subjects[0].person == person:
            found.append(f"{where} first subject")
        if people[-1 if last else 0].person == person:
            found.append(f"{where} nearest")
        if len({m.person for m in people}) == 1:
            found.append(f"{where} alone")
        return found

    # Who is called and spoken of, here and in the turns around.

    def _of_address(self, here: Surroundings, person: int) -> list[str]:
        found = []
        if here.introduced != NOBODY:
            found.append(f"says own name {'me' if here.introduced == person else 'other'}")
        if person in here.called:
            found.append("called")
        if person in here.spoken_of:
            found.append("spoken of")
        found += self._of_being_told(here, person)
        for step in (-2, -1, 1, 2):
            other = self._neighbour(here, step)
            if other is None:
                continue
            if person in other.called:
                found.append(f"called at {step:+}")
            elif other.called and abs(step) == 1:
                found.append(f"other called at {step:+}")
            if person in other.spoken_of:
                found.append(f"spoken of at {step:+}")
            if other.called_sex and abs(step) == 1:
                sex = self.study.people[person].sex
                fit = "+" if sex == other.called_sex else "-" if sex else "?"
                found.append(f"sir at {step:+} {fit}")
        if here.echoes is not None:
            if person in here.echoes.called:
                found.append("echoes what they were told")
            if person == here.echoes.anchor:
                found.append("echoes themselves")
        if here.called_sex and self.study.people[person].sex == here.called_sex:
            found.append("sir same")
        return found

    def _of_being_told(self, here: Surroundings, person: int) -> list[str]:
        found = []
        sex = self.study.people[person].sex
        if person in here.told:
            found.append("told to")
        if here.told_sex and sex == here.told_sex and not here.sex:
            found.append("told sex")
        for step in (-1, 1):
            other = self._neighbour(here, step)
            if other is not None and person in other.told:
                found.append(f"told to at {step:+}")
            elif other is not None and other.told_sex:
                found.append(f"told sex at {step:+} {'+' if sex == other.told_sex else '-'}")
        return found

    def _neighbour(self, here: Surroundings, step: int) -> Surroundings | None:
        """The turn `step` away, if no paragraph or break lies between."""
        index = here.turn.index
        target = index + step
        if not 0 <= target < len(self.around):
            return None
        low, high = sorted((index, target))
        if any(self.around[k].gap > 1 for k in range(low + 1, high + 1)):
            return None
        return self.around[target]

    # Who is known to speak in the turns around.

    def _of_neighbours(self, here: Surroundings, person: int) -> list[str]:
        found = []
        for step in (-4, -3, -2, -1, 1, 2, 3, 4):
            other = self._neighbour(here, step)
            if other is None or other.anchor == NOBODY:
                continue
            same = "me" if other.anchor == person else "other"
            found.append(f"at {step:+} {same}")
        return found

    # The person as such.

    def _of_person(self, here: Surroundings, person: int, ranks: Ranks) -> list[str]:
        someone = self.study.people[person]
        turns = self.sightings.spoke.get(person, [])
        index = here.turn.index
        near = bisect_right(turns, index + _NEARBY) - bisect_left(turns, index - _NEARBY)
        near -= here.anchor == person
        everyone = self.anchored[index + 1 + _NEARBY] - self.anchored[max(0, index - _NEARBY)]
        found = [
            f"speaks {place(self.sightings.speaks_rank.get(person))}",
            f"speaks near {share(near, everyone)}",
            f"named {place(self.sightings.named_rank.get(person))}",
            f"sex {someone.sex or '?'}",
        ]
        if someone.is_nominal:
            found.append("noun only")
        if self.study.narrators[here.turn.first] == person:
            found.append("is narrator")
        if someone.is_group:
            found.append("group for many" if here.groups else "group for one")
        if someone.is_nominal and self.sightings.is_introduced(person, here.turn.first):
            found.append("new")
        return found


def _acting(study: Study) -> dict[int, list[int]]:
    """Person -> paragraphs in whose narration they are subjects; under NOBODY everybody's."""
    found: dict[int, list[int]] = {NOBODY: []}
    for number, row in enumerate(study.mentions):
        for mention in row:
            if mention.subject and not mention.spoken and mention.person != NOBODY:
                found.setdefault(mention.person, []).append(number)
                found[NOBODY].append(number)
    return found


def _sort_of(head: str) -> str:
    """The sort of noun that says who speaks: a trade tells more than `man`, a voice less."""
    if head == "voice":
        return "voice"
    if head in lexicon.GENERIC_NOUNS:
        return "generic"
    return "kin" if head in lexicon.KIN_NOUNS else "noun"
