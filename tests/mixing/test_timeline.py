"""The timeline adds up to the frame, and its fingerprint knows what is heard."""

from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from narrator.mixing import EDGES, Silence, Speech, TakeInMix, mix
from narrator.model import (
    Clip,
    Line,
    LineKind,
    Pause,
    Pauses,
    Row,
    SceneBreak,
    ScriptChapter,
    Skipped,
    Span,
)

RATE = 22050
BARE = Pauses(**{name: 0.0 for name in Pauses.__slots__ if name != "factor"})


def clip(*sentences: int, rate: int = RATE, key: str = "key") -> Clip:
    return Clip(key, Path("none.wav"), rate, sentences)


def line(text: str = "It was.", opens: bool = True) -> Line:
    return Line("Narrator", text, opens_paragraph=opens)


lines = st.builds(
    Line,
    st.sampled_from(["Narrator", "Tom", "Anna"]),
    st.sampled_from(["It was.", "“No—”", "“No,”", "he said.", "…", ""]),
    st.sampled_from(LineKind),
    st.booleans(),
)
rows = (
    lines
    | st.builds(Pause, st.floats(0, 5))
    | st.just(SceneBreak("* * *"))
    | st.just(Skipped("12", "page number"))
)
clips = st.builds(
    lambda sentences, rate: clip(*sentences, rate=rate),
    st.lists(st.integers(0, 50_000), max_size=4),
    st.sampled_from([8000, 16000, 22050, 24000, 44100]),
)
takes = st.dictionaries(st.integers(0, 12), st.builds(TakeInMix, clips, st.floats(-12, 12)))
pauses = st.builds(Pauses, sentence=st.floats(0, 1), tag=st.floats(0, 1), factor=st.floats(0, 3))
rates = st.sampled_from([16000, 22050, 24000, 44100])


@given(st.lists(rows, max_size=12), takes, pauses, rates)
def test_everything_adds_up(
    chapter_rows: list[Row], chapter_takes: dict[int, TakeInMix], some: Pauses, rate: int
) -> None:
    chapter = ScriptChapter("One", tuple(chapter_rows))
    mixed = mix(chapter, chapter_takes, some, rate)
    assert sum(segment.frames for segment in mixed.segments) == mixed.audio.frames
    assert all(segment.frames > 0 for segment in mixed.segments)
    assert [cue.line for cue in mixed.audio.cues] == list(chapter.lines)
    assert all(0 <= cue.start <= cue.end <= mixed.audio.seconds for cue in mixed.audio.cues)
    assert all(a.end <= b.start for a, b in pairwise(mixed.audio.cues))
    sentences = [each for cue in mixed.audio.cues for each in cue.sentences]
    assert all(a.start < a.end <= b.start for a, b in pairwise(sentences))
    assert mixed.audio.frames >= rate // 10
    assert mixed == mix(chapter, chapter_takes, some, rate)


@given(st.lists(st.integers(0, 100_000), min_size=1, max_size=50), rates, rates)
def test_another_rate_is_off_by_half_a_frame_at_most(
    sentences: list[int], rate: int, wanted: int
) -> None:
    take = TakeInMix(clip(*sentences, rate=rate))
    mixed = mix(ScriptChapter("", (line(),)), {0: take}, BARE, wanted)
    spoken = sum(sum(each.sentences) for each in mixed.segments if isinstance(each, Speech))
    assert abs(spoken - sum(sentences) * wanted / rate) <= 0.5


def test_cues_are_exact() -> None:
    chapter = ScriptChapter("One", (line(), line("“Yes,”"), line("he said.", opens=False)))
    heard = {"head": 1.0, "paragraph": 0.5, "tag": 0.1, "sentence": 0.2, "tail": 2.0}
    some = replace(BARE, **{name: seconds + EDGES for name, seconds in heard.items()})
    mixed = mix(
        chapter,
        {0: TakeInMix(clip(1000, 2000)), 1: TakeInMix(clip(500)), 2: TakeInMix(clip(700))},
        some,
        RATE,
    )
    first = (22050, 22050 + 1000 + 4410 + 2000)
    second = (first[1] + 11025, first[1] + 11025 + 500)
    third = (second[1] + 2205, second[1] + 2205 + 700)
    cues = [(cue.start * RATE, cue.end * RATE) for cue in mixed.audio.cues]
    assert cues == [pytest.approx(span) for span in (first, second, third)]
    assert mixed.audio.frames == third[1] + 44100


