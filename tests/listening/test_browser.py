"""The player in a real browser, opened from disk, on a desk and in a hand."""

import re
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from narrator.model import Line, LineKind
from narrator.serving import book_server

pytestmark = pytest.mark.browser

NEVER = 600.0
"""Seconds after which even the busiest machine will not do it any more."""
SIZES = {"desktop": (1280, 800), "phone": (390, 844)}
Open = Callable[..., Any]


@pytest.fixture
def show(chromium: Any) -> Iterator[Open]:
    """Open a page; at the end of the test nothing may have gone wrong in it."""
    contexts, trouble, asked = [], [], []

    def open_(
        address: str | Path, size: str = "desktop", context: Any = None, **options: Any
    ) -> Any:
        if context is None:
            width, height = SIZES[size]
            view = {"width": width, "height": height}
            context = chromium.new_context(viewport=view, has_touch=size == "phone", **options)
            contexts.append(context)
        page = context.new_page()
        page.set_default_timeout(NEVER * 1000)
        page.on("pageerror", lambda error: trouble.append(str(error)))
        page.on("console", lambda said: said.type == "error" and trouble.append(said.text))
        page.on("request", lambda request: asked.append(request.url))
        page.goto(address.as_uri() if isinstance(address, Path) else address)
        page.wait_for_selector(".s", state="attached")
        return page

    yield open_
    for context in contexts:
        context.close()
    assert trouble == []
    assert not [url for url in asked if not url.startswith(("file:", "http://127.0.0.1:"))]


def until(page: Any, expression: str) -> None:
    """Wait until an expression is true. (The page's policy bars what Playwright does for this.)"""
    end = time.monotonic() + NEVER
    while not page.evaluate(expression):
        assert time.monotonic() < end, f"{expression}: never"
        page.wait_for_timeout(30)


def hold(page: Any) -> None:
    """From now on the sound stands still wherever it is, even while it "plays".

    So the sentence that is looked at is the one that is spoken, however busy the machine. The
    player does not notice: it sets the pace and reads it as ever.
    """
    page.evaluate(
        """{
          const sound = document.getElementById('sound');
          const real = Object.getOwnPropertyDescriptor(HTMLMediaElement.prototype, 'playbackRate');
          let pace = sound.playbackRate;
          const set = (to) => { pace = to; real.set.call(sound, 0); };
          Object.defineProperty(sound, 'playbackRate', { get: () => pace, set });
          set(pace);
        }"""
    )


def watch(page: Any) -> None:
    """Keep in `window.marks` every sentence that is marked, with who is said to speak it."""
    page.evaluate(
        """{
          window.marks = [];
          const look = () => {
            const on = document.querySelector('.on');
            if (!on || on === marks.at(-1)?.on) return;
            const current = on.getAttribute('aria-current');
            const who = document.getElementById('now').textContent;
            marks.push({ on, text: on.textContent, current, who });
          };
          const changes = { subtree: true, attributes: true, attributeFilter: ['class'] };
          new MutationObserver(look).observe(document.body, changes);
        }"""
    )


PLACE = "[...document.querySelectorAll('.s')].indexOf(document.querySelector('.on'))"
"""Which sentence of the chapter is marked, counted from 0."""


def seconds(page: Any) -> float:
    return float(page.evaluate("document.getElementById('sound').currentTime"))


def marked(page: Any) -> str:
    found = page.query_selector(".on")
    return str(found.inner_text()) if found else ""


@pytest.mark.parametrize("size", SIZES)
def test_it_plays_and_follows_the_text(show: Open, keys: Any, size: str) -> None:
    page = show(keys.folder / "index.html", size)
    assert page.get_by_role("heading", name="Chapter One").is_visible()
    watch(page)
    page.get_by_role("button", name="Play", exact=True).click()
    until(page, "marks.some((mark) => mark.text.startsWith('Anna Bell put'))")
    page.get_by_role("button", name="Pause").click()
    shown = page.evaluate("marks.map(({ text, who, current }) => [text, who, current])")
    assert shown[0] == ["The Two Keys", "Narrator", "true"]
    assert ["Anna Bell put the lamp on the table.", "Narrator", "true"] in shown
    # One after the other; a machine that is too busy to draw may leave one out.
    order = page.locator(".s").all_inner_texts()
    places = [order.index(text) for text, _, _ in shown]
    assert places == sorted(places)
    at = seconds(page)
    page.wait_for_timeout(300)
    assert seconds(page) == pytest.approx(at, abs=0.05)


