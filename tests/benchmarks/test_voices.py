"""What machines say of the natural voices: the shipped figures, and how they come about."""

import json

import numpy as np
import pytest

from benchmarks.voices.__main__ import FIGURES
from benchmarks.voices.apartness import distance
from benchmarks.voices.bars import APART, Figures, misses
from benchmarks.voices.judging import Heard, compared
from benchmarks.voices.listening import RATE, at_rate, sentences
from benchmarks.voices.recogniser import errors, words
from narrator.engines.hibari.voices import SCHEMA, catalogue
from narrator.model import Age, Gender, Kind, Voice


def test_every_voice_of_the_catalogue_has_passed() -> None:
    shipped = json.loads(FIGURES.read_text(encoding="utf-8"))
    figures = {id: Figures(**told) for id, told in shipped["voices"].items()}
    voices = {id: made.voice for id, made in catalogue().items()}
    assert shipped["version"].endswith(f"voices {SCHEMA}")
    assert set(figures) == set(voices) and len(figures) >= 24
    assert misses(figures, voices) == []
    assert len(sentences()) == 40


GOOD = Figures(3.0, 3.3, 0.05, "other", APART, 0.1)


@pytest.mark.parametrize(
    ("figures", "voice", "told"),
    [
        (GOOD, Voice("e", "v", gender=Gender.FEMALE), ""),
        (GOOD._replace(errors=6.1), Voice("e", "v", gender=Gender.FEMALE), "misheard"),
        (GOOD._replace(rating=2.89), Voice("e", "v", gender=Gender.FEMALE), "under 2.9"),
        (GOOD._replace(apart=1.49), Voice("e", "v", gender=Gender.FEMALE), "as far from other"),
        (GOOD, Voice("e", "v", gender=Gender.MALE), "not heard so"),
        (GOOD, Voice("e", "v", gender=Gender.MALE, age=Age.CHILD), ""),
        (GOOD, Voice("e", "v", gender=Gender.MALE, kind=Kind.SMALL_ANIMAL), ""),
    ],
)
def test_each_bar_is_told_when_it_is_missed(figures: Figures, voice: Voice, told: str) -> None:
    heart = Voice("e", "heart", gender=Gender.FEMALE)
    first = GOOD._replace(rating=3.5)
    found = misses({"heart": first, "v": figures}, {"heart": heart, "v": voice})
    assert len(found) == bool(told) and told in "".join(found)


def test_the_middle_of_the_ratings_has_a_bar_of_its_own() -> None:
    voices = {"heart": Voice("e", "heart", gender=Gender.FEMALE)}
    assert "median" in misses({"heart": GOOD._replace(rating=3.0)}, voices)[0]


@pytest.mark.parametrize(
    ("said", "heard", "wrong"),
    [
        ("The old dog slept.", "the old dog slept", 0),
        ("The old dog slept.", "The cold dog slept in.", 2),
        ("Grey skies, four of them", "Gray skies 4 of them", 1),
        ("Nothing.", "", 1),
    ],
)
def test_words_that_are_misheard_are_counted(said: str, heard: str, wrong: int) -> None:
    assert errors(words(said), words(heard)) == wrong


def test_two_voices_are_as_far_apart_as_their_groups() -> None:
    rng = np.random.default_rng(0)

    def voice(middle: np.ndarray) -> np.ndarray:
        groups = middle + rng.normal(0, 0.02, (13, 256))
        return groups / np.linalg.norm(groups, axis=1, keepdims=True)

    one, other = np.eye(256)[:2]
    places = {"one": voice(one), "near": voice(one), "far": voice(other)}
    own = distance(places["one"], places["one"])
    assert 0.05 < own < 0.15
    assert distance(places["one"], places["near"]) == pytest.approx(own, rel=0.1)
    assert distance(places["one"], places["far"]) > 0.8
    figures = compared({id: Heard(1.0, 3.0, place) for id, place in places.items()})
    assert figures["one"].nearest == "near" and figures["far"].apart > 5


@pytest.mark.parametrize("rate", [24_000, 22_050, 16_000, 8_000])
def test_resampling_keeps_what_is_heard(rate: int) -> None:
    tone = np.sin(2 * np.pi * 440 * np.arange(rate) / rate).astype(np.float32)
    heard = at_rate(tone, rate)
    wanted = np.sin(2 * np.pi * 440 * np.arange(RATE) / RATE)
    assert len(heard) == RATE and np.abs(heard - wanted).max() < 1e-3