def test_each_sentence_has_its_time_and_its_place() -> None:
    text = "It was. — It is. It"
    spans = (Span(0, 7), Span(10, 16), Span(17, 19))
    take = TakeInMix(clip(1000, 0, 2000, rate=RATE // 2), spans=spans)
    mixed = mix(
        ScriptChapter("", (line(text),)), {0: take}, replace(BARE, sentence=0.2 + EDGES), RATE
    )
    (cue,) = mixed.audio.cues
    times = [(each.start * RATE, each.end * RATE, each.span) for each in cue.sentences]
    # The second sentence has no sound: it has no cue, and moves nobody else's.
    assert times == [
        (0, 2000, spans[0]),
        (pytest.approx(2000 + 4410), pytest.approx(2000 + 4410 + 4000), spans[2]),
    ]
    assert cue.end == cue.sentences[-1].end


def test_without_places_a_line_is_one_sentence() -> None:
    take = TakeInMix(clip(1000, 2000), spans=(Span(0, 3),))
    mixed = mix(ScriptChapter("", (line("It was."),)), {0: take}, Pauses(), RATE)
    (cue,) = mixed.audio.cues
    assert [(s.start, s.end, s.span) for s in cue.sentences] == [(cue.start, cue.end, Span(0, 7))]


def test_a_line_without_sound_is_a_short_silence() -> None:
    mixed = mix(ScriptChapter("", (line(), line())), {1: TakeInMix(clip())}, Pauses(), RATE)
    assert all(isinstance(segment, Silence) for segment in mixed.segments)
    lengths = [cue.end - cue.start for cue in mixed.audio.cues]
    assert lengths == [pytest.approx(Pauses().silent)] * 2
    assert not any(cue.sentences for cue in mixed.audio.cues)


@pytest.mark.parametrize(
    ("between", "seconds"),
    [
        ((), 0.5),
        ((Skipped("12", "page number"),), 0.5),
        ((SceneBreak("*"),), 2.0),
        ((SceneBreak("*"), Skipped("12", "page number"), SceneBreak("*")), 2.0),
        ((Pause(0.1),), 0.1),
        ((Pause(0),), 0.0),
        ((Pause(1), Pause(2)), 3.0),
        ((SceneBreak("*"), Pause(4)), 4.0),
        ((Pause(4), SceneBreak("*")), 4.0),
    ],
)
def test_the_gap_between_two_lines(between: tuple[Row, ...], seconds: float) -> None:
    some = replace(BARE, paragraph=0.5, scene=2.0)
    chapter = ScriptChapter("", (line(), *between, line()))
    last = len(between) + 1
    mixed = mix(chapter, {0: TakeInMix(clip(100)), last: TakeInMix(clip(100))}, some, RATE)
    first, second = mixed.audio.cues
    gap = max(seconds - EDGES, 0)
    assert second.start - first.end == pytest.approx(gap, abs=0.5 / RATE)


def test_a_scene_break_at_an_end_of_the_chapter_adds_nothing() -> None:
    take = TakeInMix(clip(100_000))
    plain = mix(ScriptChapter("", (line(),)), {0: take}, Pauses(), RATE)
    chapter = ScriptChapter("", (SceneBreak("*"), line(), SceneBreak("*")))
    assert mix(chapter, {1: take}, Pauses(), RATE).audio.frames == plain.audio.frames


def test_the_fingerprint_changes_with_the_sound_and_with_nothing_else() -> None:
    chapter = ScriptChapter("One", (line(), line()))
    some = {0: TakeInMix(clip(1000, 500)), 1: TakeInMix(clip(700, key="other"))}
    same = mix(chapter, some, Pauses(), RATE).fingerprint
    retitled = ScriptChapter("Two", (line("That was."), line("There was.")))
    assert mix(retitled, some, Pauses(), RATE).fingerprint == same
    moved = some | {0: TakeInMix(replace(some[0].clip, path=Path("elsewhere.wav")))}
    assert mix(chapter, moved, Pauses(), RATE).fingerprint == same
    others = [
        mix(chapter, some, Pauses(paragraph=0.7), RATE),
        mix(chapter, some, Pauses(sentence=0.2), RATE),
        mix(chapter, some, Pauses(), 24000),
        mix(chapter, some | {0: TakeInMix(some[0].clip, 1.0)}, Pauses(), RATE),
        mix(chapter, some | {0: TakeInMix(clip(1000, 500, key="new"))}, Pauses(), RATE),
        mix(chapter, {0: some[0]}, Pauses(), RATE),
        mix(chapter, {0: some[1], 1: some[0]}, Pauses(), RATE),
    ]
    assert len({same, *(other.fingerprint for other in others)}) == len(others) + 1
