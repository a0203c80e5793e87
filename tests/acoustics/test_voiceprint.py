"""Pitch and timbre of sounds whose pitch and timbre are known, and of real voices."""

import math
from array import array
from itertools import combinations

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from narrator.acoustics import (
    TEXT,
    Measurements,
    Voiceprint,
    age_of,
    distance,
    gender_of,
    measured,
    position,
    read,
    shipped,
    written,
)
from narrator.acoustics.cepstrum import bands_of_speech
from narrator.acoustics.pitch import pitches
from narrator.acoustics.samples import resampled
from narrator.casting import PLAIN, Delivery
from narrator.casting.delivery import HASTY, LOUD, SAD, SOFT
from narrator.engines.espeak import Espeak
from narrator.engines.espeak_voices import CATALOGUE
from narrator.model import Age, Gender, Kind, Manner, Sound


def buzz(hertz: float, rate: int = 22_050, seconds: float = 0.5, tilt: float = 1.0) -> Sound:
    """A harmonic sound; `tilt` says how fast its overtones fade."""
    parts = [(k, 1 / k**tilt) for k in range(1, 12) if k * hertz < rate / 2]
    scale = 12_000 / sum(weight for _, weight in parts)
    wave = (
        sum(w * math.sin(2 * math.pi * k * hertz * n / rate) for k, w in parts)
        for n in range(round(rate * seconds))
    )
    return Sound(array("h", (round(scale * value) for value in wave)).tobytes(), rate)


@settings(max_examples=15)
@example(391.5, 8_000)  # seven periods fit samples better than one
@given(st.floats(60, 480), st.sampled_from([8_000, 16_000, 22_050, 48_000]))
def test_the_pitch_of_a_harmonic_sound_is_found_at_any_rate(hertz: float, rate: int) -> None:
    assert measured([buzz(hertz, rate)], 10).pitch_hz == pytest.approx(hertz, rel=0.03)


@pytest.mark.parametrize("hertz", [70.0, 110.0, 190.0])
def test_a_wave_upside_down_is_no_period(hertz: float) -> None:
    assert measured([buzz(hertz, tilt=9)], 10).pitch_hz == pytest.approx(hertz, rel=0.03)


