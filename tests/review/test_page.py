"""A person's whole session in a real browser: a story dropped, made, mended, made anew, heard."""

import json
import re
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import av
import pytest

pytestmark = pytest.mark.browser

NEVER = 90_000
"""Milliseconds after which even the busiest machine will not do it any more."""
STORY = """\
The Harbour Room

by Ann Writer

Chapter One

Three people were waiting in the harbour room: Clara Vance, her brother Daniel, and the pilot, \
Owen Marsh. Siobhan had gone out to look at the sky.

“It will not hold,” said Clara.

“It held last year,” said Daniel.

“Last year was not like this.”

“You say that each winter.”

“And each winter I am right.”

Owen Marsh laughed and put down his cup.

“She has you there.”

“Nobody asked you.”

“Somebody should have.”

Clara went to the window. The boats were tied up two and two, and the water came over the wall.

“There is a light on the wall.”

“Where?”

“Behind the crane. Somebody walks there with a lamp.”

“That must be Siobhan.”

“Siobhan has no lamp.”

Daniel took his coat from the hook, and Owen stood up as well.

“I shall go.”

“You will stay here. I know the wall.”

“Then we go together.”

“Be careful,” said Clara.

Chapter Two

The wall was wet and black. Daniel went first, and Owen came behind him with the rope.

“Can you see her?” asked Daniel.

“Not yet.”

“There!”

“That is only the buoy.”

They went home in the rain, all three of them, and nobody said another word.
"""
SAID = {
    "Clara Vance": (
        *("It will not hold", "Last year was not", "And each winter", "There is a light"),
        *("Behind the crane", "Siobhan has no lamp", "Be careful"),
    ),
    "Daniel": (
        *("It held last year", "You say that", "Nobody asked", "Where?", "That must be Siobhan"),
        *("I shall go", "Then we go", "Can you see", "There!"),
    ),
    "Owen Marsh": (
        *("She has you", "Somebody should", "You will stay", "Not yet", "That is only the buoy"),
    ),
}
"""Who says what, as whoever wrote the story means it."""


SMALL = """[...document.querySelectorAll('button, select, summary, [role=tab]')]
  .filter((each) => each.checkVisibility())
  .map((each) => [each.outerHTML.slice(0, 90), each.getBoundingClientRect()])
  .filter(([, box]) => box.width && (box.height < 43.5 || box.width < 43.5))
  .map(([html]) => html)"""
"""What a finger is meant to hit and could miss."""


def meant(text: str) -> str:
    """Who says a line with `text`."""
    (name,) = (
        name
        for name, begins in SAID.items()
        for begin in begins
        if text.strip("“”").startswith(begin)
    )
    return name


def written(workspace: Path) -> dict[str, str]:
    """Who says each line of dialogue, by the script on the disk."""
    lines = [
        line
        for path in sorted((workspace / "script" / "harbour").glob("*.txt"))
        for line in path.read_text("utf-8").splitlines()
    ]
    found = (re.match(r"([^:\[]+?)(?: \[[^\]]*\])?: (“.*)", line) for line in lines)
    return {each[2]: each[1] for each in found if each}


@pytest.fixture
def served(tmp_path: Path) -> Iterator[tuple[Path, str]]:
    """A workspace without a book, and the address at which it is reviewed."""
    command = [sys.executable, "-m", "narrator", "review", "--no-browser"]
    with subprocess.Popen(command, cwd=tmp_path, stdout=subprocess.PIPE, text=True) as server:
        try:
            yield tmp_path, next(iter(server.stdout or ())).split()[-1]
        finally:
            server.terminate()


@pytest.fixture
def page(chromium: Any, served: tuple[Path, str]) -> Iterator[Any]:
    """The page on a desk; at the end nothing may have gone wrong in it."""
    context = chromium.new_context(viewport={"width": 1280, "height": 900})
    page, trouble = context.new_page(), []
    page.set_default_timeout(NEVER)
    page.on("pageerror", lambda error: trouble.append(str(error)))
    page.on("console", lambda said: said.type == "error" and trouble.append(said.text))
    page.goto(served[1])
    yield page
    context.close()
    assert trouble == []


def until(page: Any, expression: str) -> None:
    """Wait until an expression is true. (The page's policy bars what Playwright does for this.)"""
    end = time.monotonic() + NEVER / 1000
    while not page.evaluate(expression):
        assert time.monotonic() < end, f"{expression}: never, but\n{page.inner_text('body')}"
        page.wait_for_timeout(30)


