"""Doubtful lines put to a model, one by one; its answers change who speaks and nothing else."""

import hashlib
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Protocol

from narrator.model import NARRATOR, Character, Doubt, Line, LineKind, Script, ScriptChapter
from narrator.servers import NoAnswer, Unreachable

from .answer import name_in
from .question import INSTRUCTION, Question, question_about
from .server import Server

PATIENCE = 3
"""Requests in a row that may fail before the server is given up."""
OTHER = 0.75
"""How sure a line is when the model names somebody else than the parser."""
SETTLED = 0.9
"""A line at least so sure is no longer a question."""


class Memory(Protocol):
    """Where answers are kept, so that nothing is asked twice."""

    model: str
    """The model that was asked last; empty if none was."""

    def recall(self, key: str) -> str | None:
        """The answer to the question `key`: a name, or empty where no name came; None if new."""

    def keep(self, key: str, answer: str) -> None:
        """Remember an answer."""


@dataclass(frozen=True, slots=True)
class Consulted:
    """A script after the consultation, and what came of it."""

    script: Script
    confirmed: int
    changed: int
    left: int
    """Doubtful lines that stay as they were."""
    trouble: str = ""
    """Why not all was asked; empty if it was."""


def consult(
    script: Script,
    server: Server,
    memory: Memory,
    *,
    nobody: frozenset[str] = frozenset(),
    listen: Callable[[int, int], None] = lambda done, total: None,
) -> Consulted:
    """Ask `server` who says each doubtful line of `script`.

    An answer counts only if it is the name of somebody who speaks in the book. Two that agree are
    surer than one: the doubt of the line shrinks or goes. Any other trouble leaves the guess.

    Args:
        memory: asked first; it is told every answer.
        nobody: speakers who are nobody, and no answer.
        listen: told how many of the doubtful lines are done, and how many there are.
    """
    session = _Session(script, server, memory, nobody)
    total = sum(_is_question(line) for chapter in script.chapters for line in chapter.lines)
    if not total:
        return Consulted(script, 0, 0, 0)
    session.begin()
    chapters = []
    for chapter in script.chapters:
        answers = {}
        for index in (i for i, line in enumerate(chapter.lines) if _is_question(line)):
            answers[index] = session.ask(chapter, index)
            listen(session.done, total)
        chapters.append(_with_answers(chapter, answers))
    found = replace(script, chapters=tuple(chapters), characters=_recounted(script, chapters))
    return session.result(found)


def _is_question(line: Line) -> bool:
    return line.doubt is not None and line.kind is LineKind.DIALOGUE


class _Session:
    """The conversation with a server."""

    def __init__(
        self, script: Script, server: Server, memory: Memory, nobody: frozenset[str]
    ) -> None:
        self._characters = script.characters
        self._server = server
        self._memory = memory
        self._everyone = [name for name in _speakers(script) if name not in nobody]
        self._model = ""
        self._failures = 0
        self._trouble = ""
        self._counts: Counter[str] = Counter()
        self.done = 0

    def begin(self) -> None:
        """Find out whom to ask; without a server only the memory is."""
        try:
            self._model = self._server.model()
            self._memory.model = self._model
        except Unreachable as error:
            self._model = self._memory.model
            self._give_up(error)

    def ask(self, chapter: ScriptChapter, index: int) -> str | None:
        """The name that was answered, if any was."""
        question = question_about(chapter, index, self._characters, self._everyone)
        name = self._answer(question)
        guess = chapter.lines[index].speaker
        self._counts["left" if name is None else "same" if name == guess else "other"] += 1
        self.done += 1
        return name

    def _answer(self, question: Question) -> str | None:
        key = _key(self._model, question)
        known = self._memory.recall(key)
        if known is not None:
            return known if known in question.names else None
        if self._trouble:
            return None
        try:
            said = self._server.answer(self._model, INSTRUCTION, question.text)
        except Unreachable as error:
            self._give_up(error)
            return None
        except NoAnswer as error:
            self._failures += 1
            if self._failures >= PATIENCE:
                self._give_up(error)
            return None
        self._failures = 0
        name = name_in(said, question)
        self._memory.keep(key, name or "")
        return name

    def _give_up(self, error: Exception) -> None:
        self._trouble = f"{self._server.url}: {error}"

    def result(self, script: Script) -> Consulted:
        """What came of it all."""
        counts = self._counts
        return Consulted(script, counts["same"], counts["other"], counts["left"], self._trouble)


def _key(model: str, question: Question) -> str:
    asked = "\0".join((model, INSTRUCTION, question.text))
    return hashlib.sha256(asked.encode()).hexdigest()[:32]


def _speakers(script: Script) -> list[str]:
    """Everybody who says something, most lines first."""
    lines = Counter(line.speaker for line in _spoken(script.chapters))
    return sorted(lines, key=lambda name: (-lines[name], name))


def _spoken(chapters: Sequence[ScriptChapter]) -> Iterator[Line]:
    return (
        line for chapter in chapters for line in chapter.lines if line.kind is LineKind.DIALOGUE
    )


def _with_answers(chapter: ScriptChapter, answers: dict[int, str | None]) -> ScriptChapter:
    rows = list(chapter.rows)
    places = [at for at, row in enumerate(rows) if isinstance(row, Line)]
    for index, name in answers.items():
        if name:
            rows[places[index]] = _answered(chapter.lines[index], name)
    return replace(chapter, rows=tuple(rows))


def _answered(line: Line, name: str) -> Line:
    """The line as `name` speaks it."""
    before = line.doubt.confidence if line.doubt else 1.0
    if name == line.speaker:
        confidence = round((1 + before) / 2, 4)
        why = f"asked: {name}, as guessed"
    else:
        confidence = OTHER
        why = f"asked: {name}; guessed was {line.speaker}"
    return replace(
        line,
        speaker=name,
        doubt=None if confidence >= SETTLED else Doubt(confidence, why),
        trace=replace(line.trace, confidence=confidence, why=why),
    )


def _recounted(script: Script, chapters: Sequence[ScriptChapter]) -> tuple[Character, ...]:
    """The characters with as many lines as they have now; who has none left is left out."""
    was = Counter(line.speaker for line in _spoken(script.chapters))
    now = Counter(line.speaker for line in _spoken(chapters))
    counted = [
        replace(character, lines=character.lines + now[character.name] - was[character.name])
        for character in script.characters
        if character.name != NARRATOR
    ]
    speaking = [character for character in counted if character.lines > 0]
    return tuple(sorted(speaking, key=lambda character: (-character.lines, character.name)))
