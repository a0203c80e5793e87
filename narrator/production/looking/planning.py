"""What making a book would come to, before anything is made."""

from dataclasses import dataclass

from narrator.model import Character, Line, LineKind, Script, Skipped
from narrator.studio import Speed
from narrator.text import is_speakable

from ..recording import CALIBRATION_TEXT

CHARACTERS_PER_SECOND = 15.0
"""Written characters heard in a second, pauses included, over a whole book."""
SPOKEN_PER_SECOND, LINE_SECONDS, HEADING_SECONDS, CHAPTER_SECONDS = 18.5, 0.5, 1.0, 2.0
"""The same while somebody speaks, and what a line, a heading and a chapter take besides. Fitted to
four stories of 4 to 200 lines and two pages of prose, made with hibari and espeak: of the stories
at most 5 % off the mean of both engines, of the prose some 14 % short."""
ESPEAK = Speed(line=0.0, character=1 / 9_000)
"""What recording costs with the espeak voices (measured: the slower of two runs)."""
ENCODING_SPEED = 80.0
"""Seconds of sound encoded in a second by one core, MP3 and M4B together (measured likewise)."""
STARTING = 4.0
"""Seconds of a core that every book takes: programs are started, files laid down (measured)."""
LEVELLING = 0.2
"""Seconds of a core for each voice, which is metered once, besides what it says for that."""
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


def plan_script(script: Script, jobs: int, speed: Speed = ESPEAK) -> Plan:
    """What making `script` with `jobs` workers and voices of such `speed` would come to, estimated
    from its length."""
    lines = [line for chapter in script.chapters for line in chapter.lines]
    spoken = [line.text for line in lines if is_speakable(line.text)]
    written = sum(map(len, spoken))
    headings = sum(line.kind is LineKind.HEADING for line in lines)
    seconds = (
        written / SPOKEN_PER_SECOND
        + LINE_SECONDS * len(spoken)
        + HEADING_SECONDS * headings
        + CHAPTER_SECONDS * len(script.chapters)
    )
    voices = len(script.characters) + 1
    speaking = speed.seconds(len(spoken) + voices, written + voices * len(CALIBRATION_TEXT))
    work = STARTING + LEVELLING * voices + speaking + seconds / ENCODING_SPEED
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
