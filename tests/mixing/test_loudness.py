"""Loudness is measured as the standard says, and voices are levelled by it."""

import array
import math
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from narrator.errors import NarratorError
from narrator.mixing import (
    LIMIT,
    TARGET,
    convert,
    level_voices,
    mastering,
    measure,
    voice_gain,
)
from narrator.mixing.stream import HEADROOM
from narrator.mixing.voice_levels import integrated
from narrator.model import Clip

MakeClip = Callable[..., Clip]


def tone(decibels: float, seconds: float, rate: int = 48000, hertz: float = 997) -> bytes:
    peak = 32767 * 10 ** (decibels / 20)
    turn = 2 * math.pi * hertz / rate
    return array.array(
        "h", [round(peak * math.sin(turn * n)) for n in range(int(seconds * rate))]
    ).tobytes()


def test_the_standards_own_calibration(make_clip: MakeClip) -> None:
    # ITU-R BS.1770-4: a full-scale 997 Hz sine in one channel reads -3.01 LKFS.
    clip = make_clip(48000 * 3, rate=48000, pcm=tone(-20, 3))
    measured = measure(clip.path)
    assert measured.lufs == pytest.approx(-23.01, abs=0.1)
    assert measured.true_peak == pytest.approx(-20, abs=0.1)


@pytest.mark.parametrize("rate", [11025, 22050, 24000, 48000])
def test_voices_are_levelled_in_company_as_alone(make_clip: MakeClip, rate: int) -> None:
    clips = [
        make_clip(
            rate * seconds + seconds, rate=rate, pcm=tone(level, seconds, rate) + bytes(2 * seconds)
        )
        for seconds, level in ((3, -30), (1, -6), (2, -21.5))
    ]
    # The standard's tone reads 3 dB less than its peak; the limiter has little to take from it.
    assert level_voices(clips) == pytest.approx([15.0 - 3, -8.99, 6.51], abs=0.1)
    assert level_voices(clips) == [level_voices([clip])[0] for clip in clips]


def test_pauses_and_what_is_hardly_heard_do_not_count(make_clip: MakeClip) -> None:
    plain, soft = tone(-20, 3), tone(-45, 1)
    alone = make_clip(48000 * 3, rate=48000, pcm=plain)
    sparse = make_clip(
        48000 * 9, rate=48000, pcm=plain + bytes(96000 * 3) + soft + bytes(96000 * 2)
    )
    measured = measure(sparse.path).lufs
    first, second = level_voices([alone, sparse])
    assert second == pytest.approx(first, abs=0.7)
    assert TARGET - second == pytest.approx(measured, abs=0.15)
    assert integrated([-20.0, -20.0, -35.0, -71.0, -math.inf]) == pytest.approx(-20)
    assert integrated([]) == integrated([-80.0]) == -70


def test_silence_needs_no_gain(make_clip: MakeClip) -> None:
    clip = make_clip(48000, rate=48000, pcm=bytes(96000))
    assert voice_gain(measure(clip.path).lufs) == 0
    assert level_voices([clip]) == [0]
    assert measure(clip.path).true_peak == -math.inf


def test_what_is_no_sound_is_told(tmp_path: Path) -> None:
    path = tmp_path / "page.html"
    path.write_text("<html>")
    with pytest.raises(NarratorError, match="ffmpeg failed"):
        measure(path)


@given(st.floats(-69, 0))
def test_gain_reaches_the_target_or_stops_at_twelve(lufs: float) -> None:
    gain = voice_gain(lufs)
    assert gain == pytest.approx(min(max(TARGET - lufs, -12), 12), abs=0.01)


@pytest.mark.parametrize("lufs", [-70.0, -math.inf, math.nan])
def test_no_loudness_no_gain(lufs: float) -> None:
    assert voice_gain(lufs) == 0


def test_a_peaky_voice_gets_back_what_the_limiter_takes(make_clip: MakeClip) -> None:
    # A short loud knock five times a second: high peaks, little loudness.
    knock = tone(-2, 0.002) + tone(-50, 0.198)
    clip = make_clip(48000 * 3, rate=48000, pcm=knock * 15)
    plain = voice_gain(measure(clip.path).lufs)
    (gain,) = level_voices([clip])
    assert plain < gain <= plain + 3


def mastered(sound: bytes, rate: int, wanted: int) -> "array.array[int]":
    shape = ("-f", "s16le", "-ac", "1")
    source = (*shape, "-ar", str(rate), "-i", "pipe:0")
    out = (*shape, "-ar", str(wanted), "pipe:1")
    return array.array("h", convert((*source, "-af", mastering(wanted), *out), sound))


@pytest.mark.parametrize(("rate", "wanted"), [(22050, 22050), (22050, 44100), (24000, 48000)])
def test_mastering_neither_delays_nor_shortens(rate: int, wanted: int) -> None:
    sound = bytes(2 * rate) + tone(-30, 0.5, rate) + bytes(rate)
    result = mastered(sound, rate, wanted)
    assert len(result) == len(sound) // 2 * wanted // rate
    begin = next(n for n, value in enumerate(result) if abs(value) > 200)
    assert begin / wanted == pytest.approx(1, abs=0.001)


def test_mastering_takes_back_the_headroom_and_limits() -> None:
    soft = max(mastered(tone(-30, 1, 44100), 44100, 44100))
    assert 20 * math.log10(soft / 32767) == pytest.approx(HEADROOM - 30, abs=0.1)
    loud = max(mastered(tone(0, 1, 44100), 44100, 44100)[4410:])
    assert 20 * math.log10(loud / 32767) == pytest.approx(LIMIT, abs=0.1)


def test_silence_behind_speech_is_nothing_at_all() -> None:
    # What fades away for long, too soft to be heard, costs an encoder as much as speech.
    sound = tone(-20, 0.5, 22050) + bytes(22050)
    source = ("-f", "s16le", "-ac", "1", "-ar", "22050", "-i", "pipe:0")
    out = ("-c:a", "pcm_f32le", "-f", "f32le", "pipe:1")
    result = array.array("f", convert((*source, "-af", mastering(44100), *out), sound))
    assert len(result) == 44100
    assert set(result[22050 + 4410 :]) == {0.0}
