"""What `narrator plan` tells."""

import json
from pathlib import Path
from typing import Any

import pytest

from narrator.commands.languages import language_name


def test_a_language_has_a_name(narrator: Any, story: Path) -> None:
    assert narrator("plan", story.name).stdout.splitlines()[1] == "English (en)"
    said = narrator("plan", story.name, "--language", "de-AT").stdout
    assert said.splitlines()[1] == "German (de-AT)"


@pytest.mark.parametrize(
    ("tag", "name"),
    [
        ("en-GB", "English (en-GB)"),
        ("pt_BR", "Portuguese (pt_BR)"),
        ("xx", "language xx"),
        ("", ""),
    ],
)
def test_the_names_of_languages(tag: str, name: str) -> None:
    assert language_name(tag) == name


def test_a_plan_is_for_an_engine(narrator: Any, story: Path) -> None:
    def seconds(engine: str) -> float:
        said = narrator("plan", story.name, "--engine", engine, "--jobs", "1", "--json")
        return float(json.loads(said.stdout)["work_seconds"])

    assert 0 < seconds("silent") < seconds("hibari")
    refused = narrator("plan", story.name, "--engine", "nonesuch")
    assert refused.returncode == 4 and "nonesuch" in refused.stderr
