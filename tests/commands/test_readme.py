"""The README's examples are run, in the order in which a reader meets them."""

import re
import shlex
import shutil
import tomllib
from pathlib import Path
from typing import Any

PLACEHOLDERS = {"SOURCE", "FOLDER", "BOOK", "TEXT", "COMMAND", "STORY.txt"}
SERVERS = {"review", "listen", "watch"}
"""Commands that go on until somebody ends them; their own tests do."""


def commands(readme: str) -> list[list[str]]:
    """Every `narrator ...` in the text that is not a pattern with a placeholder in it."""
    # A wide gap sets a command in the table of commands apart from what it does.
    blocks = re.findall(r"^(narrator (?:(?!   ).)+)$", readme, re.MULTILINE)
    inline = re.findall(r"`(narrator [^`]*)`", readme)
    wanted = [shlex.split(text.replace("\n", " "), comments=True) for text in [*blocks, *inline]]
    typed = [words for words in wanted if not PLACEHOLDERS & set(words) and len(words) > 1]
    return [words for words in typed if words[1] not in SERVERS]


def test_every_example_runs(root: Path, tmp_path: Path, narrator: Any) -> None:
    shutil.copy(root / "examples" / "the-night-ferry.txt", tmp_path / "story.txt")
    found = commands((root / "README.md").read_text(encoding="utf-8"))
    assert len(found) >= 5
    for words in found:
        said = narrator(*words[1:])
        assert said.returncode == 0, f"{words}: {said.stderr}"


def test_the_places_it_names_are_there_afterwards(
    root: Path, tmp_path: Path, narrator: Any
) -> None:
    shutil.copy(root / "examples" / "the-night-ferry.txt", tmp_path / "story.txt")
    assert narrator("make", "story.txt").returncode == 0
    readme = (root / "README.md").read_text(encoding="utf-8")
    places = re.findall(r"^\| `([a-z_]+/story[^`]*)`", readme, re.MULTILINE)
    assert len(places) == 3
    assert [place for place in places if not (tmp_path / place).exists()] == []


def test_its_casting_example_is_a_casting_file(root: Path, tmp_path: Path, narrator: Any) -> None:
    shutil.copy(root / "examples" / "the-night-ferry.txt", tmp_path / "story.txt")
    readme = (root / "README.md").read_text(encoding="utf-8")
    (example,) = re.findall(r"```toml\n(.*?)```", readme, re.DOTALL)
    assert narrator("parse", "story.txt").returncode == 0
    (tmp_path / "voices").mkdir()
    (tmp_path / "voices" / "story.toml").write_text('engine = "espeak"\n' + example, "utf-8")
    assert narrator("cast", "story").returncode == 0
    cast = tomllib.loads((tmp_path / "voices" / "story.toml").read_text("utf-8"))["cast"]
    assert cast["Aldous Penhallow"] == tomllib.loads(example)["cast"]["Aldous Penhallow"]
    assert "Narrator" in cast
