"""A book in another language than it was cast for is cast anew, but for what a person wrote."""

import tomllib
from pathlib import Path
from typing import Any

import pytest

from narrator.engines.registry import VARIABLE

PONT = """Le pont

Il faisait nuit. Jeanne et Paul étaient sur le pont avec leur chien.

« Tu viens ? » demanda Jeanne.

« Je ne sais pas », dit Paul. « Il fait froid. »

« Tu as peur », dit Jeanne.
"""


def cast_of(folder: Path) -> dict[str, Any]:
    return tomllib.loads((folder / "voices" / "pont.toml").read_text(encoding="utf-8"))


@pytest.fixture
def pont(narrator: Any, tmp_path: Path) -> Path:
    """A French book that was taken for an English one."""
    (tmp_path / "pont.txt").write_text(PONT, encoding="utf-8")
    assert narrator("parse", "pont.txt", "--language", "en").returncode == 0
    assert narrator("cast", "pont", "--engine", "espeak").returncode == 0
    assert not cast_of(tmp_path)["cast"]["Narrator"]["voice"].startswith("fr/")
    return tmp_path


def test_whom_nobody_touched_is_cast_anew(narrator: Any, pont: Path) -> None:
    said = narrator("parse", "pont.txt")
    assert "Language: French (fr), by its words" in said.stderr
    said = narrator("cast", "pont")
    assert "cast for en, and in fr now: " in said.stderr
    roles = cast_of(pont)["cast"]
    assert {"Narrator", "Jeanne", "Paul"} == roles.keys()
    assert all(role["voice"].startswith("fr/") for role in roles.values())
    assert "cast for en" not in narrator("cast", "pont").stderr


@pytest.mark.parametrize("mark", ["rate = 0.9", "locked = true"])
def test_what_a_person_wrote_stays(narrator: Any, pont: Path, mark: str) -> None:
    path = pont / "voices" / "pont.toml"
    text = path.read_text(encoding="utf-8")
    voice = cast_of(pont)["cast"]["Paul"]["voice"]
    path.write_text(text.replace("[cast.Paul]\n", f"[cast.Paul]\n{mark}\n"), encoding="utf-8")
    narrator("parse", "pont.txt")
    said = narrator("cast", "pont")
    assert "Paul: as you chose" in said.stderr
    roles = cast_of(pont)["cast"]
    assert roles["Paul"]["voice"] == voice
    assert roles["Jeanne"]["voice"].startswith("fr/")


def test_the_default_engine_goes_with_the_language(
    narrator: Any, pont: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(VARIABLE, "")
    (pont / "voices" / "pont.toml").unlink()
    narrator("parse", "pont.txt", "--language", "en", "--force")
    assert narrator("cast", "pont").returncode == 0
    assert cast_of(pont)["engine"] == "hibari"
    path = pont / "voices" / "pont.toml"
    path.write_text(path.read_text(encoding="utf-8") + "locked = true\n", encoding="utf-8")
    last = list(cast_of(pont)["cast"])[-1]
    narrator("parse", "pont.txt", "--language", "fr")
    assert narrator("cast", "pont").returncode == 0
    found = cast_of(pont)
    assert found["engine"] == "espeak"
    voices = {name: role["voice"] for name, role in found["cast"].items()}
    assert voices.pop(last).startswith("hibari:")
    assert all(voice.startswith("fr/") for voice in voices.values())
