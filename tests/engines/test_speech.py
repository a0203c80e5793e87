"""A server that speaks: a real one over HTTP, well-behaved and not."""

import json
import struct
from array import array
from collections.abc import Iterator
from pathlib import Path

import pytest

from narrator.engines.home import VARIABLE
from narrator.engines.speech import Speech, client
from narrator.engines.speech.habits import LONGEST
from narrator.errors import BadScript, MissingTool, NarratorError
from narrator.model import Age, Gender, Manner, Sound
from tests.engines.speech_server import (
    RATE,
    VOICES,
    Answer,
    Server,
    name_it,
    serving,
    streamed,
    tone,
    wav,
)

PLAIN = Manner()
TEXT = "Come in, Tom, and sit down."
LONG = "She walked to the gate, looked back at the house once more, and went on. " * 8


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv(VARIABLE, str(tmp_path))
    monkeypatch.setattr(client, "FIRST_PAUSE", 0.001)
    return tmp_path


@pytest.fixture
def server(home: Path) -> Iterator[Server]:
    with serving(Server()) as server:
        name_it(home, server.url)
        yield server


def said(text: str = TEXT, voice: str = "low", manner: Manner = PLAIN) -> Sound:
    return Speech().speak(text, voice, manner)


def failure(text: str = TEXT) -> str:
    with pytest.raises(NarratorError) as caught:
        said(text)
    return str(caught.value)


def test_no_server_is_asked_that_nobody_named(home: Path) -> None:
    with pytest.raises(MissingTool, match=r"no server that speaks is named.*url ="):
        Speech.version()


def test_a_server_that_is_not_there_is_told(home: Path) -> None:
    name_it(home, "http://127.0.0.1:9")
    with pytest.raises(MissingTool, match=r"127\.0\.0\.1:9: .*start it"):
        Speech().voices()


@pytest.mark.parametrize(
    "listed",
    [
        VOICES,
        {"voices": ["low", "high"]},
        ["low", "high"],
        {"data": [{"name": "low"}, {"name": "high"}]},
        {"voices": {"low": {}, "high": {}}},
    ],
)
def test_lists_of_many_shapes_are_read(server: Server, listed: object) -> None:
    server.listed = listed
    assert [voice.id for voice in Speech().voices()] == ["low", "high"]


@pytest.mark.parametrize(
    "listed",
    ["<!doctype html><title>Studio</title>", {"voices": [3, None, "a\nb", ""]}, {"error": "no"}, 5],
)
def test_a_list_that_is_none_is_not_believed(home: Path, server: Server, listed: object) -> None:
    server.listed = listed
    with pytest.raises(MissingTool, match=r"lists no voices.*\[voice\.NAME\]"):
        Speech().voices()
    name_it(home, server.url, "[voice.low]")
    assert [voice.id for voice in Speech().voices()] == ["low"]


def test_a_person_knows_better_than_the_list_and_the_list_than_the_name(
    home: Path, server: Server
) -> None:
    server.listed = {"voices": ["af_sky", {"id": "bm_fable", "gender": "Female", "language": "cy"}]}
    name_it(home, server.url, "[voice.af_sky]", 'age = "child"', 'language = "en-IE"')
    sky, fable = Speech().voices()
    assert (sky.gender, sky.age, sky.language) == (Gender.FEMALE, Age.CHILD, "en-IE")
    assert (fable.gender, fable.language, fable.engine) == (Gender.FEMALE, "cy", "speech")


