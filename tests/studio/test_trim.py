"""Trimming: silence, offset and clicks go, the speech stays."""

import math
import subprocess
import sys
from array import array

import pytest
from hypothesis import given
from hypothesis import strategies as st

from narrator.model import Sound
from narrator.studio.trim import FADE_IN, FADE_OUT, KEPT_AFTER, KEPT_BEFORE, STEP, trimmed

RATE = 22_050


def tone(ms: int, level: float = 0.3, offset: int = 0) -> bytes:
    frames = RATE * ms // 1000
    return array(
        "h", (round(32_000 * level * math.sin(i / 9)) + offset for i in range(frames))
    ).tobytes()


def silence(ms: int) -> bytes:
    return bytes(RATE * ms // 1000 * 2)


def milliseconds(sound: Sound) -> float:
    return sound.seconds * 1000


def samples(sound: Sound) -> "array[int]":
    return array("h", sound.pcm)


def test_silence_at_both_ends_goes() -> None:
    found = trimmed(Sound(silence(400) + tone(500) + silence(700), RATE))
    kept = 500 + KEPT_BEFORE + KEPT_AFTER
    assert kept - 2 <= milliseconds(found) <= kept + 2 * STEP + 2
    assert found.rate == RATE


def test_silence_within_stays() -> None:
    found = trimmed(Sound(tone(200) + silence(600) + tone(200), RATE))
    assert milliseconds(found) == pytest.approx(1000, abs=3)


@pytest.mark.parametrize("level", [0.9, 0.1, 0.01])
def test_what_is_silence_depends_on_the_level(level: float) -> None:
    quiet = tone(100, level / 100)  # 40 dB below
    found = trimmed(Sound(quiet + tone(300, level) + silence(500), RATE))
    assert milliseconds(found) >= 395


def test_ends_are_faded() -> None:
    found = samples(trimmed(Sound(tone(300, 0.9, offset=3000), RATE)))
    assert abs(found[0]) < 100 and abs(found[-1]) < 100
    inner = found[RATE * FADE_IN // 1000 : -RATE * FADE_OUT // 1000]
    assert max(inner) > 20_000


def test_a_constant_offset_goes() -> None:
    found = samples(trimmed(Sound(tone(900, 0.2, offset=-700), RATE)))
    later = found[len(found) // 3 :]
    assert abs(sum(later) / len(later)) < 60
    assert max(later) == pytest.approx(6400, rel=0.1)


def test_sound_without_offset_is_left_as_it_is() -> None:
    pcm = tone(400)
    inner = slice(2 * 1000, 2 * 6000)
    assert trimmed(Sound(pcm, RATE)).pcm[inner] == pcm[inner]


def test_pure_silence_keeps_its_length() -> None:
    assert trimmed(Sound(silence(1234), RATE)) == Sound(silence(1234), RATE)


@given(st.binary(max_size=4000), st.sampled_from([8000, 16_000, 22_050, 24_000, 48_000]))
def test_any_bytes_are_taken(pcm: bytes, rate: int) -> None:
    found = trimmed(Sound(pcm, rate))
    assert len(found.pcm) % 2 == 0 and found.rate == rate
    assert found.seconds <= Sound(pcm, rate).seconds + 0.003


def test_importing_warns_of_nothing() -> None:
    code = "import narrator.studio.trim"
    done = subprocess.run(
        [sys.executable, "-W", "error", "-c", code], capture_output=True, env={"PATH": ""}
    )
    assert (done.returncode, done.stdout, done.stderr) == (0, b"", b"")
