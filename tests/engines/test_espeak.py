"""The espeak engine beyond the contract: names, limits, and where its data lies."""

import shutil
import subprocess
import sys
from array import array
from pathlib import Path

import pytest

from narrator.engines.espeak import Espeak
from narrator.engines.espeak_setting import Setting, adjusted
from narrator.engines.espeak_voices import CATALOGUE
from narrator.engines.espeak_wheel import LONGEST_DATA_PATH, short_data_path, wheel_paths
from narrator.errors import MissingTool
from narrator.model import Age, Gender, Manner, Sound

SENTENCE = "The old clock above the door had stopped, and nobody could say when."
PLAIN = Manner()


@pytest.fixture(scope="module")
def engine() -> Espeak:
    return Espeak()


def pitch(sound: Sound) -> float:
    """The median fundamental frequency, by autocorrelation of the loud parts, Hertz."""
    samples = array("h", sound.pcm)[::4]
    rate, width = sound.rate / 4, 300
    found = []
    for start in range(0, len(samples) - 2 * width, width):
        part = samples[start : start + 2 * width]
        if max(part) < 0.3 * max(samples):
            continue
        lags = range(round(rate / 450), round(rate / 55))
        strength = {
            lag: sum(a * b for a, b in zip(part[:width], part[lag:], strict=False)) for lag in lags
        }
        enough = 0.9 * max(strength.values())
        first = next(lag for lag in lags if strength[lag] >= enough)
        while strength.get(first + 1, 0) > strength[first]:
            first += 1
        found.append(rate / _peak(strength, first))
    return sorted(found)[len(found) // 2]


def _peak(strength: dict[int, int], lag: int) -> float:
    """Where the parabola through `lag` and its neighbours is highest: between two lags is 4 %."""
    before, here, after = (strength.get(lag + step, strength[lag]) for step in (-1, 0, 1))
    bend = before - 2 * here + after
    return lag + (0.5 * (before - after) / bend if bend else 0)


@pytest.mark.parametrize("voice", CATALOGUE, ids=lambda voice: voice.id)
def test_a_voice_has_the_pitch_it_is_listed_with(engine: Espeak, voice: object) -> None:
    id, hertz = voice.id, voice.pitch_hz  # type: ignore[attr-defined]
    heard = pitch(engine.speak(SENTENCE, id, PLAIN))
    assert min(abs(heard * octave / hertz - 1) for octave in (0.5, 1, 2)) < 0.25


def test_the_catalogue_has_somebody_for_every_part() -> None:
    parts = {(voice.gender, voice.age) for voice in CATALOGUE}
    people = (Gender.FEMALE, Gender.MALE)
    assert parts >= {(who, age) for who in people for age in Age if age is not Age.UNKNOWN}
    assert [voice.gender for voice in CATALOGUE[:2]] == [Gender.MALE, Gender.FEMALE]


def test_our_voices_are_made_differently() -> None:
    assert len({(voice.espeak, voice.setting) for voice in CATALOGUE}) == len(CATALOGUE)


@pytest.mark.parametrize("name", ["en-us", "en-us+f3", "en-gb-x-rp+Annie", "fr", "de+Mr serious"])
def test_espeak_s_own_names_are_taken(engine: Espeak, name: str) -> None:
    assert any(engine.speak("Hello, papa.", name, PLAIN).pcm)


@pytest.mark.parametrize(
    ("name", "hint"),
    [
        ("en-us+F3", "en-us[+]f3"),
        ("en-us+", "narrator voices"),
        ("en-us+f3+f4", "en-us[+]f"),
        ("en-gb", "en-gb-x-rp"),
        ("EN-US", "en-us"),
        ("man-dep", "man-deep"),
        ("", "narrator voices"),
        ("../en-us", "en-us"),
        ("en-us+../!v/f3", "en-us"),
    ],
)
def test_names_espeak_would_misread_are_refused(engine: Espeak, name: str, hint: str) -> None:
    with pytest.raises(MissingTool, match=hint):
        engine.speak("Hello.", name, PLAIN)


def test_a_voice_does_not_leak_into_the_next(engine: Espeak) -> None:
    before = pitch(engine.speak(SENTENCE, "man-bass", PLAIN))
    engine.speak(SENTENCE, "girl", Manner(2.0, 5.0))
    assert pitch(engine.speak(SENTENCE, "man-bass", PLAIN)) == pytest.approx(before, rel=0.05)


def test_no_pause_is_added_at_the_end(engine: Espeak) -> None:
    samples = array("h", engine.speak("Good evening.", "narrator-man", PLAIN).pcm)
    last = max(place for place, value in enumerate(samples) if abs(value) > 200)
    assert len(samples) - last < 0.05 * 22_050


def test_the_default_manner_leaves_the_setting() -> None:
    assert adjusted(Setting(140, 25, 45, 50), PLAIN) == Setting(140, 25, 45, 50)


@pytest.mark.parametrize("manner", [Manner(1e-9), Manner(1e9), Manner(1, -1e3), Manner(1, 1e3)])
def test_settings_stay_within_espeak_s_limits(manner: Manner) -> None:
    setting = adjusted(Setting(), manner)
    assert 80 <= setting.rate <= 450 and 0 <= setting.pitch <= 99


@pytest.mark.parametrize("semitones", [-3.0, 3.0, 5.0])
@pytest.mark.parametrize("voice", ["narrator-man", "narrator-woman", "old-woman"])
def test_pitch_moves_by_semitones(engine: Espeak, voice: str, semitones: float) -> None:
    plain = pitch(engine.speak(SENTENCE, voice, PLAIN))
    moved = pitch(engine.speak(SENTENCE, voice, Manner(pitch=semitones)))
    assert moved / plain == pytest.approx(2 ** (semitones / 12), rel=0.09)


def test_a_short_data_path_is_used_as_it_is(tmp_path: Path) -> None:
    assert short_data_path(Path("/short")) == Path("/short")


CODE = """
import sys
from narrator.engines.espeak import Espeak
from narrator.engines.espeak_wheel import short_data_path, wheel_paths
from narrator.model import Manner
print(short_data_path(wheel_paths()[1]).parent)
print(Espeak().speak("Hello.", "man-deep", Manner()).frames)
"""


def test_a_deeply_nested_installation_works(tmp_path: Path) -> None:
    deep = tmp_path.joinpath(*["a rather long folder name"] * 7)
    assert len(str(deep)) > LONGEST_DATA_PATH
    package = wheel_paths()[0].parent
    deep.mkdir(parents=True)
    (deep / package.name).symlink_to(package)
    shutil.copyfile(package / "__init__.py", deep / "__init__.py")
    done = subprocess.run(
        [sys.executable, "-c", f"import sys; sys.path.insert(0, {str(deep)!r})\n{CODE}"],
        capture_output=True,
        text=True,
    )
    folder, frames = done.stdout.splitlines()
    assert int(frames) > 1000 and done.stderr == ""
    assert len(folder) < LONGEST_DATA_PATH and not Path(folder).exists()


@pytest.mark.parametrize("language", ["en", "en-GB", "EN_us"])
def test_what_is_listed_without_starting_is_what_it_has(engine: Espeak, language: str) -> None:
    assert Espeak.listed_for(language) == engine.voices_for(language)


@pytest.mark.parametrize("language", ["fr", "enm", "x-unknown"])
def test_other_languages_are_asked_for(language: str) -> None:
    assert Espeak.listed_for(language) is None