@pytest.mark.parametrize("size", SIZES)
def test_a_click_on_a_sentence_plays_it_and_brings_it_into_sight(
    show: Open, keys: Any, size: str
) -> None:
    page = show(keys.folder / "index.html", size)
    hold(page)
    page.get_by_text("“You are late,”").click()
    until(
        page,
        "document.querySelector('.on')?.textContent === '“You are late,”'"
        " && !['', 'Narrator'].includes(document.getElementById('now').textContent)"
        " && !document.getElementById('sound').paused",
    )
    box = page.get_by_text("“You are late,”").bounding_box()
    assert 0 < box["y"] < SIZES[size][1]
    page.get_by_role("button", name="Previous sentence").click()
    until(page, "document.querySelector('.on')?.textContent.startsWith('The old man')")


def test_it_goes_on_where_it_was_left(show: Open, keys: Any) -> None:
    page = show(keys.folder / "index.html")
    page.locator("#chapters button").nth(1).click()
    page.get_by_text("They went home").click()
    until(page, "document.getElementById('sound').currentTime > 6")
    page.get_by_role("button", name="Pause").click()
    text, at = marked(page), seconds(page)
    page.select_option("#speed", "1.5")
    again = show(keys.folder / "index.html", context=page.context)
    until(again, "document.getElementById('sound').readyState > 0")
    until(again, "document.querySelector('.on')")
    assert again.get_by_role("heading", name="Chapter Two").is_visible()
    assert marked(again) == text
    assert seconds(again) == pytest.approx(at, abs=0.2)
    assert again.evaluate("document.getElementById('sound').paused")
    assert again.evaluate("document.getElementById('sound').playbackRate") == 1.5


def test_one_chapter_follows_the_other(show: Open, keys: Any) -> None:
    page = show(keys.folder / "index.html")
    until(page, "document.getElementById('sound').readyState > 0")
    page.get_by_role("button", name="Play", exact=True).click()
    page.evaluate(
        "sound => sound.currentTime = sound.duration - 0.3", page.query_selector("#sound")
    )
    page.wait_for_selector("#chapters li:nth-child(2) [aria-current]")
    until(page, "!document.getElementById('sound').paused")
    assert "Chapter Two" in page.title()


def test_the_keyboard_is_enough(show: Open, keys: Any) -> None:
    page = show(keys.folder / "index.html")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "Skip to the text"
    page.keyboard.press("Enter")
    page.keyboard.press("Space")
    until(page, "!document.getElementById('sound').paused")
    hold(page)
    for _ in range(3):
        before = page.evaluate(PLACE)
        page.keyboard.press("ArrowRight")
        until(page, f"{PLACE} === {before + 1}")
    assert page.locator(".on").inner_text() == page.locator(".s").nth(before + 1).inner_text()
    assert not page.evaluate("document.getElementById('sound').paused")
    page.keyboard.press("ArrowLeft")
    until(page, f"{PLACE} === {before}")
    page.keyboard.press("]")
    assert page.evaluate("document.getElementById('sound').playbackRate") == 1.1
    page.keyboard.press("n")
    page.wait_for_selector("#chapters li:nth-child(2) [aria-current]")
    page.keyboard.press("b")
    page.keyboard.press("Space")
    until(page, "document.getElementById('sound').paused")
    page.keyboard.press("?")
    assert page.get_by_role("dialog", name="Settings").is_visible()
    page.keyboard.press("p")  # is not for the player now
    assert "Chapter Two" in page.title()
    page.keyboard.press("Escape")
    page.get_by_role("tab", name="Chapters").focus()
    page.keyboard.press("ArrowLeft")
    assert page.get_by_role("tabpanel", name="Bookmarks").is_visible()
    assert page.locator("#marks li").count() == 1


