"""What is suggested for a voice that is not there."""

import pytest

from narrator.engines.espeak import Espeak
from narrator.engines.names import nearest_voices, no_such_voice
from narrator.errors import MissingTool
from narrator.model import Manner, Voice

VOICES = Espeak().voices()


@pytest.mark.parametrize(
    ("wanted", "near"),
    [
        ("narator-man", "narrator-man"),
        ("man-depe", "man-deep"),
        ("girl-englsh", "girl-english"),
        ("Old Man", "old-man"),
        ("old-man-scott", "old-man-scots"),
        ("grandma", "old-woman"),
        ("a low male", "man-low"),
        ("Scottish lady", "woman-scots"),
        ("bright American woman", "woman-bright"),
        ("child", "small-child"),
        ("kid", "small-child"),
        ("teen", "teen-girl"),
        ("robott", "robot"),
        ("female ghost", "ghost-woman"),
        ("monster", "critter"),
    ],
)
def test_a_voice_is_found_by_what_it_is_like_or_how_it_is_spelt(wanted: str, near: str) -> None:
    assert near in nearest_voices(wanted, VOICES)


def test_a_plain_wish_is_met_by_the_plainest() -> None:
    assert nearest_voices("grandma", VOICES)[0] == "old-woman"
    assert nearest_voices("narrator", VOICES) == ["narrator-man", "narrator-woman"]


@pytest.mark.parametrize("wanted", ["xyzzy", "", "---", "af_heart", "bob"])
def test_where_nothing_is_near_nothing_is_suggested(wanted: str) -> None:
    assert nearest_voices(wanted, VOICES) == []
    assert "run: narrator voices --engine espeak" in str(no_such_voice("espeak", wanted, VOICES))


@pytest.mark.parametrize("wanted", ["small girl", "deep woman", "high voice"])
def test_beings_are_suggested_only_when_they_are_asked_for(wanted: str) -> None:
    found = nearest_voices(wanted, VOICES)
    assert found and not {"critter", "critter-girl", "giantess", "she-beast"} & set(found)


def test_voices_of_which_only_the_name_is_known() -> None:
    voices = [Voice("piper", "en_US-lessac-medium"), Voice("piper", "de_DE-thorsten-high")]
    assert nearest_voices("en_US-lesac-medium", voices)[0] == "en_US-lessac-medium"


@pytest.mark.parametrize(
    ("wanted", "told"),
    [
        ("old-womn", "did you mean old-woman"),
        ("fr/old-womn", "did you mean fr/old-woman"),
        ("en-us+m33", r"did you mean en-us\+m3"),
        ("en-uss+m3", r"did you mean en-us\+m3"),
        ("xyzzy", "run: narrator voices"),
    ],
)
def test_the_engine_suggests_them(wanted: str, told: str) -> None:
    engine = Espeak()
    with pytest.raises(MissingTool, match=told):
        engine.speak("a", wanted, Manner())
