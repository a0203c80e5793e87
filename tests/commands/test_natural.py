"""The shipped story in natural voices, as a newcomer makes it."""

import json
import shutil
import tomllib
from pathlib import Path
from typing import Any

import pytest

from narrator.engines.hibari.voices import catalogue
from narrator.engines.registry import VARIABLE


@pytest.mark.slow
def test_a_first_book_is_in_natural_voices(
    root: Path, tmp_path: Path, narrator: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(VARIABLE, "")
    shutil.copy(root / "examples" / "the-night-ferry.txt", tmp_path / "story.txt")
    said = narrator("make", "story.txt", "--json", "--jobs", "2")
    assert said.returncode == 0, said.stderr
    made = json.loads(said.stdout)
    assert made["spoken"] > 60
    cast = tomllib.loads((tmp_path / "voices" / "story.toml").read_text("utf-8"))
    assert cast["engine"] == "hibari"
    voices = [role["voice"] for role in cast["cast"].values()]
    assert len(set(voices)) == len(voices) > 5 and set(voices) <= set(catalogue())
    again = json.loads(narrator("make", "story.txt", "--json").stdout)
    assert again["spoken"] == 0 and not any(file["written"] for file in again["files"])