def test_the_keyboard_can_be_given_back(show: Open, keys: Any) -> None:
    page = show(keys.folder / "index.html")
    page.get_by_role("button", name="Settings").click()
    page.get_by_label("Keyboard shortcuts").uncheck()
    page.get_by_role("button", name="Done").click()
    page.locator("#text").focus()
    page.keyboard.press("n")
    page.wait_for_timeout(200)
    assert "Chapter One" in page.title()


def test_the_next_line_of_somebody(show: Open, keys: Any) -> None:
    page = show(keys.folder / "index.html")
    page.get_by_role("tab", name="Cast").click()
    assert page.locator("#cast li").count() >= 3
    hold(page)
    tom = page.get_by_role("button", name=re.compile("Next line of Tom"))
    tom.click()
    until(page, "document.querySelector('.on')?.textContent === '“I have it,”'")
    tom.click()
    page.wait_for_selector("#chapters li:nth-child(2) [aria-current]", state="attached")
    until(page, "document.querySelector('.on')?.textContent.startsWith('“It is all')")
    assert "%" in page.locator("#cast li").first.inner_text()


def test_a_bookmark_is_kept_found_and_removed(show: Open, keys: Any) -> None:
    page = show(keys.folder / "index.html", "phone")
    hold(page)
    page.get_by_text("Nothing happened").click()
    page.get_by_role("button", name="Contents").click()
    page.get_by_role("tab", name="Bookmarks").click()
    page.get_by_role("button", name="Mark this sentence").click()
    again = show(keys.folder / "index.html", "phone", page.context)
    hold(again)
    again.get_by_role("button", name="Contents").click()
    again.get_by_role("tab", name="Bookmarks").click()
    again.locator("#marks .go").click()
    until(again, "document.querySelector('.on')?.textContent.startsWith('Nothing')")
    again.get_by_role("button", name="Contents").click()
    again.get_by_role("button", name=re.compile("Remove the bookmark")).click()
    assert again.locator("#marks li").count() == 0
    again.keyboard.press("Escape")
    assert not again.locator("#side").is_visible()


def test_it_falls_asleep(show: Open, keys: Any, chromium: Any) -> None:
    page = show(keys.folder / "index.html")
    page.get_by_role("button", name="Play", exact=True).click()
    until(page, "!document.getElementById('sound').paused")
    page.select_option("#sleep", "5")
    assert "sleeps in" in page.locator("#sleep-left").inner_text()
    page.evaluate("{ const then = Date.now() + 299_000; Date.now = () => then }")
    until(page, "document.getElementById('sound').volume < 0.5")
    page.evaluate("{ const then = Date.now() + 2_000; Date.now = () => then }")
    until(page, "document.getElementById('sound').paused")
    assert page.input_value("#sleep") == "off"


def test_it_sleeps_after_the_chapter(show: Open, keys: Any) -> None:
    page = show(keys.folder / "index.html")
    until(page, "document.getElementById('sound').readyState > 0")
    page.get_by_role("button", name="Play", exact=True).click()
    page.select_option("#sleep", "chapter")
    page.evaluate(
        "sound => sound.currentTime = sound.duration - 0.3", page.query_selector("#sound")
    )
    page.wait_for_selector("#chapters li:nth-child(2) [aria-current]")
    page.wait_for_timeout(300)
    assert page.evaluate("document.getElementById('sound').paused")


def test_the_strip_shows_who_talks_when_and_goes_there(show: Open, keys: Any) -> None:
    page = show(keys.folder / "index.html")
    lanes = page.locator(".lane")
    assert lanes.count() >= 3
    assert "Anna" in page.locator("#strip").inner_text()
    canvas = lanes.first.locator("canvas")
    box = canvas.bounding_box()
    canvas.click(position={"x": box["width"] / 2, "y": 8})
    length = float(page.evaluate("Number(document.getElementById('seek').max)"))
    until(page, "document.getElementById('sound').currentTime > 3")
    assert seconds(page) == pytest.approx(length / 2, abs=1.5)