def test_a_key_comes_from_the_environment_and_is_in_no_message(
    home: Path, server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    name_it(home, server.url, 'key = "SOME_KEY"')
    with pytest.raises(MissingTool, match="SOME_KEY"):
        Speech()
    monkeypatch.setenv("SOME_KEY", "sesame")
    said()
    assert set(server.keys) == {"Bearer sesame"}
    server.before = [(401, {}, b'{"error": {"message": "Incorrect API key."}}')]
    told = failure()
    assert "401" in told and "Incorrect API key." in told and "SOME_KEY" in told
    assert "sesame" not in told + repr(Speech()._settings)


BUSY: list[Answer] = [
    (503, {"Retry-After": "0"}, b""),
    (429, {}, b'{"detail": "slow down"}'),
    (500, {}, b"<html>"),
]


def test_a_busy_server_is_asked_again(server: Server) -> None:
    said()
    server.before = list(BUSY)
    assert said().seconds == pytest.approx(0.07 * len(TEXT), rel=0.01)
    assert server.before == []


def test_one_that_stays_busy_is_given_up_with_its_reason(server: Server) -> None:
    said()
    server.asked.clear()
    server.before = [(503, {}, b'{"error": {"message": "No default voice."}}')] * client.TRIES
    assert "503" in (told := failure()) and "No default voice." in told
    assert len(server.asked) == client.TRIES


@pytest.mark.parametrize(
    ("answer", "words"),
    [
        ((400, {}, b'{"detail": "the text is blank"}'), "400 .*the text is blank"),
        ((404, {}, b"not here"), "404 .*mend it in"),
        ((302, {"Location": "http://127.0.0.1:9/x"}, b""), "points to http://127.0.0.1:9/x"),
        ((200, {"Content-Type": "text/html"}, b"<html>Hello"), "a web page in place of wav"),
        ((200, {}, b'{"error": "out of memory"}'), "'out of memory' in place of wav"),
        ((200, {"Content-Type": "audio/mpeg"}, b"ID3\x04" + bytes(99)), "MP3 in place of wav"),
        ((200, {}, b""), "nothing in place of wav"),
        ((200, {}, b"RIFF\0\0\0\0WAVEfmt "), "broken WAV"),
    ],
)
def test_whatever_else_comes_is_told_in_a_line_and_not_asked_for_again(
    server: Server, answer: Answer, words: str
) -> None:
    said()
    server.asked.clear()
    server.before = [answer]
    with pytest.raises(NarratorError, match=words) as caught:
        said()
    assert "\n" not in str(caught.value) and server.url in str(caught.value)
    assert len(server.asked) == 1


def test_a_key_goes_nowhere_else(
    home: Path, server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOME_KEY", "sesame")
    with serving(Server()) as other:
        name_it(home, server.url, 'key = "SOME_KEY"')
        said()
        server.before = [(307, {"Location": f"{other.url}/v1/audio/speech"}, b"")]
        assert other.url in failure()
        assert other.keys == []


def _float(pcm: bytes) -> bytes:
    samples = array("f", (each / 32_768 for each in array("h", pcm)))
    head = struct.pack("<4sI4s4sIHHIIHH", b"RIFF", 0, b"WAVE", b"fmt ", 16, 3, 1, RATE, 0, 4, 32)
    return head + struct.pack("<4sI", b"data", 4 * len(samples)) + samples.tobytes()


@pytest.mark.parametrize("made", [wav, streamed, _float])
def test_any_usual_wav_is_understood(server: Server, made: object) -> None:
    server.made = lambda pcm: ("audio/wav", made(pcm))  # type: ignore[operator]
    sound, whole = said(), array("h", tone("low", 0.07 * len(TEXT)))
    assert (sound.rate, sound.frames) == (RATE, len(whole))
    assert max(abs(a - b) for a, b in zip(array("h", sound.pcm), whole, strict=True)) <= 1


@pytest.mark.parametrize(
    ("kind", "rows", "rate"),
    [
        ("audio/pcm;rate=22050", (), 22_050),
        ("audio/L16; rate=16000; channels=1", (), 16_000),
        ("audio/pcm", ("rate = 8000",), 8_000),
        ("audio/pcm", (), 24_000),
    ],
)
def test_pcm_has_the_rate_that_is_told(
    home: Path, server: Server, kind: str, rows: tuple[str, ...], rate: int
) -> None:
    name_it(home, server.url, 'format = "pcm"', *rows)
    server.made = lambda pcm: (kind, pcm)
    assert said().rate == rate
    assert server.asked[-1]["response_format"] == "pcm"


def test_pcm_of_which_nothing_is_told_has_the_rate_of_a_wav(home: Path, server: Server) -> None:
    name_it(home, server.url, 'format = "pcm"')

    def made(pcm: bytes) -> tuple[str, bytes]:
        asked = server.asked[-1]["response_format"]
        return ("audio/wav", wav(pcm)) if asked == "wav" else ("application/octet-stream", pcm)

    server.made = made
    assert said().rate == RATE


def test_what_a_server_does_is_found_out_once_and_told(home: Path, server: Server) -> None:
    said()
    first = len(server.asked)
    said()
    assert len(server.asked) == first + 1
    assert Speech.remarks() == "16,000 Hz, heeds the speed, speaks long texts whole"


def test_a_server_that_heeds_no_speed_keeps_its_pace_and_pitch(server: Server) -> None:
    server.heeds_speed = False
    plain = said()
    assert said(manner=Manner(rate=1.3, pitch=3)) == plain
    assert "does not heed the speed" in Speech.remarks()


def test_a_server_that_cuts_long_texts_gets_short_ones(server: Server) -> None:
    server.longest = 200
    assert said(LONG).seconds == pytest.approx(0.07 * len(LONG), rel=0.05)
    assert all(len(each["input"]) <= 200 for each in server.asked[4:])
    assert "cuts texts off" in Speech.remarks()


def test_a_long_text_goes_in_few_requests_else(server: Server) -> None:
    said()
    server.asked.clear()
    said(LONG * 3)
    assert [len(each["input"]) <= LONGEST for each in server.asked] == [True, True]


def test_another_server_or_model_is_another_voice(home: Path) -> None:
    versions = set()
    for url, *rows in (("a:1",), ("a:2",), ("a:1", 'model = "big"')):
        name_it(home, url, *rows)
        versions.add(Speech.version())
    assert len(versions) == 3


@pytest.mark.parametrize(
    ("content", "words"),
    [
        ("url = 3", "url"),
        ("", "url"),
        ('url = "http://x"\nspeed = 2', "speed"),
        ('url = "http://x"\nformat = "mp3"', "wav or pcm"),
        ('url = "http://x"\n[voice.a]\ngender = "robot"', "robot|gender"),
        ("url = ", "TOML"),
    ],
)
def test_mistakes_in_the_file_are_told(home: Path, content: str, words: str) -> None:
    (home / "speech.toml").write_text(content, encoding="utf-8")
    with pytest.raises(BadScript, match=words):
        Speech.version()


def test_an_error_of_any_shape_is_read() -> None:
    for body in ({"error": "x y"}, {"detail": {"message": "x y"}}, {"message": "x  y"}):
        assert client.told_by(json.dumps(body).encode()) == "x y"
    assert client.told_by(b"<html>") == client.told_by(b"[1]") == client.told_by(b"") == ""
