"""The hibari engine: its reading, its breath, its voices and their manners."""

import json
import math
from array import array
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from narrator.acoustics import measured, shipped
from narrator.engines.hibari import Hibari
from narrator.engines.hibari.breathing import LONGEST, Word, breaths, said
from narrator.engines.hibari.misaki import in_misaki
from narrator.engines.hibari.reading import Reader
from narrator.engines.hibari.shape import HOP, Shape
from narrator.engines.hibari.synthesis import Frames, overtones, sound_of
from narrator.engines.hibari.tables import Table
from narrator.engines.hibari.timing import at_speed, pace_for
from narrator.engines.hibari.voices import catalogue
from narrator.model import Age, Gender, Kind, Manner, Sound
from narrator.text import ipa, split_sentences

TEXT = "The kettle was on, and nobody in the house had slept."
PLAIN = Manner()
VOICE = "heart"


@pytest.fixture(scope="module")
def engine() -> Hibari:
    return Hibari()


@pytest.fixture(scope="module")
def reader(assets: Path) -> Reader:
    return Reader(assets)


@pytest.fixture(scope="module")
def assets() -> Path:
    import hibari

    return Path(hibari.__file__).parent / "assets"


def pitch_of(sound: Sound) -> float:
    return measured([sound], len(TEXT)).pitch_hz


# What it reads.


def test_its_spelling_is_that_of_the_package(reader: Reader, root: Path) -> None:
    from hibari.g2p import G2P

    package = G2P()
    story = (root / "examples/the-night-ferry.txt").read_text(encoding="utf-8")
    sentences = [" ".join(story[s.start : s.end].split()) for s in split_sentences(story)]
    assert len(sentences) > 80
    for sentence in sentences:
        ours = " ".join(breath.phonemes for breath in reader.read(sentence))
        assert ours == package(sentence, normalize_text=False), sentence


@given(st.dictionaries(st.binary(max_size=9), st.binary(max_size=9)))
def test_a_table_is_a_dictionary(pairs: dict[bytes, bytes]) -> None:
    table = Table(pairs.items())
    assert len(table) == len(pairs)
    assert {key: table.get(key) for key in pairs} == pairs
    assert table.get(b"ten letters") is None


@pytest.mark.parametrize("british", [False, True])
@pytest.mark.parametrize("sign", [*ipa.SOUNDS, *ipa.MARKS])
def test_every_sound_is_one_of_the_models(sign: str, british: bool, assets: Path) -> None:
    known = json.loads((assets / "vocab.json").read_text(encoding="utf-8"))
    told = in_misaki(f"sɑ{sign}t" if sign in ipa.MARKS else sign, british=british)
    assert told and set(told) <= set(known)


@pytest.mark.parametrize(
    ("text", "phonemes"),
    [
        ("[[ʃɪˈvɔːn]] slept.", "ʃɪvˈɔn slˈɛpt."),
        ("It was [[hɜːˈmaɪəni]]'s.", "ˌɪt wʌz hɜɹmˈIəniz."),
        ("[[ˈkɑːɹt]]", "kˈɑɹt"),
        ("He read [a](/b/).", "hˌi ɹˈɛd (ˈA slˈæʃ bˈi slˈæʃ)."),
    ],
)
def test_phonemes_are_taken_where_they_are_ours(text: str, phonemes: str, reader: Reader) -> None:
    assert [breath.phonemes for breath in reader.read(text)] == [phonemes]


def test_words_of_another_language_have_its_sounds(engine: Hibari) -> None:
    told = engine.speak("She said [[fr:bonjour]] to him.", VOICE, PLAIN)
    spelt = engine.speak("She said bonjour to him.", VOICE, PLAIN)
    assert told.pcm != spelt.pcm and told.seconds == pytest.approx(spelt.seconds, rel=0.4)


