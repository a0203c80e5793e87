"""Packed sound is the same sound, and takes less room where it is speech."""

import array
import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from narrator.engines import engine_class
from narrator.model import Manner
from narrator.studio.packing import packed, unpacked

SAMPLE = st.integers(-0x8000, 0x7FFF)


def pcm_of(samples: list[int]) -> bytes:
    return array.array("h", samples).tobytes()


@given(st.lists(SAMPLE, max_size=60))
def test_any_sound_comes_back_or_is_not_packed(samples: list[int]) -> None:
    small = packed(pcm_of(samples))
    assert small is None or unpacked(small) == pcm_of(samples)


@given(st.lists(st.integers(-0x3000, 0x3000), max_size=300))
def test_moderate_sound_is_always_packed(samples: list[int]) -> None:
    small = packed(pcm_of(samples))
    assert small is not None and unpacked(small) == pcm_of(samples)


def test_jumps_over_the_whole_range_are_not_packed() -> None:
    assert packed(pcm_of([-0x8000, 0x7FFF] * 20)) is None


def test_full_scale_sound_comes_back() -> None:
    dice = random.Random(1)
    samples = [dice.choice([-0x8000, 0x7FFF])] * 3 + [0x7FFF] * 500 + [-0x8000] * 500
    small = packed(pcm_of(samples))
    assert small is None or unpacked(small) == pcm_of(samples)


@pytest.mark.parametrize("voice", ["narrator-man", "woman-clear", "old-man-scots"])
def test_speech_takes_less_than_two_thirds(voice: str) -> None:
    engine = engine_class("espeak")()
    sound = engine.speak("She put the kettle on, sat down, and waited.", voice, Manner())
    small = packed(sound.pcm)
    assert small is not None and unpacked(small) == sound.pcm
    assert len(small) < 0.66 * len(sound.pcm)


def test_silence_takes_next_to_nothing() -> None:
    assert len(packed(bytes(100_000)) or bytes(100_000)) < 1000


@given(st.binary(max_size=100), st.integers(0, 200))
def test_damage_is_told_and_nothing_worse(noise: bytes, place: int) -> None:
    small = packed(pcm_of(list(range(-300, 300)))) or b""
    damaged = small[:place] + noise + small[place + len(noise) :]
    try:
        found = unpacked(damaged)
    except ValueError:
        return
    assert isinstance(found, bytes)
