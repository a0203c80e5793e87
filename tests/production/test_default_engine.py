"""Which engine speaks a book that names none."""

from pathlib import Path

import pytest

from narrator.engines import registry
from narrator.engines.registry import VARIABLE
from narrator.model import NARRATOR, BookInfo, Line, Script, ScriptChapter
from narrator.production import Wishes, cast_script
from narrator.workspace import Workspace


def book(language: str = "en", *, title: str = "Rain") -> Script:
    rows = (Line(NARRATOR, "It rained."),)
    return Script(BookInfo(title, language=language), (ScriptChapter("One", rows),), ())


@pytest.fixture(autouse=True)
def _nothing_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(VARIABLE)


@pytest.mark.parametrize(
    ("language", "engine"), [("en", "hibari"), ("en-GB", "hibari"), ("fr", "espeak")]
)
def test_english_is_natural_and_all_else_is_espeak(
    tmp_path: Path, language: str, engine: str
) -> None:
    casted = cast_script(Workspace(tmp_path), "rain", book(language))
    assert casted.cast.engine == engine and not casted.remarks
    narrator = casted.cast.role(NARRATOR)
    assert narrator and narrator.voice


def test_a_book_stays_with_the_engine_it_was_cast_for(tmp_path: Path) -> None:
    workspace = Workspace(tmp_path)
    cast_script(workspace, "rain", book(), Wishes("espeak"))
    assert cast_script(workspace, "rain", book()).cast.engine == "espeak"


def test_a_series_goes_on_with_the_engine_it_was_begun_with(tmp_path: Path) -> None:
    workspace = Workspace(tmp_path)
    first = cast_script(workspace, "rain", book(), Wishes("espeak", "weather")).cast
    second = cast_script(workspace, "snow", book(title="Snow"), Wishes(series="weather")).cast
    assert second.engine == "espeak"
    assert second.role(NARRATOR).voice == first.role(NARRATOR).voice  # type: ignore[union-attr]


def test_where_natural_voices_cannot_be_loaded_one_line_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(registry, "_missing", lambda: "DLL load failed")
    workspace = Workspace(tmp_path)
    casted = cast_script(workspace, "rain", book())
    assert casted.cast.engine == "espeak"
    (remark,) = casted.remarks
    assert "DLL load failed" in remark and "espeak speaks" in remark
    assert cast_script(workspace, "rain", book()).remarks == ()
    assert cast_script(workspace, "snow", book(title="Snow"), Wishes("espeak")).remarks == ()
