"""What `narrator plan` tells."""

import json
import re
from pathlib import Path
from typing import Any

import pytest

from narrator.commands.languages import language_name


def test_a_language_has_a_name(narrator: Any, story: Path) -> None:
    said = narrator("plan", story.name).stdout.splitlines()[1]
    assert re.fullmatch(r"English \(en\), by its words, \d\d % sure", said)
    said = narrator("plan", story.name, "--language", "de-AT").stdout
    assert said.splitlines()[1] == "German (de-AT), as you say"


def test_a_plan_says_how_the_language_was_found(narrator: Any, story: Path) -> None:
    page = '<html lang="en"><body><p>{}</p></body></html>'
    text = "Elle n'avait jamais vu tant de bateaux dans le port, et elle le dit à son frère. " * 12
    (story.parent / "quai.html").write_text(page.format(text), encoding="utf-8")
    said = narrator("plan", "quai.html")
    assert said.stdout.splitlines()[1].startswith("French (fr), by its words, 9")
    assert "its file says English (en), but its text is French (fr)" in said.stderr
    found = json.loads(narrator("plan", "quai.html", "--json").stdout)["language_found"]
    assert (found["by"], found["refused"]) == ("by its words", "en")
    said = narrator("plan", "quai.html", "--language", "en")
    assert said.stdout.splitlines()[1] == "English (en), as you say"
    assert "its file says" not in said.stderr


def test_a_language_of_which_little_is_known_is_told(narrator: Any, story: Path) -> None:
    story.write_text("Még soha nem látott ennyi hajót a kikötőben, és ezt mondta is.\n" * 9)
    said = narrator("make", story.name, "--engine", "silent", "--format", "mp3")
    assert "Language: Hungarian (hu), by its words, " in said.stderr
    assert "nothing is known yet of Hungarian (hu) but its marks" in said.stderr


@pytest.mark.parametrize(
    ("tag", "todo"), [("english", "en is its tag"), ("xx-YY", "such as en"), ("", "such as en")]
)
def test_a_tag_that_names_no_language_is_refused(
    narrator: Any, story: Path, tag: str, todo: str
) -> None:
    said = narrator("plan", story.name, "--language", tag)
    assert said.returncode == 2
    assert f"{tag!r} names no language" in said.stderr and todo in said.stderr


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
    assert refused.returncode == 2 and "nonesuch" in refused.stderr
