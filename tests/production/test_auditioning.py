"""The pages on which voices are heard, opened from the disk in a real browser."""

import tomllib
from pathlib import Path
from typing import Any

from narrator.companions.audition import Audition, Sample, audition_page
from narrator.model import (
    NARRATOR,
    BookInfo,
    Character,
    Gender,
    Line,
    LineKind,
    SceneBreak,
    Script,
    ScriptChapter,
    Voice,
)
from narrator.production import (
    audition_cast,
    audition_voices,
    cast_script,
    sample_of,
    silently,
)
from narrator.production.auditioning.auditioning import SCENE_SECONDS, _seconds, busiest_scene
from narrator.workspace import Workspace


def said(speaker: str, text: str = "“Good evening to you all.”") -> Line:
    return Line(speaker, text, LineKind.DIALOGUE)


PEOPLE = (
    Character("Ann <b>", (), Gender.FEMALE, lines=2),
    Character("Bob", (), Gender.MALE, lines=2),
    Character("Cid", (), Gender.MALE, lines=1),
)
ROWS = (
    Line(NARRATOR, "It rained. " * 40),
    said("Ann <b>"),
    Line(NARRATOR, "It rained."),
    said("Bob"),
    SceneBreak("* * *"),
    said("Ann <b>", "“First.”"),
    said("Bob"),
    said("Cid"),
    Line(NARRATOR, "And it rained."),
)
SCRIPT = Script(BookInfo("Rain & <Wind>"), (ScriptChapter("One", ROWS),), PEOPLE)


def test_the_scene_has_the_most_voices_and_about_half_a_minute() -> None:
    scene = busiest_scene(SCRIPT)
    assert [line.speaker for line in scene] == ["Ann <b>", "Bob", "Cid", NARRATOR]
    assert _seconds(scene) <= SCENE_SECONDS
    assert busiest_scene(Script(BookInfo("T"), ())) == []


def heard(chromium: Any, path: Path) -> tuple[Any, list[str], list[str]]:
    """The page, what it asked the network for, and its errors."""
    page = chromium.new_page()
    asked: list[str] = []
    errors: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.goto(path.as_uri())
    return page, [url for url in asked if not url.startswith(("file:", "data:"))], errors


LENGTHS = """async () => {
  const sounds = [...document.querySelectorAll('audio')];
  return Promise.all(sounds.map(sound => new Promise(done => {
    sound.onloadedmetadata = () => done(sound.duration);
    sound.onerror = () => done(-1);
    sound.preload = 'metadata'; sound.load();
  })));
}"""


def test_a_cast_is_heard_from_the_disk(chromium: Any, tmp_path: Path) -> None:
    workspace = Workspace(tmp_path)
    casted = cast_script(workspace, "rain", SCRIPT)
    path = audition_cast(workspace, "rain", SCRIPT, casted, jobs=1, listen=silently)
    page, asked, errors = heard(chromium, path)
    assert page.title() == "The cast of Rain & <Wind>"
    names = page.locator("h3").all_inner_texts()
    assert names == ["As it will sound", NARRATOR, "Ann <b>", "Bob", "Cid"]
    lengths = page.evaluate(LENGTHS)
    assert len(lengths) == 5 and min(lengths) > 0.5
    assert lengths[0] < 30
    assert asked == [] and errors == []
    # What is copied is what a casting file holds.
    rows = page.locator("#list code").all_inner_texts()
    assert tomllib.loads(rows[1])["cast"]["Ann <b>"]["voice"] == casted.cast.role("Ann <b>").voice
    page.close()


PLAYING = "[...document.querySelectorAll('audio')].filter(sound => !sound.paused).length"


def until(page: Any, expression: str) -> None:
    """Wait until an expression is true. (The page's policy bars what Playwright does for this.)"""
    while not page.evaluate(expression):
        page.wait_for_timeout(30)


def test_one_is_heard_at_a_time_and_two_against_each_other(
    chromium: Any, tmp_path: Path, violations: Any
) -> None:
    workspace = Workspace(tmp_path)
    casted = cast_script(workspace, "rain", SCRIPT)
    path = audition_cast(workspace, "rain", SCRIPT, casted, jobs=1, listen=silently)
    for width, height, scheme in ((390, 844, "light"), (1440, 900, "dark")):
        view = {"width": width, "height": height}
        context = chromium.new_context(viewport=view, color_scheme=scheme)
        page = context.new_page()
        page.goto(path.as_uri())
        page.get_by_role("button", name="Hear As it will sound").click()
        until(page, f"{PLAYING} === 1")
        page.get_by_role("button", name="Compare Bob").click()
        page.get_by_role("button", name="Compare Cid").click()
        duel = page.get_by_role("region", name="Two voices against each other")
        duel.get_by_role("button", name="The other one").click()
        until(page, "!document.querySelector('#Bob audio').paused")
        duel.get_by_role("button", name="The other one").click()
        until(page, "!document.querySelector('#Cid audio').paused")
        assert page.evaluate(PLAYING) == 1
        assert page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0
        buttons = page.locator("button:visible").all()
        assert min(button.bounding_box()["height"] for button in buttons) >= 44
        assert violations(page) == []
        context.close()


def test_the_voices_of_an_engine_can_be_sifted(chromium: Any, tmp_path: Path) -> None:
    path = audition_voices(Workspace(tmp_path), "silent", text="Hello.", jobs=1, listen=silently)
    page, asked, errors = heard(chromium, path)
    cards = page.locator("article")
    assert cards.count() == 37
    place = sample_of(Workspace(tmp_path), Voice("silent", "old-male-2"))
    assert place == "audio_out/voices-silent.html#old-male-2"
    assert page.locator("#old-male-2 h3").inner_text() == "old-male-2"
    assert sample_of(Workspace(tmp_path), Voice("espeak", "girl")) == ""
    page.fill("#filter", "female old")
    assert page.locator("article:visible").count() == 3
    assert page.locator("#shown").inner_text() == "3 shown"
    page.fill("#filter", "no such thing")
    assert page.locator("article:visible").count() == 0
    assert asked == [] and errors == []
    page.close()


def test_nothing_a_book_holds_becomes_markup() -> None:
    nasty = '"><script>alert(1)</script>{x}'
    page = audition_page(Audition(nasty, nasty, [Sample(nasty, nasty, nasty, b"x")]))
    assert "<script>alert" not in page and page.count("<script>") == 1
    assert page.count("<script") == 2
