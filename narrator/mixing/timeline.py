"""What is heard when in a chapter: arithmetic on frames, no sound is read."""

import hashlib
import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from narrator.model import (
    ChapterAudio,
    Clip,
    Cue,
    Line,
    Pause,
    Pauses,
    Row,
    SceneBreak,
    ScriptChapter,
    SentenceCue,
    Span,
)

from .pauses import pause_between

EDGES = 0.015
"""Seconds of silence that clips bring to each pause, about: the studio leaves from 5 to 40 ms at
the ends of two sentences. The table has the pause that is heard, not that between two clips."""

_SCHEMA = 1
"""Part of every fingerprint: raise it when the same numbers come to sound different."""
_SHORTEST = 0.1
"""Seconds: a chapter of no length would break the chapter tables of players."""


@dataclass(frozen=True, slots=True)
class TakeInMix:
    """A clip and how loud it goes into the mix."""

    clip: Clip
    gain: float = 0.0
    """Decibels: what levels the voice, and what the casting file adds to it."""
    spans: tuple[Span, ...] = ()
    """Where each sentence of the clip stands in the line's text; empty where that is not known."""


@dataclass(frozen=True, slots=True)
class Silence:
    """A stretch in which nobody speaks."""

    frames: int


@dataclass(frozen=True, slots=True)
class Speech:
    """A clip as it lies in the mix, with silence between its sentences."""

    clip: Clip
    gain: float
    """Decibels."""
    sentences: tuple[int, ...]
    """Frames of each sentence at the rate of the mix, none of them empty."""
    gap: int
    """Frames of silence between two sentences."""
    place: float = 0.0
    """Where it is heard: -1 is far left, 0 the middle, 1 far right."""
    is_music: bool = False
    """Whether it is no speech, and none of it counts for how loud the chapter is."""

    @property
    def frames(self) -> int:
        """The length in frames of the mix."""
        return sum(self.sentences) + self.gap * max(len(self.sentences) - 1, 0)


Segment = Silence | Speech


@dataclass(frozen=True, slots=True)
class Mixed:
    """A chapter ready to be encoded."""

    audio: ChapterAudio
    segments: tuple[Segment, ...]
    """What is heard, one after the other; their frames add up to `audio.frames`."""
    fingerprint: str
    """Names all that shapes the sound (a SHA-256 in hexadecimal)."""


def mix(
    chapter: ScriptChapter,
    takes: Mapping[int, TakeInMix],
    pauses: Pauses,
    rate: int,
    *,
    place: Callable[[str], float] = lambda _: 0.0,
    opening: TakeInMix | None = None,
) -> Mixed:
    """Lay out a chapter at `rate` Hertz; `takes` are by the index of their line in `chapter.rows`.

    `place` says where each speaker is heard (see `Speech.place`), and `opening` is music before it
    all. A line without a take, or whose clip is empty, is a short silence. Every line has a cue.
    """
    spoken = [index for index, row in enumerate(chapter.rows) if isinstance(row, Line)]
    segments: list[Segment] = []
    cues: list[Cue] = []
    at = 0

    def add(segment: Segment) -> None:
        nonlocal at
        if segment.frames:
            segments.append(segment)
            at += segment.frames

    if opening:
        music = _segment(opening, pauses, rate)
        add(replace(music, is_music=True) if isinstance(music, Speech) else music)
    for before, index in pairwise([-1, *spoken, len(chapter.rows)]):
        add(Silence(_between(_gap(chapter.rows, before, index, pauses), rate)))
        if index < len(chapter.rows):
            start, take, line = at, takes.get(index), _line(chapter.rows[index])
            segment = _segment(take, pauses, rate, place(line.speaker))
            add(segment)
            heard = _sentence_cues(take, line, segment, start, rate)
            cues.append(Cue(start / rate, at / rate, line, heard))
    add(Silence(max(_frames(_SHORTEST, rate) - at, 0)))
    audio = ChapterAudio(chapter.title, rate, at, tuple(cues))
    return Mixed(audio, tuple(segments), _fingerprint(rate, segments))


def _line(row: Row) -> Line:
    if not isinstance(row, Line):
        raise TypeError(f"not a line: {row}")
    return row


def _gap(rows: Sequence[Row], before: int, after: int, pauses: Pauses) -> float:
    """Seconds between the rows at two indices; those between them are not lines."""
    between = rows[before + 1 : after]
    asked = [row.seconds for row in between if isinstance(row, Pause)]
    if asked:
        return sum(asked)
    previous = rows[before] if before >= 0 else None
    following = rows[after] if after < len(rows) else None
    scene = next((row for row in between if isinstance(row, SceneBreak)), None)
    if scene and previous and following:
        return pause_between(previous, scene, pauses)
    return pause_between(previous, following, pauses)


def _segment(take: TakeInMix | None, pauses: Pauses, rate: int, place: float = 0.0) -> Segment:
    sentences = tuple(filter(None, _at_rate(take.clip, rate))) if take else ()
    if not take or not sentences:
        return Silence(_frames(pauses.silent * pauses.factor, rate))
    gap = _between(pauses.sentence * pauses.factor, rate)
    return Speech(take.clip, round(take.gain, 2), sentences, gap, place)


def _sentence_cues(
    take: TakeInMix | None, line: Line, segment: Segment, start: int, rate: int
) -> tuple[SentenceCue, ...]:
    """When each sentence of a line is heard; the whole line as one where they are not known."""
    if not take or isinstance(segment, Silence):
        return ()
    lengths = _at_rate(take.clip, rate)
    if len(take.spans) != len(lengths):
        whole = Span(0, len(line.text))
        return (SentenceCue(start / rate, (start + segment.frames) / rate, whole),)
    cues = []
    for span, frames in zip(take.spans, lengths, strict=True):
        if frames:
            cues.append(SentenceCue(start / rate, (start + frames) / rate, span))
            start += frames + segment.gap
    return tuple(cues)


def _at_rate(clip: Clip, rate: int) -> tuple[int, ...]:
    """The sentences of `clip` in frames of another rate; rounding never adds up."""
    ends, end = [0], 0
    for frames in clip.sentences:
        end += frames
        ends.append((end * rate + clip.rate // 2) // clip.rate)
    return tuple(b - a for a, b in pairwise(ends))


def _between(seconds: float, rate: int) -> int:
    """Frames of silence between two clips, for a pause that is heard as so many seconds."""
    return _frames(max(seconds - EDGES, 0.0), rate)


def _frames(seconds: float, rate: int) -> int:
    return round(seconds * rate)


def _fingerprint(rate: int, segments: Sequence[Segment]) -> str:
    rows = [_facts(segment) for segment in segments]
    text = json.dumps([_SCHEMA, rate, rows], separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()


def _facts(segment: Segment) -> list[object]:
    if isinstance(segment, Silence):
        return [segment.frames]
    clip = segment.clip
    facts: list[object] = [clip.key, clip.rate, clip.sentences, segment.gain, segment.sentences]
    facts += [segment.gap]
    return [*facts, segment.place] if segment.place else facts
