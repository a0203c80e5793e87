"""Single questions to an engine in a worker process."""

from typing import Any

import pytest

from narrator.engines import engine_class
from narrator.errors import MissingTool, NarratorError
from narrator.model import Manner
from narrator.studio import Patience, asking, refused_voices, speak_once, utterance_for, voices_of


def test_an_engine_lists_its_voices() -> None:
    voices = voices_of("espeak")
    assert len(voices) >= 25 and voices[0].id == "narrator-man"


def test_voices_are_tried_not_looked_up() -> None:
    refused = refused_voices("espeak", ["man-deep", "en-us+f3", "en-us+F3", "man-deap"])
    assert set(refused) == {"en-us+F3", "man-deap"}
    assert "en-us+f3" in refused["en-us+F3"] and "man-deep" in refused["man-deap"]


def said(text: str, engine: str, voice: str) -> Any:
    version = engine_class(engine).version()
    utterance = utterance_for(text, engine=engine, version=version, voice=voice, manner=Manner())
    assert utterance is not None
    return speak_once(utterance)


def test_a_text_is_spoken_by_the_sentence() -> None:
    sounds = said("Good evening. Come in!", "espeak", "woman-clear")
    assert len(sounds) == 2 and all(any(sound.pcm) for sound in sounds)


def test_a_missing_voice_is_told() -> None:
    with pytest.raises(MissingTool, match="did you mean woman-clear"):
        said("Good evening.", "espeak", "woman-cleer")


def test_a_missing_engine_is_told() -> None:
    with pytest.raises(MissingTool, match="did you mean espeak"):
        voices_of("espek")


def test_a_crash_is_told(moods: Any) -> None:
    with pytest.raises(NarratorError, match="killed by signal 9"):
        said("Now die", "moody", "only")


def test_a_hang_is_told(moods: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(asking, "Patience", lambda: Patience(1.0, 0.0))
    with pytest.raises(NarratorError, match="hung"):
        said("Now hang", "moody", "only")
