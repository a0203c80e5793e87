"""Finished files are measured right, and what is wrong with them is told."""

import math
import random
from array import array
from dataclasses import replace
from pathlib import Path

import pytest

from benchmarks import clicks
from narrator.errors import NarratorError
from narrator.mixing import ACX, STANDARD, Inspection, encode, find_faults, inspect
from narrator.mixing.ffmpeg import file
from narrator.production import say

RATE = 44100


def tone(decibels: float, seconds: float, hertz: float = 500) -> "array[int]":
    peak, turn = 32767 * 10 ** (decibels / 20), 2 * math.pi * hertz / RATE
    return array("h", [round(peak * math.sin(turn * n)) for n in range(round(seconds * RATE))])


def silence(seconds: float) -> "array[int]":
    return array("h", bytes(2 * round(seconds * RATE)))


def hiss(decibels: float, seconds: float) -> "array[int]":
    chance, most = random.Random(1), 32767 * 10 ** (decibels / 20) * math.sqrt(3)
    return array("h", [round(chance.uniform(-most, most)) for _ in range(round(seconds * RATE))])


def written(path: Path, sound: "array[int]", *how: str, channels: int = 1) -> Path:
    shape = ("-f", "s16le", "-ar", str(RATE), "-ac", str(channels), "-i", "pipe:0")
    encode((*shape, *how, file(path)), [sound.tobytes()])
    return path


def test_levels_and_silences(tmp_path: Path) -> None:
    sound = silence(0.7) + tone(-20, 4) + silence(1.5)
    found = inspect(written(tmp_path / "a.wav", sound))
    assert (found.codec, found.rate, found.channels) == ("pcm_s16le", RATE, 1)
    assert found.seconds == pytest.approx(6.2)
    assert found.peak == pytest.approx(-20, abs=0.01)
    assert found.true_peak == pytest.approx(-20, abs=0.1)
    # A sine lies 3 dB below its peak, and is heard in 4 of 6.2 seconds.
    assert found.rms == pytest.approx(-23.01 + 10 * math.log10(4 / 6.2), abs=0.01)
    assert (found.head, found.tail) == (
        pytest.approx(0.7, abs=0.011),
        pytest.approx(1.5, abs=0.011),
    )
    assert found.floor == -math.inf
    assert not found.clicks
    assert abs(found.offset) < 0.0001


@pytest.mark.parametrize("level", [-75.0, -62.0, -45.0])
def test_the_noise_floor_is_the_quietest_half_second(tmp_path: Path, level: float) -> None:
    sound = hiss(level + 10, 1) + tone(-20, 1) + hiss(level, 0.7) + tone(-20, 1)
    found = inspect(written(tmp_path / "a.wav", sound))
    assert found.floor == pytest.approx(level, abs=0.4)


