"""The third stage: every line of a script becomes a clip, spoken once."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from narrator.casting import PLAIN, delivery_for
from narrator.engines import engine_and_voice, engine_class
from narrator.errors import Incomplete, NarratorError
from narrator.mixing import TakeInMix
from narrator.model import Cast, Clip, Line, LineKind, Role, Script
from narrator.studio import Store, Utterance, record, utterance_for
from narrator.text import Diction

from .levelling import calibration, gain_of
from .progress import Listener, Progress

SHOWN_FAILURES = 20


@dataclass(frozen=True, slots=True)
class Recording:
    """The takes of a book, ready to be mixed."""

    chapters: tuple[dict[int, TakeInMix], ...]
    """For each chapter its takes, by the index of their line in `ScriptChapter.rows`."""
    rate: int
    """The highest sample rate among the clips, Hertz."""
    lines: int
    """Lines that have something to say."""
    spoken: int
    """Clips spoken for them just now; lines with the same words in the same voice share one."""


@dataclass(frozen=True, slots=True)
class _Place:
    """A line in the script and what is to be spoken for it."""

    chapter: int
    row: int
    role: Role
    utterance: Utterance
    gain: float = 0.0
    """Decibels for how the line is said."""


def record_script(
    script: Script,
    cast: Cast,
    store: Store,
    diction: Diction,
    *,
    delivers: bool = True,
    jobs: int,
    listen: Listener,
) -> Recording:
    """Record every line of `script` that `store` lacks; `delivers`: as the book says it is said.

    Raises:
        Incomplete: some lines could not be recorded; all others were.
        MissingTool: the engine cannot start.
        NarratorError: nobody plays a speaker, or the store cannot be written to.
    """
    places = list(_places(script, cast, diction, delivers))
    levels = {_voice(place.role): _calibration(cast.engine, place.role) for place in places}
    utterances = [*levels.values(), *(place.utterance for place in places)]
    # One engine after the other: a worker holds one, and some take seconds to load.
    utterances.sort(key=lambda utterance: utterance.engine)
    session = _Session(sum(utterance.characters for utterance in utterances), listen)
    session.run(utterances, store, jobs)
    session.refuse_gaps(places, script)
    gains = {voice: gain_of(session.clips[level.key]) for voice, level in levels.items()}
    return Recording(
        chapters=_takes(script, places, session.clips, gains),
        rate=max((clip.rate for clip in session.clips.values()), default=22_050),
        lines=len(places),
        spoken=len(session.spoken.intersection(place.utterance.key for place in places)),
    )


def _calibration(engine: str, role: Role) -> Utterance:
    engine, voice = engine_and_voice(engine, role.voice)
    return calibration(engine, engine_class(engine).version(), voice, role.manner)


def _places(script: Script, cast: Cast, diction: Diction, delivers: bool) -> Iterator[_Place]:
    version = cache(lambda engine: engine_class(engine).version())
    for number, chapter in enumerate(script.chapters):
        for index, row in enumerate(chapter.rows):
            if not isinstance(row, Line):
                continue
            role = cast.role(row.speaker)
            if role is None:
                raise NarratorError(
                    f"nobody plays {row.speaker!r}", todo="run `narrator cast` for this book"
                )
            engine, voice = engine_and_voice(cast.engine, role.voice)
            delivery = delivery_for(row.delivery) if delivers else PLAIN
            utterance = utterance_for(
                row.text,
                engine=engine,
                version=version(engine),
                voice=voice,
                manner=delivery.of(role.manner),
                diction=diction,
                heading=row.kind is LineKind.HEADING,
            )
            if utterance:
                yield _Place(number, index, role, utterance, delivery.gain)


def _voice(role: Role) -> tuple[str, float, float]:
    """What two roles must share to be equally loud."""
    return role.voice, role.manner.rate, role.manner.pitch


class _Session:
    """What has come of a recording so far."""

    def __init__(self, characters: int, listen: Listener) -> None:
        self.clips: dict[str, Clip] = {}
        self.spoken: set[str] = set()
        self.failed: dict[str, str] = {}
        self._characters = characters
        self._listen = listen

    def run(self, utterances: list[Utterance], store: Store, jobs: int) -> None:
        """Record `utterances`, telling how far it is."""
        length = {utterance.key: utterance.characters for utterance in utterances}
        done = 0
        for take in record(utterances, store, jobs=jobs):
            if take.clip:
                self.clips[take.key] = take.clip
                if take.spoken:
                    self.spoken.add(take.key)
            else:
                self.failed[take.key] = take.reason
            done += length[take.key]
            self._listen(Progress("recording", done, self._characters))

    def refuse_gaps(self, places: list[_Place], script: Script) -> None:
        """Stop here if any line of the script has no sound."""
        gaps = [place for place in places if place.utterance.key in self.failed]
        if gaps:
            raise Incomplete(_told(gaps, script, self.failed))
        if self.failed:
            raise Incomplete(next(iter(self.failed.values())))


def _told(gaps: list[_Place], script: Script, failed: dict[str, str]) -> str:
    rows = [
        f"{script.chapters[gap.chapter].title}: {gap.role.character.name}: "
        f"{' '.join(gap.utterance.sentences)[:60]!r}: {failed[gap.utterance.key]}"
        for gap in gaps[:SHOWN_FAILURES]
    ]
    more = len(gaps) - len(rows)
    return "\n".join(
        [
            f"{len(gaps)} lines could not be recorded; all others are kept. Change them or their "
            "voices and run the same command again",
            *rows,
            *([f"and {more} more"] if more > 0 else []),
        ]
    )


def _takes(
    script: Script,
    places: list[_Place],
    clips: dict[str, Clip],
    gains: dict[tuple[str, float, float], float],
) -> tuple[dict[int, TakeInMix], ...]:
    chapters: tuple[dict[int, TakeInMix], ...] = tuple({} for _ in script.chapters)
    for place in places:
        gain = gains[_voice(place.role)] + place.role.gain + place.gain
        take = TakeInMix(clips[place.utterance.key], gain, place.utterance.spans)
        chapters[place.chapter][place.row] = take
    return chapters
