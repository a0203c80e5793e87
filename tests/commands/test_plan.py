"""What `narrator plan` tells."""

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
