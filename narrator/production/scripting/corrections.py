"""What a person settled in a script file, and the file with what follows from it."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from narrator.model import Line, Script
from narrator.parser import Draft, Place
from narrator.screenplay import chapter_file_name, numbered_rows, respoken
from narrator.workspace import ParsedLine, parsed_line

from .aligning import Pair, aligned


@dataclass(frozen=True, slots=True)
class ScriptFile:
    """A script file as it stands, and what Narrator last wrote there."""

    name: str
    text: str
    lines: Sequence[tuple[int, Line]]
    """Each with the number of its row in the file."""
    parsed: tuple[ParsedLine, ...]
    were: Mapping[int, Sequence[Pair]]
    """For each line those of `parsed` that it was made of."""

    @property
    def words(self) -> list[str]:
        """The text of each line."""
        return [line.text for _, line in self.lines]

    def is_settled(self, at: int) -> bool:
        """Whether a person said who speaks line `at`, or a server that was asked."""
        now = self.lines[at][1]
        before = [self.parsed[pair.two] for pair in self.were.get(at, ())]
        return not before or any(
            one.asked or one.speaker != now.speaker or (one.doubt is not None and not now.doubt)
            for one in before
        )

    def may_follow(self, at: int) -> bool:
        """Whether line `at` has the words and the doubt that it had, and nobody settled it."""
        now = parsed_line(self.lines[at][1])
        return not self.is_settled(at) and all(
            pair.same and self.parsed[pair.two].doubt == now.doubt for pair in self.were.get(at, ())
        )

    def settled(self) -> Iterator[tuple[str, str, str]]:
        """The lines that are settled: in which file, what, and by whom."""
        for at, (_, line) in enumerate(self.lines):
            if self.is_settled(at):
                yield self.name, line.text, line.speaker


def script_file(name: str, text: str, parsed: Sequence[ParsedLine] | None) -> ScriptFile:
    """The script file `name` beside what Narrator wrote there; None: just what it holds."""
    lines = [(at, row) for at, row in numbered_rows(text) if isinstance(row, Line)]
    if parsed is None:
        parsed = [parsed_line(line) for _, line in lines]
    were: dict[int, list[Pair]] = {}
    for pair in aligned([line.text for _, line in lines], [line.text for line in parsed]):
        were.setdefault(pair.one, []).append(pair)
    return ScriptFile(name, text, lines, tuple(parsed), were)


@dataclass(frozen=True, slots=True)
class Followed:
    """A file with the speakers that follow."""

    file: ScriptFile
    text: str
    parsed: tuple[ParsedLine, ...]
    count: int
    """How many lines have another speaker."""


class Following:
    """A book whose lines are decided anew as often as a person settles some."""

    def __init__(self, draft: Draft) -> None:
        self._draft = draft
        self._first = _lines_of(draft.script)
        self._pairs: dict[str, tuple[list[str], list[Pair]]] = {}
        self._sure = _confidences(self._first)

    @property
    def script(self) -> Script:
        """The script as it is decided now."""
        return self._draft.script

    def followed(self, files: Sequence[ScriptFile]) -> list[Followed]:
        """Settle what is settled, and give the other lines to whoever speaks them now."""
        pairs = {file.name: self._aligned(file) for file in files if file.name in self._first}
        settled: dict[Place, str] = {}
        for file in files:
            for pair in pairs.get(file.name, ()):
                if file.is_settled(pair.one):
                    place = self._first[file.name][pair.two][0]
                    settled.setdefault(place, file.lines[pair.one][1].speaker)
        self._draft.settle(settled)
        now = _lines_of(self._draft.script)
        self._sure = _confidences(now)
        return [
            _respoken(file, [line for _, line in now.get(file.name, ())], pairs.get(file.name, ()))
            for file in files
        ]

    def likely(self, file: ScriptFile, at: int) -> list[str]:
        """Who may say line `at` of a file, the likeliest first; empty where nobody asks."""
        place = self._place(file, at)
        return self._draft.likely(place) if place else []

    def confidences(self, file: ScriptFile) -> list[float | None]:
        """How sure it is who says each line of a file: 1 where a person said so, or nobody asks.

        None where the story has no such line.
        """
        known = self._sure.get(file.name, {})
        pairs = self._aligned(file) if file.name in self._first else []
        found = {pair.one: known.get(pair.two, 1.0) for pair in pairs}
        return [1.0 if file.is_settled(at) else found.get(at) for at in range(len(file.lines))]

    def _place(self, file: ScriptFile, at: int) -> Place | None:
        first = self._first.get(file.name)
        pairs = self._aligned(file) if first else []
        return next((first[pair.two][0] for pair in pairs if first and pair.one == at), None)

    def _aligned(self, file: ScriptFile) -> list[Pair]:
        """Lines of `file` beside those of the draft, whose words never change."""
        words, known = file.words, self._pairs.get(file.name)
        if known is None or known[0] != words:
            known = words, aligned(words, [line.text for _, line in self._first[file.name]])
            self._pairs[file.name] = known
        return known[1]


def _lines_of(script: Script) -> dict[str, list[tuple[Place, Line]]]:
    """The lines of a script by the file of their chapter."""
    return {
        chapter_file_name(number + 1, chapter.title): [
            ((number, row), line) for row, line in enumerate(chapter.rows) if isinstance(line, Line)
        ]
        for number, chapter in enumerate(script.chapters)
    }


def _confidences(lines: Mapping[str, Sequence[tuple[Place, Line]]]) -> dict[str, dict[int, float]]:
    """How sure each line is about which there is a question."""
    return {
        name: {at: line.trace.confidence for at, (_, line) in enumerate(some) if line.trace.why}
        for name, some in lines.items()
    }


def _respoken(file: ScriptFile, now: Sequence[Line], pairs: Sequence[Pair]) -> Followed:
    others: dict[int, Line] = {}
    parsed = list(file.parsed)
    count = 0
    for one, two, same in pairs:
        number, line = file.lines[one]
        speaker, doubt = now[two].speaker, now[two].doubt
        if (speaker, doubt) == (line.speaker, line.doubt) or line.kind is not now[two].kind:
            continue
        if same and file.may_follow(one):
            others[number] = decided = replace(line, speaker=speaker, doubt=doubt)
            parsed[file.were[one][0].two] = parsed_line(decided)
            count += speaker != line.speaker
    return Followed(file, respoken(file.text, others), tuple(parsed), count)
