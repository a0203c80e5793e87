"""A recorded book heard by a real recogniser: what was swapped is found, and mended."""

import json
import os
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from narrator.model import Sound
from narrator.production.proofing.listening import sounds_of
from narrator.studio import Store

STORY = """\
The Two Keys

Anna Bell put the lamp on the table. “Who has the key?” she asked.

“Then open the door,” said Anna Bell. “It is very cold out here tonight.”

The old man behind the door smiled. “You are late again, both of you,” he said.
"""


@pytest.fixture
def whisper(missing: Callable[[str], None], root: Path) -> Iterator[Path]:
    """The folder of a real model."""
    pytest.importorskip("faster_whisper", reason="the extra listen is not installed")
    home = Path(os.environ.get("NARRATOR_TEST_MODELS") or root / ".venv" / "models")
    folder = home / "models" / "whisper" / "tiny.en"
    if not folder.is_dir():
        missing("a model that hears; run: python .ci/models.py .venv/models; it")
    yield folder


@pytest.fixture
def book(narrator: Any, tmp_path: Path) -> Path:
    (tmp_path / "keys.txt").write_text(STORY, encoding="utf-8")
    made = narrator("make", "keys.txt", "--engine", "hibari", "--format", "wav", "-q")
    assert made.returncode == 0, made.stderr
    return tmp_path


def test_what_is_said_wrongly_is_found_and_mended(narrator: Any, book: Path, whisper: Path) -> None:
    listen = ("check", "keys", "--listen", "--model", whisper, "--json")
    heard = narrator(*listen)
    assert heard.returncode == 0, heard.stdout + heard.stderr
    assert json.loads(heard.stdout)["misheard"] == 0

    # A line says what another says, as if the engine had lost its way.
    store = Store(book / "audio_out" / ".clips")
    clips = [store.find(path.stem) for path in store.folder.glob("??/*.wav")]
    by_length = sorted(
        (clip for clip in clips if clip and len(clip.sentences) == 1), key=lambda clip: clip.frames
    )
    short, long = by_length[0], by_length[-1]
    store.save(long.key, [Sound(each.pcm, each.rate) for each in sounds_of(short)])
    heard = narrator(*listen)
    assert heard.returncode == 1
    found = json.loads(heard.stdout)
    assert len(found["worst"]) == 1 and found["misheard"] >= 4
    assert found["worst"][0]["slips"]

    heard = narrator(*listen, "--mend")
    assert heard.returncode == 0, heard.stdout
    assert json.loads(heard.stdout)["worst"][0]["way"]
    assert len(json.loads((book / "script" / "keys" / "retakes.json").read_text())) == 1
    before = (book / "audio_out" / "keys").glob("*.wav")
    old = {path.name: path.read_bytes() for path in before}
    recorded = narrator("record", "keys", "--json")
    assert json.loads(recorded.stdout)["spoken"] == 0
    assert {p.name: p.read_bytes() for p in (book / "audio_out" / "keys").glob("*.wav")} != old
    heard = narrator(*listen)
    assert heard.returncode == 0 and json.loads(heard.stdout)["misheard"] == 0


def test_a_book_that_is_not_recorded_as_it_is_now_is_told(
    narrator: Any, book: Path, whisper: Path
) -> None:
    chapter = next(path for path in (book / "script" / "keys").glob("*.txt"))
    text = chapter.read_text("utf-8")
    chapter.write_text(text.replace("the lamp on", "the large lamp on"), "utf-8")
    said = narrator("check", "keys", "--listen", "--model", whisper)
    assert said.returncode == 1
    assert "large lamp" in said.stderr and "narrator record keys" in said.stderr


def test_without_a_model_a_line_says_what_to_do(narrator: Any, made_story: Path) -> None:
    said = narrator("check", "keys", "--listen", "--model", "no-such-model")
    assert said.returncode == 4
    assert "pip install" in said.stderr or "no-such-model" in said.stderr
    assert len(said.stderr.strip().splitlines()) == 1


@pytest.mark.parametrize("wrong", [("--mend",), ("--listen", "--audio"), ("--model", "x")])
def test_options_that_do_not_go_together_are_refused(
    narrator: Any, made_story: Path, wrong: tuple[str, ...]
) -> None:
    assert narrator("check", "keys", *wrong).returncode == 2
