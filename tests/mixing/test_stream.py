"""The stream is as long as the timeline says, at the right level, and holds nothing back."""

import array
import math
import tracemalloc
from collections.abc import Callable
from dataclasses import replace

import pytest

from narrator.errors import NarratorError
from narrator.mixing import EDGES, Mixed, TakeInMix, mix, pcm
from narrator.mixing.stream import HEADROOM
from narrator.model import Clip, Line, Pause, Pauses, ScriptChapter

MakeClip = Callable[..., Clip]
NONE = Pauses(**{name: 0.0 for name in Pauses.__slots__ if name != "factor"})


def one(clip: Clip, *, gain: float = 0.0, rate: int = 22050, pauses: Pauses = NONE) -> Mixed:
    chapter = ScriptChapter("One", (Line("Narrator", "It was."),))
    return mix(chapter, {0: TakeInMix(clip, gain)}, pauses, rate)


def loudest(data: bytes) -> int:
    return max(map(abs, array.array("h", data)))


@pytest.mark.parametrize("rate", [16000, 22050, 24000, 44100])
@pytest.mark.parametrize("clip_rate", [11025, 22050, 24000])
def test_length_is_exact_at_any_rate(make_clip: MakeClip, rate: int, clip_rate: int) -> None:
    clip = make_clip(1, 3333, 2501, rate=clip_rate)
    mixed = one(clip, rate=rate, pauses=Pauses())
    assert sum(map(len, pcm(mixed))) == mixed.audio.frames * 2


def test_a_very_short_clip_of_another_rate(make_clip: MakeClip) -> None:
    mixed = one(make_clip(5, rate=8000), rate=44100)
    assert sum(map(len, pcm(mixed))) == mixed.audio.frames * 2


def test_sentences_lie_where_the_timeline_says(make_clip: MakeClip) -> None:
    clip = make_clip(3000, 2000)
    mixed = one(clip, gain=HEADROOM, pauses=replace(NONE, head=0.1 + EDGES, sentence=0.2 + EDGES))
    sound = b"".join(pcm(mixed))
    recorded = clip.path.read_bytes()[-10000:]
    head, gap = bytes(2205 * 2), bytes(4410 * 2)
    assert sound == head + recorded[:6000] + gap + recorded[6000:]


@pytest.mark.parametrize("gain", [-6.0, 0.0, 6.0, 11.5])
def test_gain_is_exact_and_does_not_clip(make_clip: MakeClip, gain: float) -> None:
    clip = make_clip(5000, peak=30000)
    before = loudest(clip.path.read_bytes()[-10000:])
    after = loudest(b"".join(pcm(one(clip, gain=gain))))
    assert 20 * math.log10(after / before) == pytest.approx(gain - HEADROOM, abs=0.01)
    assert after < 32767


def test_resampling_keeps_the_tone_clean(make_clip: MakeClip) -> None:
    tone = array.array(
        "h", [int(20000 * math.sin(n * 2 * math.pi * 9 / 22.05)) for n in range(22050)]
    )
    clip = make_clip(22050, pcm=tone.tobytes())
    sound = array.array("h", b"".join(pcm(one(clip, rate=44100))))[2000:-2000]

    def strength(hertz: float) -> float:
        turn = 2 * math.pi * hertz / 44100
        real = sum(value * math.cos(turn * n) for n, value in enumerate(sound))
        imaginary = sum(value * math.sin(turn * n) for n, value in enumerate(sound))
        return math.hypot(real, imaginary)

    # Straight lines between samples would leave an image of 9 kHz at 13.05 kHz, 5 dB softer.
    assert 20 * math.log10(strength(9000) / strength(13050)) > 50


def test_memory_does_not_grow_with_the_chapter(make_clip: MakeClip) -> None:
    clip = make_clip(22050)
    chapter = ScriptChapter("", tuple([Line("Narrator", "It was.")] * 400 + [Pause(600)]))
    mixed = mix(chapter, {n: TakeInMix(clip, -3.0) for n in range(400)}, Pauses(), 22050)
    tracemalloc.start()
    size = sum(map(len, pcm(mixed)))
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert size > 40_000_000
    assert peak < 1_000_000


def test_a_missing_clip_is_told_by_name(make_clip: MakeClip) -> None:
    clip = make_clip(1000)
    clip.path.unlink()
    with pytest.raises(NarratorError, match=r"clip-1000-.*record again"):
        list(pcm(one(clip)))


@pytest.mark.parametrize("how", ["cut short", "no sound", "another rate", "other sentences"])
def test_a_damaged_clip_is_told_by_name(make_clip: MakeClip, how: str) -> None:
    clip = make_clip(1000)
    data = clip.path.read_bytes()
    if how == "cut short":
        clip.path.write_bytes(data[:-100])
    elif how == "no sound":
        clip.path.write_bytes(b"nothing")
    elif how == "another rate":
        clip = replace(clip, rate=16000)
    else:
        clip = replace(clip, sentences=(999,))
    with pytest.raises(NarratorError, match=r"clip-1000-.*record again"):
        list(pcm(one(clip)))