def test_lock_screens_and_headsets_know_the_book(show: Open, keys: Any) -> None:
    page = show(keys.folder / "index.html")
    shown = page.evaluate(
        "(({title, artist, album}) => [title, artist, album])(navigator.mediaSession.metadata)"
    )
    assert shown == ["Chapter One", "Jane Author", "The Two Keys"]
    hold(page)
    # What a headset or a lock screen does is what the page was told to do for it.
    page.evaluate(
        "{ window.told = null; navigator.mediaSession.setPositionState = (s) => { told = s }; 0 }"
    )
    page.get_by_text("“You are late,”").click()
    until(page, "window.told?.position > 10")
    assert page.evaluate("navigator.mediaSession.playbackState") == "playing"


def test_the_keys_of_a_headset_do_what_they_say(show: Open, keys: Any) -> None:
    page = show(keys.folder / "index.html")
    page.add_init_script(
        "{ window.does = {}; navigator.mediaSession.setActionHandler = (n, f) => { does[n] = f }; }"
    )
    page.reload()
    page.wait_for_selector(".s", state="attached")
    until(page, "document.getElementById('sound').readyState > 0")
    hold(page)
    page.evaluate("does.play()")
    until(page, "!document.getElementById('sound').paused")
    page.evaluate("does.seekto({ seekTime: 12 })")
    assert seconds(page) == pytest.approx(12, abs=0.05)
    page.evaluate("does.seekbackward({ seekOffset: 10 })")
    assert seconds(page) == pytest.approx(2, abs=0.05)
    page.evaluate("does.seekforward({})")
    assert seconds(page) == pytest.approx(32, abs=0.05)
    page.evaluate("does.nexttrack()")
    page.wait_for_selector("#chapters li:nth-child(2) [aria-current]")
    page.evaluate("does.pause()")
    until(page, "document.getElementById('sound').paused")
    page.evaluate("does.previoustrack()")
    page.wait_for_selector("#chapters li:nth-child(1) [aria-current]")


def test_scrolling_away_is_respected(show: Open, keys: Any) -> None:
    page = show(keys.folder / "index.html", "phone")
    page.get_by_role("button", name="Play", exact=True).click()
    until(page, "document.querySelector('.on')")
    page.mouse.move(200, 400)
    page.mouse.wheel(0, 3000)
    back = page.get_by_role("button", name="Back to the voice")
    back.wait_for()
    page.wait_for_timeout(700)
    assert page.evaluate("document.querySelector('.on').getBoundingClientRect().bottom") < 0
    back.click()
    until(page, "document.querySelector('.on').getBoundingClientRect().top > 0")


def test_an_address_can_name_a_place(show: Open, keys: Any) -> None:
    page = show((keys.folder / "index.html").as_uri() + "#2:3.5")
    until(page, "document.getElementById('sound').currentTime > 3")
    assert "Chapter Two" in page.title()


def test_it_tells_how_much_is_left(show: Open, keys: Any) -> None:
    page = show(keys.folder / "index.html")
    chapters = page.evaluate("JSON.parse(document.getElementById('book').textContent).chapters")
    whole = sum(each["seconds"] for each in chapters)
    until(page, "document.getElementById('sound').readyState > 0")
    hold(page)
    page.get_by_text("“You are late,”").click()
    page.get_by_role("button", name="Pause").click()
    page.select_option("#speed", "2")
    left = page.locator("#left").inner_text()
    minutes, rest = map(int, left.split(":"))
    chapter = (chapters[0]["seconds"] - seconds(page)) / 2
    assert minutes * 60 + rest == pytest.approx(chapter, abs=1.5)
    shown = page.locator("#book-left").inner_text()
    assert shown.endswith("left at 2×")
    told = [int(n) for n in re.findall(r"\d+", shown)[:-1]]
    book = (whole - seconds(page)) / 2
    assert told[-1] == pytest.approx(book % 60, abs=1.5)


def test_words_set_apart_are_slanted_and_their_marks_are_not_seen(
    show: Open, make_edition: Callable[..., Any], write_out: Callable[..., Path]
) -> None:
    rows = (Line("Narrator", "It was *very* late. *She said so. He* laughed, 2*3*4. _No_."),)
    folder = write_out(make_edition([("One", rows)]))
    page = show(folder / "index.html")
    assert page.locator("#text p").inner_text() == (
        "It was very late. She said so. He laughed, 2*3*4. No."
    )
    slanted = page.locator("#text em").all_inner_texts()
    assert slanted == ["very", "She said so.", "He", "No"]
    subtitles = "".join(path.read_text() for path in (folder / "subtitles").iterdir())
    assert "very late" in subtitles and "*very*" not in subtitles


