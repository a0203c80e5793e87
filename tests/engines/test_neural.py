"""The engines piper and kokoro on the real libraries, with models the tests made."""

from array import array
from pathlib import Path

import pytest

from narrator.acoustics import measured
from narrator.engines.home import VARIABLE, home, models
from narrator.engines.kokoro_engine import Kokoro
from narrator.engines.onnx_session import session_for
from narrator.engines.piper_engine import Piper, licence_in
from narrator.engines.shifting import pace_for, shifted
from narrator.errors import MissingTool
from narrator.model import Gender, Manner, Sound
from narrator.production import known_voices, measure_engine, silently
from narrator.workspace import Workspace

TEXT = "The kettle was on, and nobody had slept."
PLAIN = Manner()


@pytest.fixture(autouse=True)
def _home(engines_home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(VARIABLE, str(engines_home))


def loudest(sound: Sound) -> int:
    return max(map(abs, array("h", sound.pcm)))


def test_a_model_with_several_speakers_is_several_voices() -> None:
    engine = Piper()
    ids = [voice.id for voice in engine.voices()]
    assert ids == [*(f"en_GB-many-low#p{n}" for n in range(4)), "en_US-tiny-low", "fr_FR-petit-low"]
    heard = {id: measured([engine.speak(TEXT, id, PLAIN)], 40).pitch_hz for id in ids[:4]}
    assert sorted(heard.values()) == list(heard.values())
    assert heard[ids[3]] / heard[ids[0]] > 2
    assert {voice.licence for voice in engine.voices()} == {"CC0"}
    assert {voice.language for voice in engine.voices()} == {"en-GB", "en-US", "fr-FR"}


def test_the_level_is_left_alone() -> None:
    assert loudest(Piper().speak(TEXT, "en_US-tiny-low", PLAIN)) == pytest.approx(9_830, rel=0.02)


@pytest.mark.parametrize("engine", [Piper, Kokoro])
@pytest.mark.parametrize("semitones", [-3.0, 3.0])
def test_pitch_is_shifted_at_the_same_pace(
    engine: type[Piper] | type[Kokoro], semitones: float
) -> None:
    speaker = engine()
    voice = speaker.voices()[0].id
    plain = speaker.speak(TEXT, voice, PLAIN)
    moved = speaker.speak(TEXT, voice, Manner(pitch=semitones))
    assert moved.seconds == pytest.approx(plain.seconds, rel=0.02)
    heard = measured([moved], 40).pitch_hz / measured([plain], 40).pitch_hz
    assert heard == pytest.approx(2 ** (semitones / 12), rel=0.05)


def test_kokoro_tells_language_and_gender_by_the_names_of_its_voices() -> None:
    told = {voice.id: (voice.language, voice.gender) for voice in Kokoro().voices()}
    assert told == {
        "af_bella": ("en-US", Gender.FEMALE),
        "am_adam": ("en-US", Gender.MALE),
        "bf_emma": ("en-GB", Gender.FEMALE),
        "ff_siwis": ("fr", Gender.FEMALE),
    }


def test_a_worker_has_one_thread(engines_home: Path) -> None:
    model = engines_home / "models" / "piper" / "en_US-tiny-low.onnx"
    options = session_for(model).get_session_options()
    assert (options.intra_op_num_threads, options.inter_op_num_threads) == (1, 1)


@pytest.mark.parametrize(
    ("there", "broken", "asked"),
    [
        (["CPU"], (), [["CPU"]]),
        (["TensorRT", "CUDA", "CPU"], (), [["CUDA", "CPU"]]),
        (["Azure", "Dml", "CPU"], (), [["Dml", "CPU"]]),
        (["CUDA", "ROCM", "CPU"], ("CUDA", "ROCM"), [["CUDA", "CPU"], ["ROCM", "CPU"], ["CPU"]]),
    ],
)
def test_a_graphics_card_is_used_if_the_runtime_offers_it_and_it_works(
    there: list[str],
    broken: tuple[str, ...],
    asked: list[list[str]],
    engines_home: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    import onnxruntime

    real, heard = onnxruntime.InferenceSession, []

    def start(model: str, options: object, providers: list[str]) -> object:
        heard.append([provider.removesuffix("ExecutionProvider") for provider in providers])
        if heard[-1][0] in broken:
            raise RuntimeError("no memory left on the card")
        return real(model, options, providers=["CPUExecutionProvider"])

    names = [f"{name}ExecutionProvider" for name in there]
    monkeypatch.setattr(onnxruntime, "get_available_providers", lambda: names)
    monkeypatch.setattr(onnxruntime, "InferenceSession", start)
    session = session_for(engines_home / "models" / "piper" / "en_US-tiny-low.onnx")
    assert heard == asked and session.get_inputs()[0].name == "input"


def test_what_models_do_not_tell_is_heard(tmp_path: Path) -> None:
    workspace = Workspace(tmp_path)
    assert measure_engine(workspace, "piper", jobs=2, listen=silently) == 6
    known = {each.voice.id: each for each in known_voices(workspace, "piper")}
    low, high = known["en_GB-many-low#p0"], known["en_GB-many-low#p2"]
    assert low.voice.gender is Gender.MALE and low.gender_is_inferred
    assert high.voice.gender is Gender.FEMALE and high.gender_is_inferred


def test_without_models_it_says_how_to_get_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(VARIABLE, str(tmp_path))
    with pytest.raises(MissingTool, match="narrator voices download"):
        Piper().voices()
    with pytest.raises(MissingTool, match="narrator voices download kokoro"):
        Kokoro()


def test_a_broken_model_is_one_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(VARIABLE, str(tmp_path))
    folder = models("piper")
    folder.mkdir(parents=True)
    (folder / "en_US-x-low.onnx").write_bytes(b"not a model")
    with pytest.raises(MissingTool, match="description"):
        Piper()
    description = '{"num_speakers": 1, "espeak": {"voice": "en-us"}, "num_symbols": 256, '
    description += '"audio": {"sample_rate": 22050}, "phoneme_id_map": {}}'
    (folder / "en_US-x-low.onnx.json").write_text(description, encoding="utf-8")
    with pytest.raises(MissingTool, match="the model cannot be loaded") as caught:
        Piper().speak(TEXT, "en_US-x-low", PLAIN)
    assert "\n" not in str(caught.value)


def test_the_folder_is_where_platforms_want_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(VARIABLE)
    monkeypatch.setattr("sys.platform", "linux")
    monkeypatch.setenv("XDG_DATA_HOME", "/data")
    assert home() == Path("/data/narrator")
    monkeypatch.setattr("sys.platform", "darwin")
    assert home() == Path.home() / "Library" / "Application Support" / "narrator"
    monkeypatch.setattr("sys.platform", "win32")
    monkeypatch.setenv("LOCALAPPDATA", "/local")
    assert home() == Path("/local/narrator")


@pytest.mark.parametrize(
    ("card", "licence"),
    [
        ("# x\n\n* License: MIT\n", "MIT"),
        ("**License**: no", ""),
        ("- Licence: CC BY 4.0", "CC BY 4.0"),
        ("", ""),
    ],
)
def test_the_licence_is_read_from_the_card(card: str, licence: str) -> None:
    assert licence_in(card) == licence


@pytest.mark.parametrize("semitones", [-60.0, -2.0, 0.0, 2.0, 60.0])
def test_shifting_keeps_the_length_and_takes_any_sound(semitones: float) -> None:
    manner = Manner(1.0, semitones)
    spoken = Sound(bytes(round(44_100 / pace_for(manner)) * 2), 44_100)
    assert shifted(spoken, manner).seconds == pytest.approx(1.0, rel=0.01)
    assert shifted(Sound(b"", 8_000), manner).frames == 0
