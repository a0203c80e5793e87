"""The review page with a book of 100,000 words and 9,000 lines: how soon, how smoothly, how heavy.

    python -m benchmarks.review

Needs Chromium (Debian's package) and Playwright. The words are made up; the server, its files and
the browser are real. Prints one line a figure, with what it may be at most.
"""

import random
import shutil
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import psutil
from playwright.sync_api import sync_playwright

CHAPTERS, PARAGRAPHS, WORDS = 30, 150, 100_000
PEOPLE = ("Anna", "Robert", "Clara", "Daniel", "Edith", "Frank", "Grace", "Henry")
VERBS = ("said", "asked", "answered", "called")
SYLLABLES = ("ba", "den", "ful", "gor", "hin", "kel", "mer", "na", "sem", "tor", "wa", "zim")
NARRATOR = (sys.executable, "-m", "narrator")
WATCH = """
window.watched = {tasks: [], first: 0, keys: []};
new PerformanceObserver((list) => {
  for (const task of list.getEntries()) watched.tasks.push(task.duration);
}).observe({type: "longtask", buffered: true});
new MutationObserver((_, self) => {
  if (document.querySelector("#text .row")) {
    self.disconnect();
    requestAnimationFrame(() => setTimeout(() => { watched.first = performance.now(); }));
  }
}).observe(document, {childList: true, subtree: true});
addEventListener("keydown", () => {
  const began = performance.now();
  requestAnimationFrame(() => setTimeout(() => watched.keys.push(performance.now() - began)));
}, true);
"""
ANSWERED = "[...document.querySelectorAll('.row.current')].some(e => !e.querySelector('.sure'))"
ANOTHER = """document.querySelector('#scene button[aria-pressed=false]')
  ?.getAttribute('aria-keyshortcuts') ?? 'Enter'"""
DOUBTFUL = "document.querySelector('.row.current .sure') !== null"
PATIENCE = 30_000
"""Milliseconds after which it counts as never."""


def sentence(chance: random.Random, words: int) -> str:
    made = ("".join(chance.choices(SYLLABLES, k=2)) for _ in range(words))
    return " ".join(made).capitalize()


def story() -> str:
    """Chapters of talk between a few people, half of it without a tag."""
    chance = random.Random(1)  # noqa: S311 (nothing is secret here)
    words = WORDS // (CHAPTERS * PARAGRAPHS)
    parts = []
    for chapter in range(1, CHAPTERS + 1):
        parts.append(f"Chapter {chapter}")
        for _ in range(PARAGRAPHS):
            spoken = f"“{sentence(chance, words // 2)},”"
            told = f"{sentence(chance, words - words // 2)}."
            tag = f" {chance.choice(VERBS)} {chance.choice(PEOPLE)}. {told}"
            parts.append(spoken + tag if chance.random() < 0.5 else f"{spoken[:-2]}.” {told}")
    return "\n\n".join(parts)


@contextmanager
def server(folder: Path) -> Iterator[tuple[str, int]]:
    """The address of the book's page, and the number of the server's process."""
    command = [*NARRATOR, "review", "long", "--no-browser"]
    with subprocess.Popen(command, cwd=folder, stdout=subprocess.PIPE, text=True) as process:
        try:
            yield next(iter(process.stdout or ())).split()[-1], process.pid
        finally:
            process.terminate()


def wait(page: Any, expression: str) -> float:
    """Milliseconds until an expression is true, by the page's clock."""
    began = page.evaluate("performance.now()")
    while not page.evaluate(expression):
        if page.evaluate("performance.now()") - began > PATIENCE:
            sys.exit(f"{expression}: never")
        page.wait_for_timeout(10)
    return float(page.evaluate("performance.now()") - began)


def watch(address: str) -> dict[str, float]:
    """Open the page, go through it, correct lines."""
    program = next(filter(None, map(shutil.which, ("chromium", "google-chrome"))), None)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=["--no-sandbox"])
        page = browser.new_page(viewport={"width": 1280, "height": 800})
        page.add_init_script(WATCH)
        page.goto(address)
        wait(page, "document.readyState === 'complete'")
        # Once more: what is asked first is how soon a page comes whose server is awake.
        page.goto(address)
        wait(page, "watched.first > 0")
        first = page.evaluate("watched.first")
        page.wait_for_timeout(3000)
        page.evaluate("watched.keys.length = 0; watched.tasks.length = 0")
        answers = []
        for _ in range(10):
            page.keyboard.press("j")
            wait(page, DOUBTFUL)
            page.wait_for_timeout(600)
            page.keyboard.press(page.evaluate(ANOTHER))
            answers.append(wait(page, ANSWERED))
            page.wait_for_timeout(900)
            page.mouse.wheel(0, 6000)
            page.keyboard.press("ArrowDown")
        found = page.evaluate("watched")
        browser.close()
    return {
        "first": first / 1000,
        "key": max(found["keys"]),
        "answer": statistics.median(answers) / 1000,
        "task": max(found["tasks"], default=0.0),
    }


def main() -> int:
    with tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch)
        (folder / "long.txt").write_text(story(), encoding="utf-8")
        for command in (("parse", "long.txt"), ("cast", "long")):
            subprocess.run([*NARRATOR, *command], cwd=folder, check=True, capture_output=True)
        scripts = (folder / "script" / "long").glob("*.txt")
        lines = sum(": " in row for path in scripts for row in path.read_text("utf-8").splitlines())
        with server(folder) as (address, process):
            found = watch(address)
            memory = psutil.Process(process).memory_info().rss / 1e6
    rows = (
        ("first text, seconds", found["first"], 1.0),
        ("slowest answer to a key, ms", found["key"], 100.0),
        ("a correction on the page, seconds", found["answer"], 0.5),
        ("longest task, ms", found["task"], 100.0),
        ("memory of the server, MB", memory, 150.0),
    )
    print(f"{WORDS:,} words, {lines:,} lines in {CHAPTERS} chapters")
    for name, value, most in rows:
        print(f"  {name:34} {value:8.2f}   at most {most:g}")
    return int(any(value > most for _, value, most in rows))


if __name__ == "__main__":
    sys.exit(main())