def test_the_timbre_hardly_depends_on_the_rate_and_not_on_the_level() -> None:
    sound = buzz(120, 44_100)
    soft = Sound(array("h", (s // 8 for s in array("h", sound.pcm))).tobytes(), sound.rate)
    one = measured([sound], 10).features
    assert distance(one, measured([soft], 10).features) < 0.2
    assert distance(one, measured([buzz(120, 22_050)], 10).features) < 0.5
    assert distance(one, measured([buzz(120, 44_100, tilt=3)], 10).features) > 1.5


def test_pace_and_loudness_are_in_their_units() -> None:
    print = measured([buzz(100, seconds=1.0)], 15)
    assert print.pace == 15.0
    assert -30 < print.loudness < -6


@pytest.mark.parametrize("pcm", [b"", bytes(2), bytes(44_100)])
def test_silence_and_nothing_have_no_pitch(pcm: bytes) -> None:
    print = measured([Sound(pcm, 22_050)], 10)
    assert print.pitch_hz == 0 and gender_of(print) is Gender.UNKNOWN
    assert not any(print.timbre)


def test_a_voice_resembles_itself_more_than_others() -> None:
    engine = Espeak()
    names = ("narrator-man", "narrator-woman", "man-deep", "girl")
    halves = {
        name: [
            measured([engine.speak(text, name, Manner()) for text in part], 1).features
            for part in (TEXT[:2], TEXT[4:])
        ]
        for name in names
    }
    for name, (one, other) in halves.items():
        assert distance(one, other) < 1.0
        others = [halves[each][1] for each in names if each != name]
        assert min(distance(one, each) for each in others) > 1.5


def test_the_shipped_figures_are_those_of_the_catalogue() -> None:
    known = shipped("espeak")
    assert known and set(known.prints) == {voice.id for voice in CATALOGUE}
    assert known.version == Espeak.version()
    assert shipped("no-such-engine") is None
    for voice in CATALOGUE:
        assert known.prints[voice.id].pitch_hz == pytest.approx(voice.pitch_hz, rel=0.12)


def test_any_two_of_our_voices_are_told_apart() -> None:
    known = shipped("espeak")
    assert known
    assert len([v for v in CATALOGUE if v.language.startswith("en")]) >= 40
    assert {(v.gender, v.age) for v in CATALOGUE} >= {
        (gender, age)
        for gender in (Gender.FEMALE, Gender.MALE)
        for age in (Age.CHILD, Age.YOUNG, Age.ADULT, Age.OLD)
    }
    near = {
        (one, other): distance(known.prints[one].features, known.prints[other].features)
        for one, other in combinations(known.prints, 2)
    }
    assert min(near.values()) > 1.49, min(near, key=lambda pair: near[pair])


@pytest.mark.parametrize("voice", ["narrator-man", "girl"])
def test_a_voice_that_shouts_or_sobs_is_still_that_voice(voice: str) -> None:
    engine, said = Espeak(), TEXT[:3]

    def features(delivery: Delivery) -> tuple[float, ...]:
        manner = delivery.of(Manner(), with_effort=False)
        return measured([engine.speak(text, voice, manner) for text in said], 1).features

    plain = features(PLAIN)
    sounds = [engine.speak(text, voice, Manner()) for text in said]
    single = [measured([sound], 1).features for sound in sounds]
    own = max(distance(one, other) for one, other in combinations(single, 2))
    # No farther from itself than its sentences are from each other.
    assert max(distance(plain, features(how)) for how in (LOUD, SAD, SOFT, HASTY)) < own


def test_the_gender_of_the_neural_voices_is_heard() -> None:
    known = shipped("kokoro")
    assert known and len(known.prints) == 28
    told = {"f": Gender.FEMALE, "m": Gender.MALE}
    wrong = [id for id, print in known.prints.items() if gender_of(print) is not told[id[1]]]
    assert len(wrong) <= 1


def test_what_is_fitted_is_what_is_measured() -> None:
    likeness = pytest.importorskip("training.likeness", reason="numpy is not installed")
    sounds = [Espeak().speak(TEXT[0], "man-deep", Manner())]
    print, data = measured(sounds, 1), likeness.known()
    pcm = resampled(sounds[0])
    raw = likeness.figures(bands_of_speech(pcm), pitches(pcm), data["centres"])
    fitted = [sum(a * b for a, b in zip(row, raw, strict=True)) for row in data["rows"]]
    place = [at - off for at, off in zip(fitted, data["offset"], strict=True)]
    assert position(print.features) == pytest.approx(place, abs=0.02)


def test_timbre_tells_the_gender_of_our_grown_voices() -> None:
    known = shipped("espeak")
    assert known
    people = [v for v in CATALOGUE if v.kind is Kind.PERSON]
    grown = [v for v in people if v.age is Age.ADULT and v.gender is not Gender.NEUTRAL]
    wrong = [v.id for v in grown if gender_of(known.prints[v.id]) not in (v.gender, Gender.NEUTRAL)]
    assert wrong == []
    assert age_of(known.prints["girl"]) is Age.CHILD
    assert age_of(known.prints["man-deep"]) is Age.UNKNOWN


VECTORS = st.lists(st.floats(-20, 20), min_size=30, max_size=30)


@given(VECTORS, VECTORS, VECTORS)
def test_distance_is_a_metric(a: list[float], b: list[float], c: list[float]) -> None:
    assert distance(a, a) == 0
    assert distance(a, b) == pytest.approx(distance(b, a))
    assert distance(a, c) <= distance(a, b) + distance(b, c) + 1e-9


def test_measurements_survive_the_file() -> None:
    print = Voiceprint(110.5, 90.0, 130.0, 15.25, -20.5, tuple(float(n) for n in range(12)))
    kept = Measurements("made-up", "1.0", {'a "voice"': print, "été": print})
    assert read(written(kept)) == kept


@pytest.mark.parametrize("text", ["", "{}", "[]", "nonsense", '{"schema": 0}', "null"])
def test_a_file_of_another_kind_is_set_aside(text: str) -> None:
    assert read(text) is None
