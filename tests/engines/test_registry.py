"""Engines by name, ours and other packages'."""

import importlib
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from narrator.engines import (
    Engine,
    default_engine,
    engine_class,
    engine_names,
    registry,
    why_not_natural,
)
from narrator.engines.registry import VARIABLE
from narrator.errors import MissingTool


def test_the_built_in_engines_come_first() -> None:
    assert engine_names()[:4] == ("hibari", "espeak", "pyttsx3", "silent")


@pytest.mark.parametrize(
    ("language", "engine"),
    [
        ("en", "hibari"),
        ("EN_us", "hibari"),
        ("fr", "espeak"),
        ("enm", "espeak"),
    ],
)
def test_english_is_spoken_by_natural_voices(
    language: str, engine: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv(VARIABLE)
    assert default_engine(language) == engine
    assert why_not_natural(language) == ""


@pytest.mark.parametrize("gone", ["onnxruntime", "hibari"])
def test_where_they_cannot_be_loaded_espeak_speaks(
    gone: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv(VARIABLE)
    monkeypatch.setitem(sys.modules, gone, None)
    registry._missing.cache_clear()
    try:
        assert default_engine("en") == "espeak"
        assert gone in why_not_natural("en") and why_not_natural("fr") == ""
    finally:
        registry._missing.cache_clear()


def test_an_interrupt_while_they_are_loaded_is_no_lack(monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(name: str) -> None:
        os.kill(os.getpid(), signal.SIGINT)
        raise ImportError(f"{name}: initialization failed")

    monkeypatch.delenv(VARIABLE)
    monkeypatch.setattr(registry, "import_module", interrupted)
    registry._missing.cache_clear()
    try:
        with pytest.raises(KeyboardInterrupt):
            default_engine("en")
    finally:
        registry._missing.cache_clear()


def test_a_person_may_name_another_by_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(VARIABLE, "silent")
    assert default_engine("en") == default_engine("fr") == "silent" and not why_not_natural("en")


@pytest.mark.parametrize("name", engine_names())
def test_every_name_has_a_class(name: str) -> None:
    assert issubclass(engine_class(name), Engine)


def test_an_unknown_name_lists_the_known_ones() -> None:
    with pytest.raises(MissingTool, match=r"did you mean espeak\? There are: hibari, espeak"):
        engine_class("Espeak")


def test_naming_engines_imports_none() -> None:
    code = (
        "import sys, narrator.engines as e; e.engine_names();"
        "print([m for m in sys.modules if 'espeak' in m or 'pyttsx3' in m or m == 'ctypes'])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True)
    assert done.stdout == "[]\n"


@pytest.fixture
def package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "other_engines.py").write_text(
        "from narrator.engines.silent import Silent\n"
        "class Hum(Silent):\n    name = 'hum'\n"
        "class Thing: pass\n"
    )
    info = tmp_path / "other-1.dist-info"
    info.mkdir()
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: other\nVersion: 1\n")
    (info / "entry_points.txt").write_text(
        "[narrator.engines]\nhum = other_engines:Hum\nthing = other_engines:Thing\n"
        "gone = no_such_module:Hum\nlost = other_engines:Nothing\nespeak = other_engines:Hum\n"
    )
    monkeypatch.syspath_prepend(str(tmp_path))
    importlib.invalidate_caches()


@pytest.mark.usefixtures("package")
def test_another_package_adds_an_engine() -> None:
    assert "hum" in engine_names()
    assert engine_class("hum").name == "hum"


@pytest.mark.usefixtures("package")
def test_another_package_cannot_replace_ours() -> None:
    assert engine_names().count("espeak") == 1
    assert engine_class("espeak").__module__ == "narrator.engines.espeak"


@pytest.mark.usefixtures("package")
@pytest.mark.parametrize("name", ["thing", "gone", "lost"])
def test_a_broken_package_is_told(name: str) -> None:
    with pytest.raises(MissingTool, match=name):
        engine_class(name)