def test_a_sound_cut_off_clicks_and_a_faded_one_does_not(tmp_path: Path) -> None:
    whole = tone(-12, 1, 110)
    cut = whole[: RATE // 2 + 100]
    found = inspect(written(tmp_path / "a.wav", silence(0.5) + cut + silence(0.5)))
    assert [round(time, 2) for time in found.clicks or ()] == [1.0]
    length = RATE // 200
    soft = cut[:]
    for n in range(length):
        soft[-n - 1] = soft[-n - 1] * n // length
    assert not inspect(written(tmp_path / "b.wav", silence(0.5) + soft + silence(0.5))).clicks


def test_a_sound_that_begins_in_the_middle_clicks(tmp_path: Path) -> None:
    late = tone(-12, 1, 110)[100:]
    found = inspect(written(tmp_path / "a.wav", silence(0.5) + late))
    assert [round(time, 2) for time in found.clicks or ()][:1] == [0.5]


@pytest.mark.parametrize("place", [0, 1, 200, 439, 440])
def test_a_step_at_the_end_of_a_block_is_known_by_what_comes_after_it(
    tmp_path: Path, place: int
) -> None:
    late = tone(-12, 1, 110)[100:]
    found = inspect(written(tmp_path / "a.wav", silence(0.5) + silence(place / RATE) + late))
    assert [round(time, 2) for time in found.clicks or ()] == [round(0.5 + place / RATE, 2)]
    # The same step in the middle of a sound that goes on with steps as high.
    saw = array("h", [9000 * (n // 3 % 2) for n in range(441 * 3)])
    quiet = array("h", [40 * n for n in range(place)])
    assert not inspect(written(tmp_path / "b.wav", silence(0.5) + quiet + saw)).clicks


def test_a_single_sample_that_leaps_clicks_in_silence_and_in_sound(tmp_path: Path) -> None:
    sound = silence(0.5) + tone(-12, 1, 200)
    sound[RATE // 4] = 4000
    sound[RATE] += 9000
    found = inspect(written(tmp_path / "a.flac", sound + silence(0.2)))
    assert [round(time, 3) for time in found.clicks or ()] == [0.25, 1.0]


def test_a_sound_that_breaks_off_at_the_end_of_its_file_clicks(tmp_path: Path) -> None:
    found = inspect(written(tmp_path / "a.wav", tone(-12, 1, 110)[: RATE // 2 + 100]))
    assert [round(time, 2) for time in found.clicks or ()] == [0.5]


def test_a_click_in_one_ear_is_found(tmp_path: Path) -> None:
    sound = tone(-20, 1, 200)
    both = array("h", [value for each in sound for value in (each, 0)])
    both[RATE + 1] = 9000
    found = inspect(written(tmp_path / "a.wav", both, channels=2))
    assert [round(time, 2) for time in found.clicks or ()] == [0.5]


@pytest.mark.parametrize("name", ["a.mp3", "a.m4a"])
def test_where_clicks_are_blurred_none_is_looked_for(tmp_path: Path, name: str) -> None:
    cut = silence(0.5) + tone(-12, 1, 110)[: RATE // 2 + 100] + silence(0.5)
    found = inspect(written(tmp_path / name, cut))
    assert found.clicks is None
    assert not any("click" in fault for fault in find_faults(found, STANDARD))


@pytest.mark.parametrize("engine", ["espeak", "hibari"])
def test_speech_has_no_clicks_but_those_that_are_planted(tmp_path: Path, engine: str) -> None:
    spoken = tmp_path / "said.wav"
    say("Is Chris there? He took a cab back to Patrick's at eight.", spoken, engine=engine)
    rate, sound = clicks.read(spoken)
    sound.extend(bytes(rate * 12))
    assert clicks.clicks(rate, sound) == []
    planted = clicks.plant(rate, sound)
    assert planted
    found = clicks.clicks(rate, sound)
    assert [round(time, 3) for _, time in planted] == [round(time, 3) for time in found]


def test_noise_that_begins_at_once_is_no_click(tmp_path: Path) -> None:
    sound = silence(0.5) + hiss(-20, 0.05) + silence(0.5) + hiss(-25, 0.02) + silence(0.5)
    assert not inspect(written(tmp_path / "a.wav", sound)).clicks


def test_an_offset(tmp_path: Path) -> None:
    sound = array("h", [value + 655 for value in tone(-20, 2)])
    found = inspect(written(tmp_path / "a.wav", sound))
    assert found.offset == pytest.approx(0.02, abs=0.001)
    assert "off centre by 2.0% of full scale" in find_faults(found, STANDARD)


def test_the_bit_rate_of_an_mp3_is_that_of_its_frames(tmp_path: Path) -> None:
    sound = silence(0.6) + tone(-16, 3) + hiss(-30, 2) + silence(1.2)
    constant = inspect(written(tmp_path / "c.mp3", sound, "-b:a", "192k"))
    assert (constant.codec, constant.bit_rate, constant.is_constant) == ("mp3", 192, True)
    varied = inspect(written(tmp_path / "v.mp3", sound, "-q:a", "4"))
    assert not varied.is_constant
    assert "the bit rate varies; it has to be constant" in find_faults(varied, ACX)


def test_stereo_is_measured_as_it_is(tmp_path: Path) -> None:
    sound = tone(-20, 2)
    both = array("h", [value for each in sound for value in (each, 0)])
    found = inspect(written(tmp_path / "a.flac", both, channels=2))
    assert found.channels == 2
    assert found.seconds == pytest.approx(2)
    assert found.peak == pytest.approx(-20, abs=0.01)


def test_a_file_that_was_cut_short(tmp_path: Path) -> None:
    path = written(tmp_path / "a.mp3", tone(-20, 20), "-b:a", "64k")
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])
    faults = find_faults(inspect(path), STANDARD)
    assert any(fault.startswith("cut short: ") for fault in faults)


def test_what_is_no_sound_is_told(tmp_path: Path) -> None:
    path = tmp_path / "page.html"
    path.write_text("<html>")
    with pytest.raises(NarratorError, match=r"page\.html: holds no sound"):
        inspect(path)


GOOD = Inspection(
    codec="mp3",
    rate=44100,
    channels=1,
    bit_rate=192,
    is_constant=True,
    seconds=600.0,
    missing=0.0,
    lufs=-19.0,
    true_peak=-3.2,
    peak=-3.4,
    rms=-20.0,
    offset=0.0,
    floor=-70.0,
    head=0.75,
    tail=2.0,
    clicks=(),
)


def test_a_good_file_has_no_faults() -> None:
    assert find_faults(GOOD, ACX) == find_faults(GOOD, STANDARD) == []


@pytest.mark.parametrize(
    ("wrong", "told"),
    [
        ({"rms": -24.0}, "RMS -24.0 dB, not -23 to -18"),
        ({"rms": -17.0}, "RMS -17.0 dB, not -23 to -18"),
        ({"peak": -2.0}, "peaks at -2.0 dB, above -3"),
        ({"floor": -55.0}, "the quietest half second is at -55.0 dB, above -60"),
        ({"floor": -math.inf}, "silence is digital silence, not room tone"),
        ({"rate": 48000}, "48000 Hz, not 44100 Hz"),
        ({"bit_rate": 128}, "128 kbit/s, less than 192"),
        ({"codec": "aac"}, "aac, not MP3"),
        ({"seconds": 7800.0}, "lasts 130.0 minutes, more than 120"),
        ({"head": 0.3}, "silence before the first word 0.3 s, not 0.5 to 1"),
        ({"head": 1.4}, "silence before the first word 1.4 s, not 0.5 to 1"),
        ({"tail": 6.0}, "silence after the last word 6.0 s, not 1 to 5"),
        ({"clicks": (1.0, 2.5, 3.0, 9.0)}, "clicks at 1.00 s, 2.50 s, 3.00 s and 1 more"),
        ({"damage": "Header missing"}, "damaged: Header missing"),
        ({"peak": -math.inf}, "nothing is heard"),
    ],
)
def test_every_fault_is_a_line(wrong: dict[str, object], told: str) -> None:
    assert find_faults(replace(GOOD, **wrong), ACX) == [told]  # type: ignore[arg-type]


def test_loudness_and_true_peak_are_the_standards() -> None:
    faults = find_faults(replace(GOOD, lufs=-23.0, true_peak=-1.0), STANDARD)
    # Coding with loss adds to peaks.
    coded = replace(GOOD, lufs=-18.0, clicks=None)
    assert not find_faults(replace(coded, true_peak=-1.2), STANDARD)
    assert find_faults(replace(coded, true_peak=-0.5), STANDARD) == [
        "peaks at -0.5 dB (true peak), above -1"
    ]
    assert faults == [
        "loudness -23.0 LUFS, not -19 to -17",
        "peaks at -1.0 dB (true peak), above -3",
    ]
