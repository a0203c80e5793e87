"""The third stage: every line of a script becomes a clip, spoken once."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from types import MappingProxyType

from narrator.errors import Incomplete
from narrator.mixing import TakeInMix
from narrator.model import Cast, Clip, Role, Script
from narrator.studio import Crew, Store, Utterance, Wording, record
from narrator.text import Diction

from ..progress import Listener, Progress
from .brought import Brought, is_brought
from .levelling import calibration_of, gains_of
from .places import Place, places_in

SHOWN_FAILURES = 20


Takes = dict[int, TakeInMix]
"""The takes of a chapter, by the index of their line in `ScriptChapter.rows`."""


Ready = Callable[[int, Takes, int], None]
"""Is told of a chapter that is recorded: its index, its takes, and the sample rate in Hertz."""


@dataclass(frozen=True, slots=True)
class Recording:
    """The takes of a book, ready to be mixed."""

    chapters: tuple[Takes, ...]
    rate: int
    """The highest sample rate among the voices, Hertz."""
    lines: int
    """Lines that have something to say."""
    spoken: int
    """Clips spoken for them just now; lines with the same words in the same voice share one."""


def record_script(
    script: Script,
    cast: Cast,
    store: Store,
    diction: Diction,
    crew: Crew,
    *,
    ready: Ready | None = None,
    delivers: bool = True,
    retakes: Mapping[str, str] = MappingProxyType({}),
    brought: Brought | None = None,
    wording: Wording | None = None,
    listen: Listener,
) -> Recording:
    """Have `crew` record every line of `script` that `store` lacks; `delivers`: as the book says it
    is said.

    `retakes`: the lines that were heard to be better said in another way; `brought`: recordings of
    a person's own; `wording`: what is said for lines, as it was found out before; see `places_in`.

    `ready` is told of each chapter as soon as all of it is recorded: its index, its takes, and the
    sample rate of the book in Hertz, the highest among its voices.

    Raises:
        Incomplete: some lines could not be recorded; all others were.
        MissingTool: the engine cannot start, or there is no ffmpeg to measure voices with.
        NarratorError: nobody plays a speaker, or the store cannot be written to.
    """
    places = list(
        places_in(
            script,
            cast,
            diction,
            delivers=delivers,
            retakes=retakes,
            brought=brought,
            wording=wording,
        )
    )
    if wording:
        wording.keep()
    roles = {_voice(place.role): place.role for place in places}
    levels = {voice: calibration_of(cast.engine, role) for voice, role in roles.items()}
    utterances = [*levels.values(), *(place.utterance for place in places)]
    # One engine after the other: a worker holds one, and some take seconds to load.
    utterances.sort(key=lambda utterance: utterance.engine)
    session = _Session(sum(utterance.characters for utterance in utterances), listen)
    with ThreadPoolExecutor(1) as meter:
        chapters = _Chapters(len(script.chapters), places, levels, meter)
        takes: dict[int, Takes] = {}

        def tell(complete: list[int]) -> None:
            for chapter in complete:
                takes[chapter] = chapters.takes(chapter)
                if ready:
                    ready(chapter, takes[chapter], chapters.rate)

        for clip in session.clips(utterances, store, crew):
            tell(chapters.add(clip))
        session.refuse_gaps(places, script)
        tell(chapters.left())
    return Recording(
        chapters=tuple(takes[number] for number in range(len(script.chapters))),
        rate=chapters.rate,
        lines=len(places),
        spoken=len(session.spoken.intersection(place.utterance.key for place in places)),
    )


def _voice(role: Role) -> tuple[str, float, float]:
    """What two roles must share to be equally loud."""
    return role.voice, role.manner.rate, role.manner.pitch


class _Chapters:
    """Which chapters have all their takes."""

    def __init__(
        self,
        count: int,
        places: list[Place],
        levels: dict[tuple[str, float, float], Utterance],
        meter: ThreadPoolExecutor,
    ) -> None:
        self._places: list[list[Place]] = [[] for _ in range(count)]
        for place in places:
            self._places[place.chapter].append(place)
        self._levels = levels
        self._clips: dict[str, Clip] = {}
        self._uncalibrated = {utterance.key for utterance in levels.values()}
        self._missing = [{place.utterance.key for place in rows} for rows in self._places]
        self._in: dict[str, list[int]] = {}
        """The chapters that each clip is in."""
        for chapter, keys in enumerate(self._missing):
            for key in keys:
                self._in.setdefault(key, []).append(chapter)
        self._meter = meter
        self._gains: Future[dict[str, float]] | None = None
        self._told: set[int] = set()

    @property
    def rate(self) -> int:
        """The highest sample rate among the voices, Hertz; known once a chapter is complete."""
        rates = (self._clips[utterance.key].rate for utterance in self._levels.values())
        return max(rates, default=22_050)

    def add(self, clip: Clip) -> list[int]:
        """The chapters, by index, that are complete with `clip`."""
        if clip.key in self._clips:
            return []
        self._clips[clip.key] = clip
        touched = self._in.get(clip.key, [])
        for chapter in touched:
            self._missing[chapter].discard(clip.key)
        if clip.key in self._uncalibrated:
            self._uncalibrated.discard(clip.key)
            touched = list(range(len(self._missing)))
            if not self._uncalibrated:
                # While lines are spoken: all voices at once, for a meter is slow to start.
                clips = [self._clips[utterance.key] for utterance in self._levels.values()]
                self._gains = self._meter.submit(gains_of, clips)
        return self._complete(touched)

    def left(self) -> list[int]:
        """The chapters that nobody has been told of yet: those without a word."""
        return self._complete(range(len(self._missing)))

    def _complete(self, chapters: Iterable[int]) -> list[int]:
        if self._uncalibrated:
            return []
        found = [n for n in chapters if not self._missing[n] and n not in self._told]
        self._told.update(found)
        return found

    def takes(self, chapter: int) -> Takes:
        """The takes of a complete chapter.

        Raises:
            MissingTool: there is no ffmpeg to measure voices with.
        """
        takes = {}
        gains = self._gains.result() if self._gains else {}
        own = [
            self._clips[p.utterance.key] for p in self._places[chapter] if is_brought(p.utterance)
        ]
        levels = gains_of(own)
        for place in self._places[chapter]:
            clip = self._clips[place.utterance.key]
            gain = levels.get(clip.key)
            if gain is None:
                level = gains[self._levels[_voice(place.role)].key]
                gain = level + place.role.gain + place.gain
            takes[place.row] = TakeInMix(clip, gain, place.utterance.spans)
        return takes


class _Session:
    """What has come of a recording so far."""

    def __init__(self, characters: int, listen: Listener) -> None:
        self.spoken: set[str] = set()
        self.failed: dict[str, str] = {}
        self._characters = characters
        self._listen = listen

    def clips(self, utterances: list[Utterance], store: Store, crew: Crew) -> Iterator[Clip]:
        """Record `utterances`, telling how far it is."""
        length = {utterance.key: utterance.characters for utterance in utterances}
        done = 0
        for take in record(utterances, store, crew):
            if not take.clip:
                self.failed[take.key] = take.reason
            elif take.spoken:
                self.spoken.add(take.key)
            done += length[take.key]
            clips, machines = len(self.spoken), crew.machines
            self._listen(Progress("recording", done, self._characters, clips, machines))
            if take.clip:
                yield take.clip

    def refuse_gaps(self, places: list[Place], script: Script) -> None:
        """Stop here if any line of the script has no sound."""
        gaps = [place for place in places if place.utterance.key in self.failed]
        if gaps:
            raise Incomplete(_told(gaps, script, self.failed))
        if self.failed:
            raise Incomplete(next(iter(self.failed.values())))


def _lines(number: int) -> str:
    return f"{number} line{'' if number == 1 else 's'}"


def _told(gaps: list[Place], script: Script, failed: dict[str, str]) -> str:
    rows = [
        f"{script.chapters[gap.chapter].title}: {gap.role.character.name}: "
        f"{' '.join(gap.utterance.sentences)[:60]!r}: {failed[gap.utterance.key]}"
        for gap in gaps[:SHOWN_FAILURES]
    ]
    more = len(gaps) - len(rows)
    return "\n".join(
        [
            f"{_lines(len(gaps))} could not be recorded; all others are kept. Change what is wrong "
            "with them or their voices, and run the same command again",
            *rows,
            *([f"and {more} more"] if more > 0 else []),
        ]
    )
