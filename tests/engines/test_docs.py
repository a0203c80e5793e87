"""What docs/voices.md shows works as it stands there."""

import re
from pathlib import Path
from typing import Any

import pytest

from narrator.engines import Engine
from narrator.engines.command_file import read_commands
from narrator.engines.home import VARIABLE
from narrator.errors import MissingTool
from narrator.model import Manner


def blocks(root: Path, language: str) -> list[str]:
    text = (root / "docs" / "voices.md").read_text(encoding="utf-8")
    return re.findall(rf"```{language}\n(.*?)```", text, re.DOTALL)


def test_the_worked_example_is_an_engine(root: Path) -> None:
    (code,) = blocks(root, "python")
    names: dict[str, Any] = {}
    exec(code, names)  # noqa: S102
    engine = names["Tones"]()
    assert isinstance(engine, Engine) and engine.version()
    voice = engine.voices()[0].id
    plain = engine.speak("Hello there.", voice, Manner())
    assert 0.5 < plain.seconds < 2
    assert engine.speak("Hello there.", voice, Manner(2.0)).frames < 0.6 * plain.frames
    with pytest.raises(MissingTool):
        engine.speak("Hello.", "no-such", Manner())


def test_the_described_programs_are_understood(
    root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (described,) = (block for block in blocks(root, "toml") if "[voice.slt]" in block)
    (tmp_path / "engines.toml").write_text(described, encoding="utf-8")
    monkeypatch.setenv(VARIABLE, str(tmp_path))
    assert list(read_commands()) == ["slt", "pico", "festival", "daniel"]
