"""Player and report on screens of every size: nothing is lost, all can be hit, long lists fold."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from narrator.model import Doubt, Line, LineKind

pytestmark = pytest.mark.browser

SIZES = [(390, 844), (844, 390), (700, 900), (768, 1024), (1440, 900)]
Sized = Callable[..., Any]


@pytest.fixture
def sized(chromium: Any) -> Iterator[Sized]:
    """A page in a window of a size."""
    contexts = []

    def open_(address: str, width: int, height: int, **options: Any) -> Any:
        view = {"width": width, "height": height}
        context = chromium.new_context(viewport=view, reduced_motion="reduce", **options)
        contexts.append(context)
        page = context.new_page()
        page.goto(address)
        return page

    yield open_
    for context in contexts:
        context.close()


@pytest.fixture
def crowd(make_edition: Callable[..., Any], write_out: Callable[..., Path]) -> Path:
    """A book of fifteen chapters and sixty people, with a doubt in each line."""
    chapters = []
    for number in range(1, 16):
        rows = [
            Line(f"Person {n}", f"“I am number {n}.”", LineKind.DIALOGUE, doubt=Doubt(0.5, "guess"))
            for n in range(number * 4 - 3, number * 4 + 1)
        ]
        chapters.append((f"Chapter {number}", (Line("Narrator", "It rained."), *rows)))
    return write_out(make_edition(chapters, title="A Crowd", author="Nobody"))


def small(page: Any) -> list[str]:
    """What a finger is meant to hit and could miss: lower or narrower than 44 pixels."""
    found = page.evaluate(
        """[...document.querySelectorAll('button, select, summary, input')]
          .filter((each) => each.checkVisibility({ visibilityProperty: true }))
          .map((each) => [each.outerHTML.slice(0, 90), each.getBoundingClientRect()])
          .filter(([, box]) => box.width && (box.height < 43.5 || box.width < 43.5))
          .map(([html, box]) => `${html} ${box.width} x ${box.height}`)"""
    )
    return list(found)


@pytest.mark.parametrize(("width", "height"), SIZES)
def test_every_size_has_room_for_all_of_the_player(
    sized: Sized, keys: Any, width: int, height: int
) -> None:
    page = sized((keys.folder / "index.html").as_uri(), width, height)
    play = page.get_by_role("button", name="Play", exact=True).bounding_box()
    assert play["height"] >= 48 and play["y"] + play["height"] <= height
    assert page.get_by_role("heading", name="The Two Keys", level=1).first.is_visible()
    assert "2 chapters · 4 voices" in page.locator("#front-length").inner_text()
    page.get_by_text("“You are late,”").click()
    page.get_by_role("button", name="Pause").click()
    assert not page.locator("#front").is_visible()
    seek = page.get_by_label("Place in the chapter").bounding_box()
    assert seek["width"] >= 0.4 * width
    assert page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0
    if height > 416:
        assert small(page) == []
    for name in ("Previous chapter", "15 seconds back", "30 seconds on", "Next chapter"):
        box = page.locator(".bar").get_by_role("button", name=name, exact=True).bounding_box()
        assert min(box["width"], box["height"]) >= 44
        assert box["x"] >= 0 and box["x"] + box["width"] <= width


def test_a_missing_sound_is_told_in_full(sized: Sized, crowd: Path) -> None:
    (crowd / "01 - Chapter 1.mp3").unlink()
    page = sized((crowd / "index.html").as_uri(), 390, 844)
    page.get_by_role("button", name="Play", exact=True).click()
    alert = page.get_by_role("alert")
    alert.wait_for()
    assert "01 - Chapter 1.mp3" in alert.inner_text()
    cut = "e => e.scrollWidth > e.clientWidth + 1 || e.scrollHeight > e.clientHeight + 1"
    for width, height in ((390, 844), (844, 390), (1440, 900)):
        page.set_viewport_size({"width": width, "height": height})
        assert not alert.evaluate(cut)
        assert alert.bounding_box()["y"] + alert.bounding_box()["height"] <= height


def test_it_says_where_it_would_go_on(sized: Sized, keys: Any) -> None:
    page = sized((keys.folder / "index.html").as_uri() + "#2:3", 390, 844)
    page.get_by_text("They went home").click()
    page.get_by_role("button", name="Pause").click()
    again = page.context.new_page()
    again.goto((keys.folder / "index.html").as_uri())
    button = again.get_by_role("button", name="Go on listening")
    assert "Chapter Two" in again.locator("#front-place").inner_text()
    button.click()
    again.get_by_role("button", name="Pause").click()
    assert again.evaluate("document.activeElement.id") == "play"
    box = again.locator(".on").bounding_box()
    assert 0 < box["y"] < 844


def test_words_are_found_in_all_chapters(sized: Sized, keys: Any) -> None:
    page = sized((keys.folder / "index.html").as_uri(), 1440, 900)
    page.locator(".s").first.wait_for(state="attached")
    page.keyboard.press("/")
    page.keyboard.type("LAMP")
    page.get_by_text("found 2 times").wait_for()
    assert page.locator("#finds mark").all_inner_texts() == ["lamp", "lamp"]
    page.locator("#finds button").last.click()
    page.locator(".on").wait_for()
    assert page.locator(".on").inner_text().startswith("The lamp was still on")
    assert "Chapter Two" in page.title()


def test_a_crowd_can_be_sifted_and_the_whole_book_gone_through(sized: Sized, crowd: Path) -> None:
    page = sized((crowd / "index.html").as_uri() + "#1", 390, 844)
    page.get_by_role("button", name="Contents").click()
    sift = page.get_by_role("searchbox", name="Show only those with these words")
    sift.fill("chapter 15")
    assert page.locator("#chapters li:visible").count() == 1
    page.get_by_role("tab", name="Cast").click()
    sift.fill("person 12")
    assert page.locator("#cast li:visible").count() == 1
    whole = page.get_by_label("Place in the book")
    assert whole.bounding_box()["height"] >= 44
    whole.press("End")
    page.keyboard.press("Escape")
    page.locator("#chapters li:nth-child(15) [aria-current]").wait_for(state="attached")


def test_a_bookmark_has_a_note(sized: Sized, keys: Any) -> None:
    page = sized((keys.folder / "index.html").as_uri() + "#1", 1440, 900)
    page.locator(".s").first.wait_for(state="attached")
    page.keyboard.press("b")
    page.get_by_role("tab", name="Bookmarks").click()
    page.get_by_placeholder("Note").fill("Who has it?")
    page.keyboard.press("Tab")
    page.reload()
    page.get_by_role("tab", name="Bookmarks").click()
    assert page.get_by_placeholder("Note").input_value() == "Who has it?"


def test_the_report_folds(
    sized: Sized, crowd: Path, violations: Callable[[Any], list[str]]
) -> None:
    for width, height, scheme in ((390, 844, "dark"), (1440, 900, "light")):
        page = sized((crowd / "report.html").as_uri(), width, height, color_scheme=scheme)
        assert page.evaluate("document.documentElement.scrollHeight") <= 3 * height
        assert page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0
        # "Hear it" is the first thing of a row, for eyes and ears.
        assert page.locator("tbody tr > :first-child a").count() == 60
        page.locator("summary").first.click()
        assert page.locator("tbody a:visible").count() == 60
        assert violations(page) == []
