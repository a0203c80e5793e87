"""Two mixes of one book: a second set of files, one map of time, a switch that keeps the place."""

import json
import re
import time
from pathlib import Path
from typing import Any

import pytest

STORY = (
    "Chapter 1\n\nAnna Bell and Tom Reed sat down in the cold room.\n\n"
    "“It is cold,” said Anna Bell. “We ought to light the fire before the others come.”\n\n"
    "“I have the key,” said Tom Reed.\n\n"
    "Chapter 2\n\nThe door stood open. “Come in,” said Anna Bell.\n"
)
MAKE = ("make", "two.txt", "--engine", "espeak", "--format", "mp3", "--json")
SINGLE = "audio_out/two/single"


@pytest.fixture(scope="module")
def folder(narrator_in: Any, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A workspace with a book in both mixes."""
    folder = tmp_path_factory.mktemp("mixes")
    (folder / "two.txt").write_text(STORY, encoding="utf-8")
    made = narrator_in(folder)(*MAKE, "--mix", "cast,single")
    assert made.returncode == 0, made.stderr
    return folder


def test_the_second_set_of_files_lies_beside_the_first(narrator_in: Any, folder: Path) -> None:
    narrator = narrator_in(folder)
    again = json.loads(narrator(*MAKE).stdout)  # remembered, and nothing is done twice
    assert again["spoken"] == 0 and not any(file["written"] for file in again["files"])
    beside = [path for file in again["files"] if (path := file["path"]).startswith(SINGLE)]
    assert len(beside) == 2 and all((folder / path).is_file() for path in beside)
    assert [Path(path).name for path in beside] == sorted(
        path.name for path in (folder / "audio_out" / "two").glob("*.mp3")
    )
    assert narrator("check", "two", "--audio").stdout.count("/single/") == 2


def test_one_map_of_time_leads_to_the_same_sentence(folder: Path) -> None:
    pieces, steps = _times(folder)
    assert len(steps) == len(pieces) and steps != pieces
    assert min(steps) >= 0 and all(length > 0 for length in steps[1::2])


def _times(folder: Path) -> tuple[list[int], list[int]]:
    """The steps of the first chapter in both mixes, in milliseconds."""
    text = (folder / "audio_out/two/player/001.js").read_text(encoding="utf-8")
    rows, second = json.loads(f"[{text.strip()[len('narrator.chapter(0,') : -1]}]")
    return [number for row in rows for number in _steps(row)], second


def _steps(row: list[Any]) -> list[int]:
    """The two figures behind each piece of a row that is spoken."""
    found: list[int] = []
    for text, *after in zip(row[1:], row[2:], row[3:], strict=False):
        if isinstance(text, str) and all(isinstance(each, int) for each in after):
            found += after
    return found


def test_a_library_has_the_first_mix_alone(narrator_in: Any, folder: Path) -> None:
    narrator = narrator_in(folder)
    assert narrator(*MAKE, "--library", "shelf", "--author", "Jo").returncode == 0
    assert len(list((folder / "shelf").rglob("*.mp3"))) == 2
    feed = ("--feed", "https://example.org/two/")
    assert narrator(*MAKE, *feed).returncode == 0
    written = next((folder / "audio_out" / "two").glob("*.xml")).read_text(encoding="utf-8")
    assert "single/" not in written


def test_files_of_a_mix_no_longer_asked_for_are_told_and_tidied(
    narrator: Any, tmp_path: Path
) -> None:
    (tmp_path / "two.txt").write_text(STORY, encoding="utf-8")
    assert narrator(*MAKE, "--mix", "single,cast").returncode == 0
    assert len(list((tmp_path / "audio_out/two/cast").glob("*.mp3"))) == 2
    left = json.loads(narrator(*MAKE, "--mix", "single").stdout)["left"]
    assert len(left) == 2
    (tmp_path / "audio_out/two/cast/mine.txt").write_text("mine", encoding="utf-8")
    assert narrator(*MAKE, "--tidy").returncode == 0
    assert [path.name for path in (tmp_path / "audio_out/two/cast").iterdir()] == ["mine.txt"]
    page = (tmp_path / "audio_out/two/index.html").read_text(encoding="utf-8")
    assert '"mixes":[]' in page


@pytest.mark.parametrize(
    ("options", "told"),
    [
        (("--mix", "solo"), "use cast, single, or cast,single"),
        (("--mix", "cast,single", "--drop-tags"), "the single voice needs the tags"),
    ],
)
def test_a_mix_that_cannot_be(
    narrator: Any, story: Path, options: tuple[str, ...], told: str
) -> None:
    said = narrator("make", story.name, *options)
    assert said.returncode == 2 and told in said.stderr
    assert not (story.parent / "script").exists()


@pytest.mark.browser
def test_the_player_goes_on_in_the_other_mix_at_the_same_place(
    folder: Path, chromium: Any, violations: Any
) -> None:
    context = chromium.new_context(viewport={"width": 390, "height": 844}, has_touch=True)
    page, trouble = context.new_page(), []
    page.on("pageerror", lambda error: trouble.append(str(error)))
    page.goto((folder / "audio_out/two/index.html").as_uri())
    page.wait_for_selector(".s", state="attached")
    _hold(page)
    page.get_by_text("We ought to light").click()
    _until(page, "document.querySelector('.on')?.textContent.startsWith('“We ought')")
    page.evaluate("sound.currentTime += 1.2")
    first, second = _times(folder)
    before, at = _part(first, page), page.evaluate("sound.currentTime")
    page.get_by_role("button", name="One voice").click()
    _until(page, "sound.currentTime > 0 && !sound.paused && sound.src.includes('/single/')")
    _until(page, "document.querySelector('.on')?.textContent.startsWith('“We ought')")
    assert page.evaluate("sound.currentTime") != at
    assert _part(second, page) == pytest.approx(before, abs=0.02)
    assert page.get_by_role("button", name="One voice").get_attribute("aria-pressed") == "true"
    assert violations(page) == []
    again = context.new_page()
    again.on("pageerror", lambda error: trouble.append(str(error)))
    page.close()
    again.goto((folder / "audio_out/two/index.html").as_uri())
    _until(again, "sound.readyState > 0 && sound.src.includes('/single/')")
    _until(again, "document.querySelector('.on')?.textContent.startsWith('“We ought')")
    again.get_by_role("button", name=re.compile("Go on")).click()
    again.keyboard.press("v")
    _until(again, "sound.readyState > 0 && !sound.src.includes('/single/')")
    _until(again, "document.querySelector('.on')?.textContent.startsWith('“We ought')")
    assert trouble == []
    context.close()


def _part(steps: list[int], page: Any) -> float:
    """How far into its sentence the sound is, from 0 to 1."""
    at, now = 0, 1000 * page.evaluate("sound.currentTime")
    for silence, length in zip(steps[::2], steps[1::2], strict=True):
        start, at = at + silence, at + silence + length
        if start <= now <= at:
            return float((now - start) / length)
    raise AssertionError("it is silent here")


def _hold(page: Any) -> None:
    """Let the sound stand still though it plays."""
    page.evaluate(
        """{
          const real = Object.getOwnPropertyDescriptor(HTMLMediaElement.prototype, 'playbackRate');
          const set = () => real.set.call(sound, 0);
          Object.defineProperty(sound, 'playbackRate', { get: () => 1, set });
          sound.defaultPlaybackRate = 0;
          set();
        }"""
    )


def _until(page: Any, expression: str) -> None:
    end = time.monotonic() + 600
    while not page.evaluate(expression):
        assert time.monotonic() < end, f"{expression}: never"
        page.wait_for_timeout(30)