WORDS = st.builds(
    Word,
    st.sampled_from(["and", "he", "which", "Rosamund"]),
    st.text("abdeɡ", min_size=1, max_size=12),
    st.booleans(),
)
MARKS = st.builds(lambda mark: Word(mark, mark, True), st.sampled_from(",.;!"))


@given(st.lists(WORDS | MARKS, max_size=120), st.integers(12, 60))
def test_breath_is_taken_often_enough_and_nothing_is_lost(words: list[Word], longest: int) -> None:
    parts = breaths(words, longest)
    assert all(0 < len(part) <= longest for part in parts)
    assert "".join(parts).replace(" ", "") == said(words).replace(" ", "")


def test_breath_is_taken_where_a_reader_would(reader: Reader) -> None:
    text = (
        "The ferryman who had once been a soldier and before that a thief in the markets of the "
        "south, where nobody asks, put down his oar because the fog had come up so quickly that "
        "he could no longer see the bow of his own boat"
    )
    parts = [breath.phonemes for breath in reader.read(text)]
    assert len(parts) > 1 and all(len(part) <= LONGEST for part in parts)
    assert parts[0].endswith(",") or parts[1].startswith(("bəkˈʌz", "bəkʌz"))


# How it sounds.


def test_the_same_words_are_the_same_bytes(engine: Hibari) -> None:
    first = engine.speak(TEXT, VOICE, PLAIN)
    engine.speak("Something else.", VOICE, Manner(effort=-1.0))
    assert engine.speak(TEXT, VOICE, PLAIN) == first
    assert Hibari().speak(TEXT, VOICE, PLAIN) == first


@pytest.mark.parametrize("semitones", [-3.0, 3.0])
def test_pitch_moves_the_melody_and_nothing_else(engine: Hibari, semitones: float) -> None:
    plain = engine.speak(TEXT, VOICE, PLAIN)
    moved = engine.speak(TEXT, VOICE, Manner(pitch=semitones))
    assert moved.frames == plain.frames
    assert pitch_of(moved) / pitch_of(plain) == pytest.approx(2 ** (semitones / 12), rel=0.04)


@pytest.mark.parametrize("rate", [0.6, 0.9, 1.1, 1.3, 1.6])
def test_the_pace_is_what_is_asked_for(engine: Hibari, rate: float) -> None:
    plain = engine.speak(TEXT, VOICE, PLAIN)
    paced = engine.speak(TEXT, VOICE, Manner(rate))
    assert plain.seconds / paced.seconds == pytest.approx(rate, rel=0.1)
    assert pitch_of(paced) == pytest.approx(pitch_of(plain), rel=0.1)


def test_a_whisper_has_no_melody_and_a_shout_a_higher_one(engine: Hibari) -> None:
    plain, whisper, soft, shout = (
        engine.speak(TEXT, VOICE, Manner(effort=effort)) for effort in (0.0, -1.0, -0.5, 1.0)
    )
    assert hummed(plain) > 0.4 > 0.2 > hummed(whisper)
    assert hummed(soft) > 0.2
    assert pitch_of(shout) > pitch_of(plain) * 1.08
    assert {plain.frames, whisper.frames, soft.frames} == {shout.frames}