def test_what_was_done_is_shown_and_said(show: Open, keys: Any) -> None:
    page = show(keys.folder / "index.html", "phone")
    # What is said fades after a while: here it stays until it is looked at.
    page.evaluate("{ window.setTimeout = () => 0; 0 }")
    page.get_by_role("button", name="Bookmark", exact=True).click()
    said = page.get_by_role("status")
    assert said.inner_text() == "Bookmarked"
    until(page, "getComputedStyle(document.getElementById('said')).opacity === '1'")
    page.get_by_role("button", name="Contents").click()
    page.get_by_role("tab", name="Bookmarks").click()
    assert page.locator("#marks li").count() == 1


# 1280 by 1024 at 400 %, a phone on its side, text at twice its size.
@pytest.mark.parametrize(
    ("width", "height", "zoom"), [(320, 256, 100), (844, 390, 100), (390, 844, 200)]
)
def test_nothing_is_cut_off_where_there_is_little_room(
    show: Open, keys: Any, width: int, height: int, zoom: int
) -> None:
    page = show(keys.folder / "index.html")
    page.set_viewport_size({"width": width, "height": height})
    page.evaluate(f"document.documentElement.style.fontSize = '{zoom}%'")
    hold(page)
    page.get_by_text("“You are late,”").click()
    until(page, "document.querySelector('.on')")
    page.wait_for_timeout(200)
    wide = "document.documentElement.scrollWidth - innerWidth"
    assert page.evaluate(wide) <= 0
    bar = page.locator(".bar").bounding_box()
    assert bar["height"] < 0.45 * height
    for name in ("Previous sentence", "Pause", "Next sentence", "Contents", "Settings"):
        button = page.get_by_role("button", name=name, exact=True)
        button.scroll_into_view_if_needed()
        box = button.bounding_box()
        assert box["x"] >= 0 and box["x"] + box["width"] <= width
        assert min(box["width"], box["height"]) >= 24
    page.get_by_role("button", name="Contents").click()
    page.get_by_role("tab", name="Cast").click()
    assert page.evaluate(wide) <= 0


def test_nothing_moves_for_those_who_want_it_still(show: Open, keys: Any) -> None:
    page = show(keys.folder / "index.html", reduced_motion="reduce")
    page.evaluate("{ window.moves = []; window.scrollTo = (how) => moves.push(how.behavior); 0 }")
    hold(page)
    page.get_by_text("They went home").or_(page.get_by_text("“You are late,”")).first.click()
    page.get_by_role("button", name="Next sentence").click()
    page.keyboard.press("End")
    assert page.evaluate("moves.every((each) => each === 'instant')")
    assert (
        page.evaluate("getComputedStyle(document.querySelector('.s')).transitionDuration") == "0s"
    )


def test_the_bar_comes_in_the_order_in_which_it_is_seen(show: Open, keys: Any) -> None:
    page = show((keys.folder / "index.html").as_uri() + "#1", "phone")
    names = []
    for _ in range(40):
        page.keyboard.press("Tab")
        name = page.evaluate(
            "(e => e.getAttribute('aria-label') || e.labels?.[0]?.firstChild.textContent.trim()"
            " || e.innerText.trim() || e.textContent.trim())(document.activeElement)"
        )
        names.append(name)
        if name == "Sleep":
            break
    assert names[:4] == ["Skip to the text", "Contents", "Bookmark", "Settings"]
    leaps = ["15 seconds back", "Previous sentence", "Play", "Next sentence", "30 seconds on"]
    assert names[-9:] == ["Place in the chapter", *leaps, "Next chapter", "Speed", "Sleep"]


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_it_is_accessible(
    show: Open, keys: Any, violations: Callable[[Any], list[str]], size: str, scheme: str
) -> None:
    page = show(keys.folder / "index.html", size, color_scheme=scheme, reduced_motion="reduce")
    assert violations(page) == []
    hold(page)
    page.get_by_text("“You are late,”").click()
    until(page, "document.querySelector('.on')")
    page.get_by_role("button", name="Pause").click()
    page.evaluate("document.getElementById('who').open = true")
    page.select_option("#sleep", "5")
    assert violations(page) == []
    if size == "phone":
        page.get_by_role("button", name="Contents").click()
    for tab in ("Search", "Cast", "Bookmarks"):
        page.get_by_role("tab", name=tab).click()
        if tab == "Search":
            page.get_by_role("searchbox", name="Search in the text").fill("lamp")
            page.locator("#finds li").first.wait_for()
        if tab == "Bookmarks":
            page.get_by_role("button", name="Mark this sentence").click()
        assert violations(page) == []
    if size == "phone":
        page.keyboard.press("Escape")
    page.get_by_role("button", name="Settings").click()
    page.locator("#theme").select_option("sepia")
    assert violations(page) == []


