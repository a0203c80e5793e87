"""A chapter is as loud as it should be, however it is made up."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from narrator.mixing import LIMIT, TARGET, ChapterLevels, Mixed, TakeInMix, mix, pcm
from narrator.mixing.loudness import measure_mastered
from narrator.model import Clip, Line, Pauses, ScriptChapter

MakeClip = Callable[..., Clip]


@pytest.fixture
def make_chapter(make_clip: MakeClip) -> Callable[..., Mixed]:
    """A chapter of so many lines of noise, each so loud before its gain."""

    def make(lines: int, peak: int = 8000, gain: float = 0.0, paragraph: float = 0.65) -> Mixed:
        clip = make_clip(15000, 9000, peak=peak)
        takes = {number: TakeInMix(clip, gain) for number in range(lines)}
        chapter = ScriptChapter("One", (Line("Tom", "It was so."),) * lines)
        return mix(chapter, takes, Pauses(paragraph=paragraph), 22050)

    return make


def heard(mixed: Mixed, limit: float, gain: float) -> float:
    (lufs,) = measure_mastered(pcm(mixed), mixed.audio.rate, limit, [gain])
    return lufs


@pytest.mark.parametrize("lines", [1, 12, 200])
@pytest.mark.parametrize("gain", [0.0, 7.0])
def test_short_or_long_it_comes_out_at_the_target(
    make_chapter: Callable[..., Mixed], lines: int, gain: float
) -> None:
    mixed = make_chapter(lines, gain=gain)
    for limit in (LIMIT, -6.0):
        found = ChapterLevels().gain(mixed, limit)
        assert heard(mixed, limit, found) == pytest.approx(TARGET, abs=0.4)


def test_another_target(make_chapter: Callable[..., Mixed]) -> None:
    mixed = make_chapter(6)
    assert heard(mixed, LIMIT, ChapterLevels(-21.0).gain(mixed)) == pytest.approx(-21, abs=0.4)


def test_a_chapter_that_is_meant_to_be_soft_stays_softer(
    make_chapter: Callable[..., Mixed],
) -> None:
    mixed = make_chapter(3, peak=200)
    assert ChapterLevels().gain(mixed) == 6.0


def test_silence_stays_silence(make_clip: MakeClip) -> None:
    clip = make_clip(22050, pcm=bytes(44100))
    mixed = mix(ScriptChapter("", (Line("Tom", "…"),)), {0: TakeInMix(clip)}, Pauses(), 22050)
    assert ChapterLevels().gain(mixed) == 0.0


def test_a_chapter_is_measured_once(make_chapter: Callable[..., Mixed], tmp_path: Path) -> None:
    mixed, levels = make_chapter(2), ChapterLevels()
    first = levels.gain(mixed)
    gone = replace(mixed, segments=())
    assert levels.gain(gone) == first


def test_several_gains_are_measured_at_once(make_chapter: Callable[..., Mixed]) -> None:
    mixed = make_chapter(4)
    gains = [0.0, -3.0, 2.0]
    found = measure_mastered(pcm(mixed), mixed.audio.rate, LIMIT, gains)
    assert found == [heard(mixed, LIMIT, gain) for gain in gains]
    assert found[1] < found[0] < found[2]


def test_what_is_told_is_how_loud_it_is(make_chapter: Callable[..., Mixed]) -> None:
    for gain in (0.0, -1.0, 8.0):
        mixed = make_chapter(12, gain=gain)
        level = ChapterLevels().level(mixed)
        assert level.lufs == pytest.approx(heard(mixed, LIMIT, level.gain), abs=0.15)
