"""The player with a book of 100,000 words: how soon, how smoothly, how heavy.

    python benchmarks/player.py

Needs Chromium (Debian's package) and Playwright. The words are made up, the sound is silence: what
is measured is the page. Prints one line a figure, with what it may be at most.
"""

import random
import shutil
import sys
import tempfile
from pathlib import Path

from playwright.sync_api import sync_playwright

from narrator.companions import Edition
from narrator.companions.player import player_files
from narrator.companions.sidefile import write_side_files
from narrator.mixing import TakeInMix, convert, mix
from narrator.mixing.ffmpeg import file
from narrator.model import (
    BookInfo,
    Cast,
    Character,
    Clip,
    Line,
    LineKind,
    Pauses,
    Role,
    Script,
    ScriptChapter,
    Span,
)
from narrator.publish import BookAudio, find_format
from narrator.text import split_sentences

WORDS = 100_000
RATE = 22050
SPEAKERS = ["Narrator", *(f"Person {n}" for n in range(1, 24))]
SYLLABLES = (
    "ba",
    "den",
    "ful",
    "gor",
    "hin",
    "ja",
    "kel",
    "mer",
    "na",
    "quo",
    "sem",
    "tor",
    "wa",
    "zim",
)
"""Two of these make a word: with a space, about six characters, as in English."""
WATCH = """
window.watched = {tasks: [], first: 0};
new PerformanceObserver((list) => {
  for (const task of list.getEntries()) watched.tasks.push([task.startTime, task.duration]);
}).observe({type: "longtask", buffered: true});
new MutationObserver((_, self) => {
  if (document.querySelector("#text .s")) {
    self.disconnect();
    requestAnimationFrame(() => setTimeout(() => { watched.first = performance.now(); }));
  }
}).observe(document, {childList: true, subtree: true});
"""


def chapter(number: int, words: int, chance: random.Random) -> ScriptChapter:
    rows = [Line("Narrator", f"Chapter {number}", LineKind.HEADING)]
    while words > 0:
        for opens in (True, chance.random() < 0.4):
            speaker = chance.choice(SPEAKERS) if chance.random() < 0.45 else "Narrator"
            text = " ".join(sentence(chance) for _ in range(chance.choice((1, 1, 2, 3, 5))))
            spoken = speaker != "Narrator"
            kind = LineKind.DIALOGUE if spoken else LineKind.NARRATION
            rows.append(Line(speaker, f"“{text}”" if spoken else text, kind, opens))
            words -= len(text.split())
    return ScriptChapter(f"Chapter {number}", tuple(rows))


def sentence(chance: random.Random) -> str:
    count = chance.randint(4, 22)
    words = ["".join(chance.choices(SYLLABLES, k=2)) for _ in range(count)]
    return " ".join(words).capitalize() + "."


def take(line: Line) -> TakeInMix:
    """Silence as long as speech is; never read."""
    spans = tuple(Span(*span) for span in split_sentences(line.text))
    frames = tuple(int((end - start) / 15 * RATE) for start, end in spans)
    return TakeInMix(Clip("silence", Path("none.wav"), RATE, frames), 0.0, spans)


def edition(folder: Path, chapters: int) -> Edition:
    chance = random.Random(1)  # noqa: S311 (nothing is secret here)
    script = Script(
        BookInfo("A Long Book", "Nobody"),
        tuple(chapter(n, WORDS // chapters, chance) for n in range(1, chapters + 1)),
    )
    mixed = tuple(
        mix(each, {n: take(line) for n, line in enumerate(each.lines)}, Pauses(), RATE)
        for each in script.chapters
    )
    roles = tuple(Role(Character(name), "voice") for name in SPEAKERS)
    return Edition(
        BookAudio(script.info, mixed), script, Cast("silent", roles), find_format("mp3"), folder
    )


def build(folder: Path, chapters: int) -> Edition:
    """The book's page in `folder`, with silence for sound."""
    book = edition(folder, chapters)
    folder.mkdir()
    list(write_side_files(player_files(book), folder))
    longest = max(each.audio.seconds for each in book.audio.chapters)
    silence = folder / book.sounds[0]
    source = ("-f", "lavfi", "-i", "anullsrc=r=16000:cl=mono", "-t", str(min(longest, 1800)))
    convert((*source, "-c:a", "libmp3lame", "-b:a", "16k", "-f", "mp3", file(silence)), b"")
    for name in book.sounds[1:]:
        shutil.copy(silence, folder / name)
    return book


def weight(book: Edition, folder: Path) -> float:
    """How many times as heavy as its text the text with its cues is."""
    text = "\n".join(line.text for each in book.script.chapters for line in each.lines)
    files = sum(path.stat().st_size for path in (folder / "player").iterdir())
    return files / len(text.encode())


def watch(folder: Path) -> tuple[float, float, float]:
    """Seconds to the first text; the longest task while opening and while following, in ms."""
    program = next(filter(None, map(shutil.which, ("chromium", "google-chrome"))), None)
    arguments = ["--no-sandbox", "--autoplay-policy=no-user-gesture-required"]
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=arguments)
        page = browser.new_page(viewport={"width": 1280, "height": 800})
        page.add_init_script(WATCH)
        page.goto((folder / "index.html").as_uri())
        page.wait_for_selector(".s")
        page.wait_for_timeout(3000)
        opening = page.evaluate("Math.max(0, ...watched.tasks.map((task) => task[1]))")
        first = page.evaluate("watched.first")
        page.evaluate("watched.tasks.length = 0")
        page.click("#begin")
        page.select_option("#speed", "3")
        for step in range(12):
            # Half by itself, half scrolled and jumped about by a hurried reader.
            page.wait_for_timeout(700)
            if step % 2:
                page.mouse.wheel(0, 5000)
                page.keyboard.press("ArrowRight")
        following = page.evaluate("Math.max(0, ...watched.tasks.map((task) => task[1]))")
        browser.close()
    return first / 1000, opening, following


def main() -> int:
    failed = False
    for chapters in (30, 1):
        with tempfile.TemporaryDirectory() as scratch:
            folder = Path(scratch) / "book"
            book = build(folder, chapters)
            first, opening, following = watch(folder)
            rows = (
                ("first text, seconds", first, 1.0),
                ("longest task while opening, ms", opening, 200.0),
                ("longest task while following, ms", following, 100.0),
                ("text and cues to text", weight(book, folder), 2.0),
                ("the page itself, kB", (folder / "index.html").stat().st_size / 1000, 100.0),
            )
            print(f"{WORDS:,} words in {chapters} chapters, {book.seconds / 3600:.1f} hours")
            for name, value, most in rows:
                failed |= value > most
                print(f"  {name:34} {value:8.2f}   at most {most:g}")
    return int(failed)


if __name__ == "__main__":
    sys.exit(main())
