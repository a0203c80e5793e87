"""The pictures of the README, from a real run.

    python docs/pictures/make.py

Makes the shipped story in a folder of its own, opens it in the player and under review, and takes a picture of each.
Needs Chromium (Debian's package) and Playwright.
"""  # noqa: E501

import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from playwright.sync_api import sync_playwright

HERE = Path(__file__).resolve().parent
STORY = HERE.parent.parent / "examples" / "the-night-ferry.txt"
NARRATOR = (sys.executable, "-m", "narrator")
BOOK = "the-night-ferry"
SIZE = {"width": 1120, "height": 700}
MOST = 200_000
"""Bytes of a picture."""


@contextmanager
def reviewed(folder: Path) -> Iterator[str]:
    """The address at which the book in `folder` is reviewed."""
    command = [*NARRATOR, "review", BOOK, "--no-browser"]
    with subprocess.Popen(command, cwd=folder, stdout=subprocess.PIPE, text=True) as server:
        try:
            yield next(iter(server.stdout or ())).split()[-1]
        finally:
            server.terminate()


def picture(page: Any, name: str) -> None:
    """Keep what is seen of `page`."""
    path = HERE / name
    page.screenshot(path=path)
    if path.stat().st_size > MOST:
        sys.exit(f"{path}: {path.stat().st_size:,} bytes are more than {MOST:,}")


def player(page: Any, folder: Path) -> None:
    """A sentence is being spoken."""
    page.goto((folder / "audio_out" / BOOK / "index.html").as_uri() + "#1:30")
    page.get_by_role("button", name="Play", exact=True).click()
    page.mouse.move(600, 300)
    page.wait_for_timeout(1500)
    picture(page, "player.png")


def review(page: Any, address: str) -> None:
    """A correction, and what followed from it."""
    page.goto(address)
    page.locator(".row.current").wait_for()
    page.keyboard.press("j")
    page.wait_for_timeout(500)
    page.keyboard.press("2")
    page.wait_for_timeout(2500)
    picture(page, "review.png")


def main() -> None:
    """Make both."""
    program = next(filter(None, map(shutil.which, ("chromium", "google-chrome"))), None)
    arguments = ["--no-sandbox", "--autoplay-policy=no-user-gesture-required"]
    with tempfile.TemporaryDirectory() as scratch, sync_playwright() as playwright:
        folder = Path(scratch)
        shutil.copy(STORY, folder)
        subprocess.run([*NARRATOR, "make", STORY.name], cwd=folder, check=True)
        browser = playwright.chromium.launch(executable_path=program, args=arguments)
        page = browser.new_page(viewport=SIZE, reduced_motion="reduce", color_scheme="light")
        player(page, folder)
        with reviewed(folder) as address:
            review(page, address)
        browser.close()


if __name__ == "__main__":
    main()
