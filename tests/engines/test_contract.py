"""Every registered engine keeps what `narrator/engines/interface.py` promises."""

import json
import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from narrator.engines import engine_class, engine_names
from narrator.engines.home import VARIABLE

PROBE = Path(__file__).with_name("contract_probe.py")
LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{1,8})*")
GIVEN = {"piper", "kokoro", "command", "speech"}
"""Engines that need files of the person's own, or a server; the tests make tiny ones."""
UNTOLD = {"piper"}
"""Engines whose voices come without a gender."""
MUTE = {"silent"}
"""Engines whose voices all sound alike, as nothing."""


@pytest.fixture(scope="module", params=engine_names())
def name(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture(scope="module")
def run(
    name: str, tmp_path_factory: pytest.TempPathFactory, request: pytest.FixtureRequest
) -> tuple[str, dict[str, Any]]:
    """What the engine printed, and the probe's report."""
    report = tmp_path_factory.mktemp("probe") / "report.json"
    home = {VARIABLE: str(request.getfixturevalue("engines_home"))} if name in GIVEN else {}
    done = subprocess.run(
        [sys.executable, str(PROBE), name, str(report)],
        capture_output=True,
        env={**os.environ, **home},
    )
    assert done.returncode == 0, done.stderr.decode()
    return (done.stdout + done.stderr).decode(), json.loads(report.read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def printed(run: tuple[str, dict[str, Any]]) -> str:
    return run[0]


@pytest.fixture(scope="module")
def report(run: tuple[str, dict[str, Any]]) -> dict[str, Any]:
    return run[1]


def test_the_name_is_the_one_it_is_chosen_by(name: str) -> None:
    assert engine_class(name).name == name


def test_the_version_is_stable_and_cheap(report: dict[str, Any]) -> None:
    one, two = report["versions"]
    assert one == two and one.strip() == one != ""
    assert not {"espeakng_loader", "pydub"} & set(report["loaded by version"])


def test_voice_ids_are_unique_and_typable(report: dict[str, Any], name: str) -> None:
    ids = [voice["id"] for voice in report["voices"]]
    assert ids and len(set(ids)) == len(ids)
    assert all(id == id.strip() and id.isprintable() and id for id in ids)
    assert {voice["engine"] for voice in report["voices"]} == {name}


def test_voices_are_always_listed_alike(report: dict[str, Any]) -> None:
    assert report["voices again"]


def test_language_tags_are_sane(report: dict[str, Any]) -> None:
    assert [v for v in report["voices"] if not LANGUAGE.fullmatch(v["language"])] == []


def test_an_english_voice_comes_first_to_narrate(report: dict[str, Any]) -> None:
    assert report["voices"][0]["language"].startswith("en")


def test_there_are_voices_for_women_and_men(report: dict[str, Any], name: str) -> None:
    if name in UNTOLD:
        pytest.skip("models do not tell the gender; measuring does")
    assert {"female", "male"} <= {voice["gender"] for voice in report["voices"]}


def test_every_voice_speaks(report: dict[str, Any], name: str) -> None:
    for voice, sound in report["spoken"].items():
        assert "error" not in sound, (voice, sound)
        assert sound["type"] == "Sound" and not sound["odd"]
        assert 0.5 < sound["frames"] / sound["rate"] < 10, voice
        assert (sound["loudest"] > 1000) == (name not in MUTE), voice


def test_no_voice_meets_the_limiter(report: dict[str, Any]) -> None:
    assert {v: s["loudest"] for v, s in report["spoken"].items() if s["loudest"] > 32000} == {}


def test_two_voices_differ(report: dict[str, Any], name: str) -> None:
    sums = [sound["sum"] for sound in report["spoken"].values()]
    if name in MUTE:
        assert len(set(sums)) == 1
    else:
        assert len(set(sums)) == len(sums)


def test_an_unknown_voice_is_refused_and_nothing_else_suffers(report: dict[str, Any]) -> None:
    assert report["unknown"]["error"] == "MissingTool"
    assert "no-such-voice" in report["unknown"]["message"]
    assert report["after unknown"]["frames"] > 0


def test_any_text_is_fine(report: dict[str, Any]) -> None:
    assert {label: t for label, t in report["texts"].items() if "error" in t} == {}


@pytest.mark.parametrize("label", ["one letter", "one word", "newline", "emoji among words"])
def test_words_are_heard(report: dict[str, Any], label: str) -> None:
    assert report["texts"][label]["frames"] > 500


@pytest.mark.parametrize("label", ["punctuation only", "empty", "spaces"])
def test_nothing_to_say_is_short(report: dict[str, Any], label: str) -> None:
    sound = report["texts"][label]
    assert sound["frames"] < 2 * sound["rate"]


def test_long_text_is_not_cut_short(report: dict[str, Any]) -> None:
    sound = report["texts"]["long"]
    assert 600 < sound["frames"] / sound["rate"] < 3000


def test_the_rate_is_a_factor(report: dict[str, Any]) -> None:
    slow, plain, fast, slow_again = (sound["frames"] for sound in report["rates"])
    assert slow / plain == pytest.approx(1 / 0.7, rel=0.12)
    assert fast / plain == pytest.approx(1 / 1.4, rel=0.12)
    assert slow_again == pytest.approx(slow, rel=0.02)


def test_the_default_manner_changes_nothing(report: dict[str, Any]) -> None:
    voice = report["voices"][0]["id"]
    # Not compared byte by byte: espeak's noise differs from call to call.
    assert report["rates"][1]["frames"] == pytest.approx(
        report["spoken"][voice]["frames"], rel=0.02
    )


def test_extreme_manners_are_held_at_the_limits(report: dict[str, Any]) -> None:
    for sound in report["extremes"]:
        assert sound.get("frames", 0) > 0, sound


def test_nothing_is_printed(report: dict[str, Any], printed: str) -> None:
    assert printed == ""
