"""What making a book would come to, before anything is made."""

from dataclasses import dataclass

from narrator.model import Character, Line, LineKind, Script, Skipped
from narrator.text import is_speakable

CHARACTERS_PER_SECOND = 15.0
"""Written characters heard in a second, pauses included (measured with the espeak voices)."""
RECORDING_SPEED = 9_000.0
"""Written characters recorded in a second by one core (measured: the slower of two runs)."""
ENCODING_SPEED = 80.0
"""Seconds of sound encoded in a second by one core, MP3 and M4B together (measured likewise)."""
STARTING = 4.0
"""Seconds of a core that every book takes: programs are started, files laid down (measured)."""
LEVELLING = 0.2
"""Seconds of a core for each voice, which is measured once (measured with the espeak voices)."""
BYTES_PER_SECOND = 16_000.0
"""Size of a published second: MP3 and M4B, 64 kb/s each."""


@dataclass(frozen=True, slots=True)
class LeftOut:
    """All that is not read for one reason."""

    reason: str
    passages: tuple[str, ...]

    @property
    def words(self) -> int:
        """The words in it."""
        return sum(len(passage.split()) for passage in self.passages)


@dataclass(frozen=True, slots=True)
class Plan:
    """A book before it is made."""

    script: Script
    speakers: tuple[Character, ...]
    doubtful: tuple[Line, ...]
    """Lines whose speaker is a guess, least certain first."""
    left_out: tuple[LeftOut, ...]
    """What is not read, by its reason, the longest first."""
    sound_seconds: float
    size_bytes: float
    work_seconds: float


def plan_script(script: Script, jobs: int) -> Plan:
    """What making `script` with `jobs` workers would come to, estimated from its length."""
    lines = [line for chapter in script.chapters for line in chapter.lines]
    written = sum(len(line.text) for line in lines if is_speakable(line.text))
    seconds = written / CHARACTERS_PER_SECOND
    voices = len(script.characters) + 1
    work = STARTING + LEVELLING * voices + written / RECORDING_SPEED + seconds / ENCODING_SPEED
    return Plan(
        script=script,
        speakers=script.characters,
        doubtful=doubtful_lines(script),
        left_out=left_out(script),
        sound_seconds=seconds,
        size_bytes=seconds * BYTES_PER_SECOND,
        work_seconds=work / jobs,
    )


def left_out(script: Script) -> tuple[LeftOut, ...]:
    """What of the story is not read, by its reason, the longest first."""
    found: dict[str, list[str]] = {}
    for chapter in script.chapters:
        for row in chapter.rows:
            if isinstance(row, Skipped):
                found.setdefault(row.reason, []).append(row.text)
    groups = [LeftOut(reason, tuple(passages)) for reason, passages in found.items()]
    return tuple(sorted(groups, key=lambda group: (-group.words, group.reason)))


def doubtful_lines(script: Script) -> tuple[Line, ...]:
    """The lines whose speaker is a guess, least certain first."""
    doubtful = (line for chapter in script.chapters for line in chapter.lines if line.doubt)
    return tuple(sorted(doubtful, key=lambda line: line.doubt.confidence if line.doubt else 1.0))


def spoken_by_characters(script: Script) -> int:
    """How many lines are dialogue."""
    return sum(
        line.kind is LineKind.DIALOGUE for chapter in script.chapters for line in chapter.lines
    )
