"""Piper with a real voice: what it is given, and what is heard of it."""

from pathlib import Path

import pytest

from narrator.acoustics import measured
from narrator.engines.home import VARIABLE
from narrator.engines.piper_engine import Piper
from narrator.model import Gender, Manner
from narrator.studio.trim import trimmed

VOICE = "en_US-joe-medium"
PLAIN = Manner()


@pytest.fixture(scope="module")
def piper(real_models: Path) -> Piper:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv(VARIABLE, str(real_models))
        return Piper()


@pytest.mark.parametrize(
    ("text", "given"),
    [
        (
            "Dr. Watson met St. Nicholas at No. 5 Main St. today.",
            ["dˈɑːktɚ wˈɑːtsən mˈɛt sənt nˈɪkələs æt nˈoʊ fˈaɪv mˈeɪnstɹˌiːt tədˈeɪ."],
        ),
        ("U.S.A in the spring", ["jˌuːˌɛsˈeɪ ɪnðə spɹˈɪŋ"]),
        ("[[ʃː]]! Go.", ["ʃː!", "ɡˈoʊ."]),
        ("[[hm]].", ["hm."]),
        ("[[ɬanˈɛɬi]]?", ["ɬanˈɛɬi?"]),
        ("[[fr:Mon Dieu]], she said.", ["mɔn djˈø, ʃiː sˈɛd."]),
        ("Well… I — never.", ["wˈɛl, ˈaɪ, nˈɛvɚ."]),
        ("It is late. Go.", ["ɪɾ ɪz lˈeɪt.", "ɡˈoʊ."]),
        ("— !", []),
    ],
)
def test_what_the_model_is_given(piper: Piper, text: str, given: list[str]) -> None:
    model, _ = piper._speakers[VOICE]
    sentences = piper._sentences(text, piper._load(model), model)
    assert ["".join(sounds) for sounds in sentences] == given
    assert {sign for sounds in sentences for sign in sounds} <= set(model.config["phoneme_id_map"])


def test_its_man_is_heard_and_hardly_anything_else(piper: Piper) -> None:
    sound = piper.speak("The kettle was on, and nobody had slept.", VOICE, PLAIN)
    assert 80 < measured([sound], 40).pitch_hz < 150
    assert sound.seconds < 1.25 * trimmed(sound).seconds
    assert piper.voices()[0].gender is Gender.UNKNOWN


def test_a_hush_is_no_word(piper: Piper) -> None:
    hushed, spelt = (
        trimmed(piper.speak(text, VOICE, PLAIN)).seconds for text in ("[[ʃː]]!", "S. H. H.")
    )
    assert 0 < hushed < 0.7 * spelt


def test_another_model_under_the_same_name_is_another_sound(
    tmp_path: Path, real_models: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "models" / "piper"
    folder.mkdir(parents=True)
    monkeypatch.setenv(VARIABLE, str(tmp_path))
    model = folder / f"{VOICE}.onnx"
    model.write_bytes((real_models / "models" / "piper" / model.name).read_bytes()[:1000])
    first = Piper.version_of(VOICE)
    (folder / "en_US-other-low.onnx").write_bytes(b"other")
    assert Piper.version_of(VOICE) == first and first.startswith(Piper.version())
    model.write_bytes(model.read_bytes() + b"!")
    assert Piper.version_of(VOICE) != first
    # What was found is kept, but never believed of a file that has changed since.
    assert (folder / ".digests.json").is_file()
