"""What `narrator check` finds in a book's files."""

from pathlib import Path
from typing import Any


def test_voices_and_engines_that_are_not_there_are_problems(narrator: Any, story: Path) -> None:
    assert narrator("make", story.name, "--format", "wav", "-q").returncode == 0
    file = Path(story.parent, "voices", "keys.toml")
    text = file.read_text("utf-8")
    voice = next(row for row in text.splitlines() if row.startswith("voice = "))
    file.write_text(text.replace(voice, 'voice = "wman-clear"', 1), "utf-8")
    said = narrator("check", "keys")
    line = text.splitlines().index(voice) + 1
    assert said.returncode == 3
    assert f"keys.toml:{line}: Narrator: espeak has no voice 'wman-clear'" in said.stdout
    assert "did you mean woman-clear" in said.stdout
    file.write_text(text.replace('engine = "espeak"', 'engine = "espek"'), "utf-8")
    said = narrator("check", "keys")
    assert said.returncode == 3
    assert "there is no engine 'espek'; did you mean espeak?" in said.stdout
