"""Whom `he`, `the boy` and `his aunt` of the narration mean, read in order from the first page."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from ..page import Paragraph
from ..people import Person, gender, is_thing, lexicon
from .ages import Stage, stage_of, stages
from .kin import is_akin, is_by_kin_alone, is_by_name, is_kin, is_other_kin, is_stranger, may_be_kin
from .linking import apposed
from .mentions import NOBODY, Kind, Mention, says_it
from .newcomers import OPENING, appears, is_brought_in, is_plain_noun, stays
from .picking import InView, actors, is_surely_one, pick, suits
from .resolving import Seen, nearest

_BREAK = 60
"""Tokens by which a break puts everybody farther away."""
_CHAIN = 40
"""Paragraphs for which somebody brought in by `a man` stays `the man`."""
_IN_VIEW = 12
_LONG_IN_VIEW = 30
"""Paragraphs looked back for somebody whom the words fit; the longer if there is nobody nearer."""
_CALLED = 3
_KIN_IN_VIEW = 15
_PICKING_OUT = lexicon.words(
    "behind in at with on by from under beside near across opposite outside inside who whose"
)
_BEINGS = lexicon.words("dragon robot android computer creature monster machine demon ghost spirit")
_OTHER_REACH = 120
"""Tokens that `the other` looks back."""
_IT_REACH = 200
"""Tokens that `it` for one who speaks looks back."""
_THEY_REACH = 150
"""Tokens that `they` for one person looks back."""


@dataclass(slots=True)
class _View:
    """Who is about, as the reader has it at one place of the book."""

    recent: dict[int, Seen] = field(default_factory=dict)
    paragraph_of: dict[int, int] = field(default_factory=dict)
    called: dict[int, int] = field(default_factory=dict)
    """Person -> paragraph in which somebody last called upon them."""
    spoke: tuple[int, int] = (NOBODY, -1)
    """Who last said something, as tags and deeds tell, and in which paragraph."""
    so_called: dict[str, tuple[int, int]] = field(default_factory=dict)
    """Noun phrase -> whom it last stood for, and in which paragraph."""


def refer(
    people: list[Person],
    paragraphs: Sequence[Paragraph],
    mentions: Sequence[Sequence[Mention]],
    speaking: Mapping[str, int],
    named: Mapping[str, int],
) -> list[list[Mention]]:
    """The mentions, with a person for every pronoun and common noun that seems to have one.

    `speaking` counts the noun phrases that say something; `named` holds those that the reader was
    told about.
    """
    reader = _Reader(people, paragraphs, mentions, speaking, named)
    return [reader.read(number) for number in range(len(paragraphs))]


class _Reader:
    def __init__(
        self,
        people: list[Person],
        paragraphs: Sequence[Paragraph],
        mentions: Sequence[Sequence[Mention]],
        speaking: Mapping[str, int],
        named: Mapping[str, int],
    ) -> None:
        self._people = people
        self._paragraphs = paragraphs
        self._mentions = mentions
        self._speaking = speaking
        self._named = named
        self._view = _View()
        self._actors = actors(people, paragraphs, mentions)
        self._stages = stages(people, paragraphs, mentions)
        self._offset = 0

    def read(self, number: int) -> list[Mention]:
        """The mentions of the next paragraph."""
        row: list[Mention] = []
        if self._paragraphs[number].follows_break:
            self._offset += _BREAK
        for mention in self._mentions[number]:
            found = self._place(mention, number, row)
            self._note(found, number)
            row.append(found)
        for mention in row:
            if mention.vocative and mention.person != NOBODY:
                self._view.recent[mention.person] = Seen(self._offset + mention.first, False)
        self._offset += len(self._paragraphs[number].tokens)
        if self._paragraphs[number].has_speech:
            self._view.spoke = (self._speaker(number, row), number)
        return row

    def _speaker(self, number: int, row: Sequence[Mention]) -> int:
        """Who says the paragraph, if it tells."""
        paragraph = self._paragraphs[number]
        told = [m for m in row if not m.spoken]
        saying = [m for m in told if says_it(paragraph, m.first)]
        doing = saying or [m for m in told if m.subject]
        return doing[0].person if doing else NOBODY

    def _note(self, mention: Mention, number: int) -> None:
        if mention.person == NOBODY:
            return
        if mention.spoken:
            if mention.vocative:
                self._view.called[mention.person] = number
            return
        new = mention.determiner in OPENING
        place = self._offset + mention.first
        self._view.recent[mention.person] = Seen(place, mention.subject or new)
        self._view.paragraph_of[mention.person] = number

    def _place(self, mention: Mention, number: int, row: Sequence[Mention]) -> Mention:
        if mention.kind is Kind.PRONOUN and mention.sex:
            return mention._replace(person=self._of_pronoun(mention))
        if mention.key == "they":
            return mention._replace(person=self._of_they(mention))
        if mention.key == "it":
            return self._of_it(mention, number)
        if mention.kind is not Kind.NOMINAL or mention.spoken or mention.key in self._named:
            return mention
        named = apposed(self._paragraphs[number], self._mentions[number], mention)
        if named != NOBODY and not {mention.sex, self._people[named].sex} >= {"F", "M"}:
            return self._as(mention, named, number, "so called")
        if is_kin(mention):
            return self._of_kin(mention, number, row)
        if mention.key == "other" and mention.determiner == "the":
            return self._of_other(mention, number, row)
        return self._of_noun(mention, number, row) if is_plain_noun(mention.key) else mention

    def _of_other(self, mention: Mention, number: int, row: Sequence[Mention]) -> Mention:
        """`the other laughed`: who was in view before the one who has just done something."""
        place = self._offset + mention.first
        lately = [
            (seen.place, person)
            for person, seen in self._view.recent.items()
            if place - seen.place < _OTHER_REACH
            and suits({"other"}, "", self._people[person], None)
        ]
        order = [person for _, person in sorted(lately, reverse=True)]
        others = order[1:2] if all(other.spoken for other in row) else order[:1]
        if not others or not (mention.subject or says_it(self._paragraphs[number], mention.first)):
            return mention
        return mention._replace(person=others[0], how="only grown")

    def _of_pronoun(self, mention: Mention) -> int:
        place = self._offset + mention.first
        person = nearest(self._people, self._view.recent, place, mention.sex)
        someone = self._people[person] if person != NOBODY else None
        if someone and someone.is_nominal and "voice" not in someone.heads:
            someone.sexes[mention.sex] += 1
        return person

    def _of_they(self, mention: Mention) -> int:
        """The one person in view whom the story calls `they`, unless a group was seen later."""
        recent = self._view.recent
        one = max(
            (person for person in recent if self._people[person].is_they),
            key=lambda person: recent[person].place,
            default=NOBODY,
        )
        near = one != NOBODY and self._offset + mention.first - recent[one].place < _THEY_REACH
        return one if near else NOBODY

    def _of_it(self, mention: Mention, number: int) -> Mention:
        """`it said`: the beast or thing that was last in view, as if it were named again."""
        paragraph, recent = self._paragraphs[number], self._view.recent
        after = paragraph.tokens[mention.last].low if mention.last < len(paragraph.tokens) else ""
        things = [p for p in recent if self._may_be_it(p)]
        best = max(things, key=lambda p: recent[p].place, default=NOBODY)
        says = paragraph.has_speech and after in lexicon.SAYING
        if best == NOBODY or not says:
            return mention
        if self._offset + mention.first - recent[best].place > _IT_REACH:
            return mention
        key = min(self._people[best].heads, default="it")
        return mention._replace(kind=Kind.NOMINAL, person=best, key=key, how="so called")

    def _may_be_it(self, person: int) -> bool:
        someone = self._people[person]
        if someone.is_nominal:
            return is_thing(someone) or bool(someone.heads & _BEINGS)
        return not someone.sex and not someone.is_group and not is_surely_one(someone)

    # `his aunt`

    def _of_kin(self, mention: Mention, number: int, row: Sequence[Mention]) -> Mention:
        owner = self._owner(mention, row)
        about = {p for p, seen in self._view.paragraph_of.items() if number - seen <= _KIN_IN_VIEW}
        about |= {p for p, seen in self._view.called.items() if number - seen <= _CALLED}
        pool = [
            person
            for person in sorted((about - {owner}) & self._actors)
            if self._is_named(person) and self._people[person].sex == mention.sex
            if person not in self._called_here(number) or not mention.subject
        ]
        head = self._people[owner] if owner != NOBODY else None
        pool = [
            p
            for p in pool
            if may_be_kin(mention.key, self._stage(p))
            and not is_other_kin(self._people[p], mention)
        ]
        if not pool:
            return mention
        pool = [p for p in pool if not is_stranger(self._people[p], head)] or pool
        akin = [person for person in pool if is_akin(self._people[person], mention.key, head)]
        called = [person for person in pool if number - self._view.called.get(person, -99) <= 1]
        sure = akin or (called if len(called) == 1 else [])
        if not sure and is_by_kin_alone(mention):
            return mention
        sure = sure or (pool if len(pool) == 1 and is_by_name(mention) else [])
        best = max(sure or pool, key=self._last_seen)
        how = "kin so called" if sure else "kin only" if len(pool) == 1 else "kin"
        return mention._replace(person=best, how=how, other=mention.person)

    def _last_seen(self, person: int) -> int:
        seen = self._view.recent.get(person)
        return seen.place if seen else -1

    def _owner(self, mention: Mention, row: Sequence[Mention]) -> int:
        if mention.determiner == "my":
            tellers = [person.index for person in self._people if person.is_narrator]
            return tellers[0] if len(tellers) == 1 else NOBODY
        if mention.determiner in ("'s", "’s"):
            return row[-1].person if row else NOBODY
        sex = gender.of_pronoun(mention.determiner)
        place = self._offset + mention.first
        return nearest(self._people, self._view.recent, place, sex) if sex else NOBODY

    def _is_named(self, person: int) -> bool:
        someone = self._people[person]
        return not someone.is_nominal and not someone.is_group

    # `a man`, `the boy`

    def _of_noun(self, mention: Mention, number: int, row: Sequence[Mention]) -> Mention:
        if mention.determiner in OPENING:
            paragraph = self._paragraphs[number]
            if mention.key.split()[-1] == "voice":
                heard = mention.subject or says_it(paragraph, mention.first)
                return self._newcomer(mention, number, "") if heard else mention
            new = is_brought_in(paragraph, mention) and (
                appears(paragraph, mention)
                or says_it(paragraph, mention.first)
                or stays(self._mentions, mention, number)
            )
            return self._newcomer(mention, number, "new") if new else mention
        if mention.determiner not in ("the", "this", "that"):
            return mention
        known = self._so_called(mention, number)
        if known != NOBODY:
            return self._as(mention, known, number, "so called")
        if mention.key.split()[-1] == "voice":
            heard = mention.subject or says_it(self._paragraphs[number], mention.first)
            return self._newcomer(mention, number, "") if heard else mention
        bare = self._so_called(mention._replace(key=mention.key.split()[-1]), number)
        again = bare != NOBODY and self._people[bare].is_nominal and "other" not in mention.key
        if again and suits(set(mention.key.split()), mention.sex, self._people[bare], None):
            return self._as(mention, bare, number, "so called")
        person, how = self._by_elimination(mention, number, row)
        if person != NOBODY:
            return self._as(mention, person, number, how)
        if how:
            return mention
        near = mention.subject and any(
            paragraph.has_speech for paragraph in self._paragraphs[number : number + 2]
        )
        if near or self._speaking.get(mention.key) or stays(self._mentions, mention, number):
            return self._newcomer(mention, number, "alone")
        return mention

    def _so_called(self, mention: Mention, number: int) -> int:
        """Whoever was last brought in by such words: `a stout man` is `the man` as well."""
        known = self._view.so_called.get(mention.key)
        if known:
            person, seen = known
            near = number - self._view.paragraph_of.get(person, -99) <= _CHAIN // 2
            if number - seen <= _CHAIN or (near and self._is_named(person)):
                return person
        head = mention.key.split()[-1]
        if head != mention.key:
            return NOBODY
        akin = [
            (seen, person)
            for key, (person, seen) in self._view.so_called.items()
            if key.split()[-1] == head and number - seen <= _CHAIN
        ]
        return max(akin)[1] if akin else NOBODY

    def _as(self, mention: Mention, person: int, number: int, how: str) -> Mention:
        self._view.so_called[mention.key] = (person, number)
        someone = self._people[person]
        someone.heads.add(mention.key)
        if someone.is_nominal:
            _count(someone, mention)
        elif how != "so called" and not someone.sex and mention.sex:
            someone.sexes[mention.sex] += 2
        return mention._replace(person=person, how=how)

    def _newcomer(self, mention: Mention, number: int, how: str) -> Mention:
        person = Person(len(self._people), is_nominal=True)
        person.heads.update((mention.key, mention.key.split()[-1]))
        person.sure.update(person.heads & {"voice"})
        self._people.append(person)
        return self._as(mention, person.index, number, how)

    def _by_elimination(
        self, mention: Mention, number: int, row: Sequence[Mention]
    ) -> tuple[int, str]:
        """The one in view whom the words fit best, if nobody else does as well."""
        beside = {other.person for other in row if not other.spoken}
        says = says_it(self._paragraphs[number], mention.first)
        acts = says or mention.subject
        speaks = says or (mention.subject and all(other.spoken for other in row))
        if speaks:
            beside |= self._called_here(number)
        called = {p for p, seen in self._view.called.items() if number - seen <= _CALLED}
        words = set(mention.key.split())
        fit: list[InView] = []
        for reach in (_IN_VIEW, _LONG_IN_VIEW):
            about = {p for p, seen in self._view.paragraph_of.items() if number - seen <= reach}
            fit = fit or [
                InView(
                    self._people[p],
                    self._stages.get(p),
                    p in called,
                    speaks and self._spoke(p, number),
                    p in self._actors,
                )
                for p in sorted(about | called)
                if p not in beside and suits(words, mention.sex, self._people[p], self._stage(p))
                if p in self._actors or is_surely_one(self._people[p])
            ]
        apart = acts and self._is_told_apart(mention, number)
        if apart and not any(one.called for one in fit):
            return NOBODY, ""
        return pick(words, mention.sex, fit)

    def _called_here(self, number: int) -> set[int]:
        """Whom the paragraph calls upon: they do not say it."""
        return {m.person for m in self._mentions[number] if m.vocative} - {NOBODY}

    def _spoke(self, person: int, number: int) -> bool:
        """Whether the person says what stands in the paragraph above."""
        return self._view.spoke == (person, number - 1)

    def _stage(self, person: int) -> Stage | None:
        known = self._stages.get(person)
        return stage_of(self._people[person]) if known is None else known

    def _is_told_apart(self, mention: Mention, number: int) -> bool:
        """Whether the words that follow pick somebody out: `the old man behind the door`.

        Whoever is known already needs no such words.
        """
        tokens = self._paragraphs[number].tokens
        inside = (token.low in ("'s", "’s") for token in tokens[mention.first : mention.last])
        after = tokens[mention.last : mention.last + 1]
        return any(inside) or any(token.low in _PICKING_OUT for token in after)


def _count(person: Person, mention: Mention) -> None:
    person.count += 1
    heard = mention.key.split()[-1] == "voice" and mention.determiner in OPENING
    person.names[f"{'a' if heard else 'the'} {mention.key}"] += 1
    if mention.sex:
        person.sexes[mention.sex] += 5
