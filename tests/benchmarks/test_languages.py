"""Scenes in many languages: what stands in their marks, and how it is scored."""

from pathlib import Path

import pytest

from benchmarks.languages.naming import meant
from benchmarks.languages.scenes import Person, read_scenes
from benchmarks.languages.scoring import score
from narrator.errors import BadSource

_SCENES = Path("training/languages")
_SCENE = """Ann f: the girl
Bob m
---
The boat

“⟦Ann|It is late⟧,” said Ann. “⟦Ann|Come.⟧”

“⟦Bob|No.⟧”
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "en_boat.txt").write_text(_SCENE, encoding="utf-8")
    return tmp_path


def test_what_is_said_has_its_place_in_the_text(folder: Path) -> None:
    (scene,) = read_scenes(folder)
    said = [(scene.text[one.start : one.end], one.speaker) for one in scene.sayings]
    assert said == [("It is late", "Ann"), ("Come.", "Ann"), ("No.", "Bob")]
    assert (scene.language, scene.people["Ann"].gender) == ("en", "female")


def test_a_scene_is_scored(folder: Path) -> None:
    (scene,) = read_scenes(folder)
    total = score(scene, told=True)
    assert (total["sayings"], total["found"], total["pure"]) == (3, 3, 3)
    assert (total["right"], total["right sex"], total["lost"], total["twice"]) == (2, 2, 0, 0)


def test_a_speaker_whom_nobody_introduced(folder: Path) -> None:
    (folder / "en_boat.txt").write_text(_SCENE.replace("Bob m\n", ""), encoding="utf-8")
    with pytest.raises(BadSource, match="Bob"):
        read_scenes(folder)


def test_names_mean_people() -> None:
    people = [Person("Ana Ríos", "female", ("la viuda",)), Person("Juan Ríos", "male", ())]
    names = ["Ana", "Ríos", "Viuda", "El juez"]
    assert [meant(name, (), people) for name in names] == ["Ana Ríos", None, "Ana Ríos", None]


@pytest.mark.parametrize("part", ["open", "closed"])
def test_the_scenes_of_the_project_can_be_read(part: str) -> None:
    if any((_SCENES / part).glob("*.txt")):
        assert all(scene.sayings for scene in read_scenes(_SCENES / part))
