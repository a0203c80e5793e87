"""pyttsx3 beyond the contract: what its drivers tell of voices, and its traps."""

import json
import subprocess
import sys
from types import SimpleNamespace
from typing import Any

import pytest

from narrator.engines.pyttsx3_voices import described, with_variants
from narrator.model import Age, Gender


def told(**fields: Any) -> SimpleNamespace:
    defaults = {"id": "x", "name": "X", "languages": [], "gender": None, "age": None}
    return SimpleNamespace(**(defaults | fields))


@pytest.mark.parametrize(
    ("gender", "expected"),
    [
        ("Male", Gender.MALE),
        ("VoiceGenderFemale", Gender.FEMALE),
        ("VoiceGenderNeuter", Gender.NEUTRAL),
        (None, Gender.UNKNOWN),
        ("", Gender.UNKNOWN),
    ],
)
def test_gender(gender: Any, expected: Gender) -> None:
    assert described("pyttsx3", [told(gender=gender)])[0].gender is expected


@pytest.mark.parametrize(
    ("age", "expected"),
    [
        (8, Age.CHILD),
        ("Teen", Age.YOUNG),
        ("35", Age.ADULT),
        (70, Age.OLD),
        ("Senior", Age.OLD),
        (0, Age.UNKNOWN),
        (None, Age.UNKNOWN),
        ("ageless", Age.UNKNOWN),
    ],
)
def test_age(age: Any, expected: Age) -> None:
    assert described("pyttsx3", [told(age=age)])[0].age is expected


@pytest.mark.parametrize(
    ("languages", "expected"),
    [
        (["en_US"], "en-US"),
        ([b"\x05en-gb"], "en-gb"),
        (["Unknown Locale: 1033"], "und"),
        ([], "und"),
        ([None], "und"),
        (None, "und"),
    ],
)
def test_language(languages: Any, expected: str) -> None:
    assert described("pyttsx3", [told(languages=languages)])[0].language == expected


def test_english_comes_first_and_nothing_twice() -> None:
    voices = described(
        "pyttsx3",
        [told(id="f", languages=["fr"]), told(id="e", languages=["en"]), told(id="f"), told(id="")],
    )
    assert [voice.id for voice in voices] == ["e", "f"]


def test_espeak_s_accents_become_several_people() -> None:
    found = described("pyttsx3", [told(id=i, languages=[i[4:]]) for i in ("gmw/en-us", "gmw/de")])
    german = {voice.id: voice.gender for voice in with_variants(found, "de-AT")}
    assert (german["gmw/de+f2"], german["gmw/de+m1"]) == (Gender.FEMALE, Gender.MALE)
    voices = with_variants(found)
    assert len({voice.id for voice in voices}) == len(voices) == 15
    assert {voice.gender for voice in voices[:13]} == {Gender.FEMALE, Gender.MALE}


CODE = """
import json, sys, threading
from narrator.engines.pyttsx3_engine import Pyttsx3
from narrator.errors import NarratorError
from narrator.model import Manner
engine = Pyttsx3()
voices = [voice.id for voice in engine.voices()[:4]]
frames = [
    [engine.speak(f"This is clip number {n}.", voice, Manner(rate)).frames for rate in (0.7, 1.5)]
    for n in range(10) for voice in voices
]
refusals = []
def other():
    try:
        engine.speak("Hello.", voices[0], Manner())
    except NarratorError as error:
        refusals.append(str(error))
thread = threading.Thread(target=other)
thread.start()
thread.join()
json.dump([frames, refusals], sys.stdout)
"""


@pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="about the espeak driver")
def test_no_clip_is_lost_and_no_change_of_rate() -> None:
    done = subprocess.run([sys.executable, "-c", CODE], capture_output=True, text=True)
    frames, refusals = json.loads(done.stdout)
    assert len(frames) == 40
    assert [pair for pair in frames if not 1.8 < pair[0] / pair[1] < 2.5] == []
    assert refusals == ["pyttsx3 must be used by the thread that made it"]
    assert done.stderr == ""
