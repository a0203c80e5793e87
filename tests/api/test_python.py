"""The page about Python is true: its examples run, one after the other, as they stand there."""

import inspect
import re
from pathlib import Path

import pytest

import narrator
from narrator.errors import NarratorError

STORY = """\
The Two Keys

Anna Bell put the lamp on the table. “Who has the key?” she asked.

“I have it,” said Tom Reed.

“Nobody,” somebody said.
"""


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "story.txt").write_text(STORY, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_the_examples_of_the_page_run(
    root: Path, here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    page = (root / "docs" / "python.md").read_text(encoding="utf-8")
    examples = re.findall(r"```python\n(.*?)```", page, re.DOTALL)
    names: dict[str, object] = {}
    for example in examples:
        exec(compile(example, "docs/python.md", "exec"), names)  # noqa: S102
    (first,), (other,) = names["files"], names["other"]  # type: ignore[misc]
    assert first.is_file() and other.is_file()
    assert first.read_bytes() != other.read_bytes()
    said = capsys.readouterr().out
    assert "%): " in said and "recording 100%" in said
    assert "nowhere.txt: there is no such file" in said


def test_every_name_is_typed_and_open() -> None:
    for name in ("read", "parse", "cast", "make"):
        found = inspect.signature(getattr(narrator, name))
        assert found.return_annotation is not inspect.Signature.empty
        assert all(each.annotation is not each.empty for each in found.parameters.values())
    with pytest.raises(AttributeError):
        narrator.narrate  # type: ignore[attr-defined] # noqa: B018


def test_what_a_person_edited_is_not_overwritten(here: Path) -> None:
    script = narrator.parse(narrator.read("story.txt"))
    cast = narrator.cast(script, engine="silent")
    narrator.make(script, cast, "work", formats=["wav"])
    (file,) = (here / "work" / "script" / "the-two-keys").glob("*.txt")
    file.write_text(file.read_text("utf-8").replace("lamp", "candle"), "utf-8")
    with pytest.raises(NarratorError, match="edited by hand"):
        narrator.make(script, cast, "work", formats=["wav"])
    assert "candle" in file.read_text("utf-8")