def hummed(sound: Sound) -> float:
    """The part of a sound's pieces of 40 ms that repeat themselves, as a hummed sound does."""
    samples = np.array(array("h", sound.pcm), np.float64)
    pieces = samples[: len(samples) // 960 * 960].reshape(-1, 960)
    loud = pieces[np.abs(pieces).max(axis=1) > 500]
    loud = loud - loud.mean(axis=1, keepdims=True)
    likeness = [
        (loud[:, lag:] * loud[:, :-lag]).sum(axis=1) / (loud**2).sum(axis=1)
        for lag in range(60, 400, 4)
    ]
    return float((np.max(likeness, axis=0) > 0.5).mean())


@given(st.floats(0.72, 1.33), st.floats(0.4, 2.5), st.integers(1, 400))
def test_frames_are_as_many_as_the_pace_wants(formants: float, pace: float, count: int) -> None:
    shape = Shape(formants=formants, pace=pace)
    assert shape.hop / HOP == pytest.approx(1 / formants, rel=math.sqrt(240 / 225) - 1)
    spectrum = np.zeros((601, count), np.float32)
    frames = Frames(*[spectrum] * 5, np.zeros(count, np.float32))
    paced = at_speed(frames, pace_for(shape.speed), shape.speed)
    wanted = count * pace_for(shape.speed).spoken / min(max(shape.speed, 0.35), 2.6)
    assert len(paced.pitch) == pytest.approx(wanted, abs=1.01, rel=0.01)
    assert all(part.shape == (601, len(paced.pitch)) for part in paced[:5])


@given(
    st.integers(1, 200),
    st.builds(
        Shape,
        melody=st.floats(0.3, 2.5),
        formants=st.floats(0.7, 1.3),
        extent=st.floats(-1, 0.6),
        breath=st.floats(0, 1),
        tilt=st.floats(-6, 6),
        rough=st.floats(0, 1),
        whisper=st.floats(0, 1),
    ),
)
def test_any_shape_of_anything_is_sound_that_fits(count: int, shape: Shape) -> None:
    rng = np.random.default_rng(count)
    parts = [rng.normal(0, 4, (601, count)).astype(np.float32) for _ in range(5)]
    pitch = np.where(rng.random(count) < 0.5, 0, rng.uniform(80, 400, count)).astype(np.float32)
    wave = sound_of(Frames(*parts, pitch), shape)
    assert len(wave) == count * shape.hop
    assert np.isfinite(wave).all() and np.abs(wave).max() <= 0.96


@given(st.floats(0.4, 2.0), st.integers(0, 2**31))
def test_a_single_figure_that_is_far_too_low_makes_no_blast(melody: float, seed: int) -> None:
    rng = np.random.default_rng(seed)
    pitch = rng.uniform(150, 300, 8).astype(np.float32)
    even = rng.normal(0, 0.3, (8, 601)).astype(np.float32)
    holes = even.copy()
    holes[:, rng.integers(20) :: 20] = -11
    flat = np.zeros_like(even)
    moved = (pitch * melody).astype(np.float32)
    loudest = [
        overtones(Frames(each, flat, flat, flat, flat, pitch), moved, HOP, 601)[0].max()
        for each in (even, holes)
    ]
    assert loudest[1] < loudest[0] + 2


@pytest.mark.parametrize("voice", catalogue())
def test_nothing_that_is_said_bursts_out(engine: Hibari, voice: str) -> None:
    sound = engine.speak("Mara looked at the clock, and so she sat down.", voice, PLAIN)
    samples = np.array(array("h", sound.pcm), np.float64)
    pieces = samples[: len(samples) // 240 * 240].reshape(-1, 240)
    loudness = np.sqrt((pieces**2).mean(axis=1))
    assert loudness.max() < 5 * np.sqrt((samples**2).mean())


# Whom it has.


def test_there_are_people_of_all_ages_and_beings() -> None:
    voices = [made.voice for made in catalogue().values()]
    assert len(voices) >= 24
    assert len({made.shape for made in catalogue().values()}) == len(voices)
    people = {(v.gender, v.age) for v in voices if v.kind is Kind.PERSON}
    for gender in (Gender.FEMALE, Gender.MALE):
        assert {(gender, age) for age in (Age.ADULT, Age.YOUNG, Age.OLD, Age.CHILD)} <= people
    assert {voice.kind for voice in voices} == set(Kind)


def test_the_shipped_figures_are_those_of_the_catalogue() -> None:
    known = shipped("hibari")
    assert known and set(known.prints) == set(catalogue())
    assert known.version == Hibari.version()
    for id, made in catalogue().items():
        assert known.prints[id].pitch_hz == pytest.approx(made.voice.pitch_hz, rel=0.12), id