def drop(page: Any, name: str, text: str) -> None:
    """Drop a file onto the page."""
    page.evaluate(
        """([name, text]) => {
          const files = new DataTransfer();
          files.items.add(new File([text], name, { type: 'text/plain' }));
          dispatchEvent(new DragEvent('drop', { dataTransfer: files, cancelable: true }));
        }""",
        [name, text],
    )


def current(page: Any) -> tuple[str, str]:
    """The line the page is at: who speaks it there, and its text."""
    row = page.locator(".row.current")
    name = row.locator("bdi.who").evaluate("e => e.firstChild.textContent")
    return name, row.evaluate("e => e.lastChild.textContent")


def mend(page: Any) -> tuple[int, int]:
    """Answer all doubts by keys: how many lines were wrong, and how many keys those took."""
    wrong = keys = 0
    while page.evaluate("!/^0 /.test(document.getElementById('doubts-left').textContent)"):
        page.keyboard.press("j")
        page.wait_for_timeout(100)
        name, text = current(page)
        if name == meant(text):
            page.keyboard.press("Enter")
        else:
            person = page.locator("#scene button", has_text=meant(text))
            page.keyboard.press(person.get_attribute("aria-keyshortcuts"))
            wrong, keys = wrong + 1, keys + 2
        row = page.locator(".row.current .sure")
        row.wait_for(state="detached")
        # What follows comes a moment later, and is read before the next answer.
        page.wait_for_timeout(700)
    return wrong, keys


def test_a_book_is_made_mended_and_made_anew(
    page: Any, served: tuple[Path, str], violations: Callable[[Any], list[str]]
) -> None:
    workspace, _ = served
    drop(page, "harbour.txt", STORY)
    page.get_by_role("heading", name="The Harbour Room").wait_for()
    assert "Clara Vance" in page.locator("#plan-facts").inner_text()
    page.keyboard.press("Enter")
    page.get_by_text("The book is made.").wait_for()
    before = written(workspace)
    errors = [text for text, name in before.items() if name != meant(text)]
    assert len(errors) >= 5
    page.get_by_role("link", name="Review it").click()
    page.locator(".row.current").wait_for()
    until(page, "/^[1-9]/.test(document.getElementById('doubts-left').textContent)")

    wrong, keys = mend(page)
    # A parser that knows this story needs a harder one here.
    assert wrong >= 5 and keys <= 2 * wrong
    assert {text: meant(text) for text in before} == written(workspace)

    voice = change_voice(page, "Owen Marsh")
    teach(page, "Siobhan", "shiv-awn")
    record_anew(page)
    undo_and_redo(page, workspace)
    half_a_name(page)
    out_of_range(page)
    page.get_by_text("not recorded as").wait_for()
    page.keyboard.press("m")
    page.get_by_text("Everything is recorded as it stands").wait_for()

    cast = (workspace / "voices" / "harbour.toml").read_text("utf-8")
    assert voice in cast and "shiv-awn" in cast
    scripts = "".join(path.read_text("utf-8") for path in workspace.glob("script/harbour/*.txt"))
    assert re.search(r"\[[^\]]*record[^\]]*\]: “Behind the crane", scripts)
    heard(workspace)
    looked_at(page, violations)


def change_voice(page: Any, person: str) -> str:
    """Give somebody the second voice that is offered, after hearing it against the first."""
    page.get_by_role("tab", name="Cast").click()
    page.get_by_role("button", name=f"Other voices: {person}").click()
    rows = page.locator("#voices-list li")
    rows.nth(1).get_by_role("button", name="Hear").click()
    until(page, "!document.getElementById('sound').paused")
    voice = str(rows.nth(1).locator("strong").inner_text())
    rows.nth(1).get_by_role("button", name="Take").click()
    page.locator(".person-card", has_text=person).get_by_text(voice).wait_for()
    return voice


def teach(page: Any, word: str, said: str) -> None:
    page.get_by_role("tab", name="Words").click()
    page.get_by_label("Word", exact=True).fill(word)
    page.get_by_label("Said as").fill(said)
    page.keyboard.press("Enter")
    page.locator("#sayings li", has_text=word).wait_for()


