"""A script in the making: parsed once, and decided anew as often as a person settles lines.

Settled is who speaks a line. It is held, it counts like a tag that names its speaker, and the
lines around it that nobody settled are decided anew. Nothing is read again for it.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from narrator.model import NARRATOR, Book, Character, Line, Script

from .assembling import VOICED, Assembler, doubt_of
from .deciding import SETTLED, Settling, Verdict
from .mentions import NOBODY
from .parsing import speaker_model, study_book
from .people import SOMEONE, bill, characters, named_so, newcomer

Place = tuple[int, int]
"""A line of a script: its chapter, and its row in the chapter, from 0."""


class Draft:
    """The script of a book that a person corrects."""

    def __init__(self, book: Book, known: Sequence[Character] = ()) -> None:
        """Parse `book`; `known` is believed as by `parse_book`, whose script is the first."""
        book, self._study = study_book(book, known)
        self._settling = Settling(self._study, speaker_model())
        self._verdicts = self._settling.verdicts()
        self._assembler = Assembler(book, self._study, self._verdicts)
        self._first = self._assembler.script()
        self._rows = [list(chapter.rows) for chapter in self._first.chapters]
        turns = {part: turn.index for turn in self._study.turns for part in turn.parts}
        self._turns = {
            (chapter, row): turns[part]
            for chapter, parts in enumerate(self._assembler.places())
            for row, part in enumerate(parts)
            if part in turns
        }
        self._named = {each.person for each in self._verdicts} - {NOBODY}
        self._names: dict[int, str] = {}
        self._settled: dict[Place, str] = {}
        self._meant: dict[str, int] = {}
        """Whom each name means that a person wrote."""

    @property
    def script(self) -> Script:
        """The script as it is now."""
        chapters = tuple(
            replace(chapter, rows=tuple(rows))
            for chapter, rows in zip(self._first.chapters, self._rows, strict=True)
        )
        return replace(self._first, chapters=chapters, characters=self._characters())

    def likely(self, place: Place) -> list[str]:
        """Who may say the line at a place, the likeliest first; empty where that was no question.

        One whom nobody gave a line has the fullest name that the story has for them.
        """
        turn = self._turns.get(place)
        if turn is None:
            return []
        return [self._called(person) for person in self._settling.likely(turn)]

    def _called(self, person: int) -> str:
        if person not in self._names:
            self._names |= bill(self._study.people, {*self._named, person})
        return self._names[person]

    def settle(self, speakers: Mapping[Place, str]) -> dict[Place, Line]:
        """Decide anew with the speakers of these lines settled, and of no others.

        A name may be any that the story has for somebody, or a new one. Returns the lines that are
        others than before.

        Raises:
            KeyError: there is no line at a place.
        """
        for place in speakers:
            self._line(place)
        before = self._settled
        self._settled = {
            place: " ".join(name.split()) or NARRATOR for place, name in speakers.items()
        }
        self._settling.settle(self._settled_turns())
        self._verdicts = self._settling.verdicts()
        self._named, self._names = {each.person for each in self._verdicts} - {NOBODY}, {}
        names = self._assembler.bill(self._verdicts)
        told = dict(self._told(names))
        changed: dict[Place, Line] = {}
        for place in {*self._turns, *before, *self._settled}:
            line = self._line(place)
            now = self._decided(place, names, told)
            if (now, now.trace) != (line, line.trace):
                changed[place] = now
        for (chapter, row), line in changed.items():
            self._rows[chapter][row] = line
        return changed

    def _line(self, place: Place) -> Line:
        chapter, row = place
        if 0 <= chapter < len(self._rows) and 0 <= row < len(self._rows[chapter]):
            line = self._rows[chapter][row]
            if isinstance(line, Line):
                return line
        raise KeyError(place)

    def _decided(self, place: Place, names: Mapping[int, str], told: Mapping[Place, str]) -> Line:
        line = self._line(place)
        if place in self._settled:
            return _spoken(line, self._settled[place], Verdict(NOBODY, 1.0, SETTLED))
        if place not in self._turns:
            first = self._first.chapters[place[0]].rows[place[1]]
            return first if isinstance(first, Line) else line
        verdict = self._verdicts[self._turns[place]]
        return _spoken(line, told.get(place) or names.get(verdict.person, SOMEONE), verdict)

    def _settled_turns(self) -> dict[int, int]:
        """The turns that are settled; by whom, where there are several, the first of them."""
        found: dict[int, int] = {}
        for place in sorted(self._settled.keys() & self._turns.keys()):
            found.setdefault(self._turns[place], self._person(place))
        return found

    def _person(self, place: Place) -> int:
        """Whom the name at a settled place means; somebody new if nobody has it."""
        name = self._settled[place]
        if name == SOMEONE:
            return NOBODY
        if name == NARRATOR:
            return self._study.narrators[self._study.turns[self._turns[place]].first]
        if name not in self._meant:
            people = self._study.people
            index = named_so(people, self._assembler.bill(self._verdicts), name)
            if index is None:
                index = len(people)
                people.append(newcomer(self._study.pack, index, name))
            self._meant[name] = index
        return self._meant[name]

    def _told(self, names: Mapping[int, str]) -> Iterator[tuple[Place, str]]:
        """Who says the other lines of settled turns: as the settled line before, or the first."""
        by_turn: dict[int, list[Place]] = {}
        for place, turn in self._turns.items():
            by_turn.setdefault(turn, []).append(place)
        for turn in {self._turns[place] for place in self._settled.keys() & self._turns.keys()}:
            places = sorted(by_turn[turn])
            last = next(place for place in places if place in self._settled)
            for place in places:
                last = place if place in self._settled else last
                yield place, names.get(self._person(last), self._settled[last])

    def _characters(self) -> tuple[Character, ...]:
        names = self._assembler.bill(self._verdicts)
        lines: Counter[str] = Counter()
        for chapter in self._rows:
            for line in chapter:
                if isinstance(line, Line) and line.kind in VOICED:
                    lines[names.get(self._meant.get(line.speaker, NOBODY), line.speaker)] += 1
        return characters(self._study.pack, self._study.people, names, lines)


def _name(written: str) -> str:
    return " ".join(written.split()) or NARRATOR


def _spoken(line: Line, speaker: str, verdict: Verdict) -> Line:
    trace = replace(line.trace, confidence=verdict.confidence, why=verdict.why)
    if (speaker, trace) == (line.speaker, line.trace):
        return line
    return replace(line, speaker=speaker, doubt=doubt_of(verdict), trace=trace)