HARM = (
    '<script>window.harm=1</script><img src=x onerror="window.harm=1"> “x” \u202e 😀 שלום &lt;b&gt;'
)


def test_a_book_that_means_harm_is_only_text(
    show: Open, make_edition: Callable[..., Any], write_out: Callable[..., Path]
) -> None:
    rows = (
        Line("Narrator", HARM, LineKind.HEADING),
        Line(f"Tom {HARM}", f"“Yes {HARM}”", LineKind.DIALOGUE),
        Line("שרה", "“שלום,” אמרה.", LineKind.DIALOGUE),
    )
    edition = make_edition([(HARM, rows)], title=HARM, author=HARM, language='en"><script>')
    page = show(write_out(edition) / "index.html")
    page.get_by_role("tab", name="Cast").click()
    page.get_by_role("button", name="Settings").click()
    page.get_by_role("button", name="Done").click()
    assert page.evaluate("window.harm") is None
    assert page.locator("img, #text script").count() == 0
    assert "<script>window.harm=1</script>" in page.locator("#text").inner_text()
    assert "<img src=x" in page.locator("#side h1").inner_text()
    assert (
        page.evaluate(
            "getComputedStyle([...document.querySelectorAll('#text p')].at(-1)).direction"
        )
        == "rtl"
    )


def test_a_chapter_of_ten_megabytes(
    show: Open, keys: Any, make_edition: Callable[..., Any], write_out: Callable[..., Path]
) -> None:
    sentence = "It was a long night, and nobody who sat at the table had anything to say. "
    text = sentence * (10_000_000 // len(sentence))
    edition = make_edition([("Long", (Line("Narrator", "Once."), Line("Narrator", text)))])
    # Its sound would be hours: the first sentence is enough here.
    short = make_edition([("Long", (Line("Narrator", "Once."),))])
    folder = _with_sound_of(edition, short, write_out)
    began = time.monotonic()
    show(keys.folder / "index.html")
    usual = time.monotonic() - began
    began = time.monotonic()
    page = show(folder / "index.html")
    assert page.get_by_text("Once.").is_visible()
    # How busy the machine is shows in what a short book takes.
    assert time.monotonic() - began < max(15, 20 * usual)
    page.evaluate("document.documentElement.scrollTop = 1e9")
    page.wait_for_timeout(100)
    assert page.evaluate("document.querySelectorAll('.part').length") > 2000


def _with_sound_of(edition: Any, short: Any, write_out: Callable[..., Path]) -> Path:
    folder = write_out(short)
    from narrator.companions.player import player_files
    from narrator.companions.sidefile import write_side_files

    list(write_side_files(player_files(edition), folder))
    return folder


def test_it_is_the_same_from_a_server(show: Open, keys: Any) -> None:
    import threading

    with book_server(keys.folder) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        try:
            page = show(f"http://127.0.0.1:{server.port}/", "phone")
            hold(page)
            page.get_by_text("“You are late,”").click()
            until(page, "document.querySelector('.on')?.textContent === '“You are late,”'")
            until(page, "document.getElementById('sound').currentTime > 10")
            # It would go on loading the sound, from a server that has gone.
            page.close()
        finally:
            server.shutdown()
            thread.join()