def record_anew(page: Any) -> None:
    """Another take of a line, slower, is kept, though something else changes meanwhile."""
    page.get_by_role("tab", name="Text").click()
    page.locator(".row", has_text="Behind the crane").locator(".who").click()
    page.get_by_text("Direct this line").click()
    page.get_by_label("Pace").last.fill("0.8")
    page.get_by_role("button", name="Hear the new take").click()
    page.get_by_role("button", name="Keep it").wait_for()
    other = page.locator(".row", has_text="It held last year")
    page.evaluate(
        """(line) => fetch('/api/books/harbour/actions', {
          method: 'POST',
          headers: { 'Content-Type': 'application/json' },
          body: JSON.stringify({ do: 'deliver', lines: [line], delivery: 'shouted' }),
        })""",
        int(str(other.get_attribute("id")).removeprefix("row-")),
    )
    other.locator(".how", has_text="shouted").wait_for()
    page.get_by_role("button", name="Keep it").click()
    page.locator(".row.current", has_text="◉").wait_for()


def undo_and_redo(page: Any, workspace: Path) -> None:
    """The recording is taken back by a key, and done again by another."""
    page.locator(".row.current").focus()
    page.keyboard.press("u")
    page.locator(".row.current", has_text="◉").wait_for(state="detached")
    page.keyboard.press("y")
    page.locator(".row.current", has_text="◉").wait_for()
    page.locator(".row", has_text="I shall go").locator(".who").click()
    other = page.locator("#scene button[aria-pressed=false]").first
    page.keyboard.press(other.get_attribute("aria-keyshortcuts"))
    page.locator(".row.current bdi.who", has_text="Daniel").wait_for(state="detached")
    page.keyboard.press("u")
    page.locator(".row.current bdi.who", has_text="Daniel").wait_for()
    end = time.monotonic() + NEVER / 1000
    while any(name != meant(text) for text, name in written(workspace).items()):
        assert time.monotonic() < end
        page.wait_for_timeout(50)


def half_a_name(page: Any) -> None:
    """Part of a name is asked about before anybody new is made of it."""
    page.locator(".row", has_text="I shall go").locator(".who").click()
    page.keyboard.press("n")
    page.keyboard.type("Marsh")
    page.keyboard.press("Enter")
    page.get_by_text("Is this Owen Marsh?").wait_for()
    page.keyboard.press("Enter")
    page.locator(".row.current bdi.who", has_text="Owen Marsh").wait_for()
    page.keyboard.press("u")
    page.locator(".row.current bdi.who", has_text="Daniel").wait_for()


def out_of_range(page: Any) -> None:
    """A figure that no voice can have is told, and the field has what it had."""
    page.get_by_role("tab", name="Cast").click()
    card = page.locator(".person-card", has_text="Owen Marsh")
    card.get_by_text("Change").click()
    field = card.get_by_label("Pitch")
    before = field.input_value()
    field.fill("99")
    field.press("Tab")
    page.get_by_text("Pitch is a number from -12 to 12").wait_for()
    assert field.input_value() == before
    page.get_by_role("tab", name="Text").click()


def heard(workspace: Path) -> None:
    """The finished book has both chapters, and its player names those who were meant."""
    folder = workspace / "audio_out" / "harbour"
    (book,) = folder.glob("*.m4b")
    with av.open(str(book)) as file:
        assert len(file.chapters()) == 2
        assert file.duration / av.time_base > 40
    page = (folder / "index.html").read_text("utf-8")
    data = re.search(r'id="book">(.*?)</script>', page)
    assert data
    cast = [person["name"] for person in json.loads(data[1])["cast"]]
    spoken = set()
    for chapter in (folder / "player").iterdir():
        text = chapter.read_text("utf-8")
        for row in json.loads(text[text.index(",") + 1 : text.rindex(")")]):
            speaker = 0
            for piece in row[1:]:
                # A speaker stands before their text; times, which stand behind it, are longer.
                if isinstance(piece, int) and piece < len(cast):
                    speaker = piece
                elif isinstance(piece, str) and piece.startswith("“"):
                    spoken.add((cast[speaker], meant(piece.strip())))
    assert len(spoken) == 3
    assert all(name == wanted for name, wanted in spoken)


def looked_at(page: Any, violations: Callable[[Any], list[str]]) -> None:
    """All views, on screens of several sizes, light and dark: whole, to be hit, accessible."""
    for width, height, scheme in ((390, 844, "dark"), (844, 390, "light"), (1440, 900, "dark")):
        page.set_viewport_size({"width": width, "height": height})
        page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
        for view in ("Cast", "Words", "Done", "Text"):
            page.get_by_role("tab", name=view).click()
            page.wait_for_timeout(100)
            assert page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0
            assert page.evaluate(SMALL) == []
            assert violations(page) == []
    page.get_by_role("link", name="All books").click()
    page.get_by_role("link", name="Review The Harbour Room").wait_for()
    assert violations(page) == []
