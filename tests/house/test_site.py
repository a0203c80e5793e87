"""The pages are a site without dead links, and every command has a manual page."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from narrator.cli import COMMANDS


def built(folder: Path) -> int:
    """The exit code of making the site of the pages in `folder`."""
    command = [sys.executable, "-m", "properdocs", "build", "--strict"]
    return subprocess.run(command, cwd=folder, capture_output=True, check=False).returncode


@pytest.fixture
def pages(root: Path, tmp_path: Path) -> Path:
    shutil.copytree(root / "docs", tmp_path / "docs")
    shutil.copy(root / "properdocs.yml", tmp_path)
    return tmp_path


def test_the_site_has_no_dead_links(root: Path, pages: Path) -> None:
    assert built(pages) == 0
    made = {page.stem for page in (pages / "build" / "site").glob("*.html")}
    assert {page.stem for page in (root / "docs").glob("*.md")} <= made


@pytest.mark.parametrize("dead", ["[x](nowhere.md)", "[x](books.md#nowhere)"])
def test_a_dead_link_is_found(root: Path, pages: Path, dead: str) -> None:
    with (pages / "docs" / "index.md").open("a", encoding="utf-8") as page:
        page.write(f"\n{dead}\n")
    assert built(pages) != 0


def test_every_command_has_a_manual_page(root: Path, tmp_path: Path) -> None:
    command = [sys.executable, "-W", "ignore", root / ".ci" / "man.py", tmp_path]
    subprocess.run(command, check=True, env={**os.environ, "PYTHONPATH": str(root)})
    written = {path.name for path in tmp_path.iterdir()}
    assert {"narrator.1", *(f"narrator-{name}.1" for name in COMMANDS)} <= written
    page = (tmp_path / "narrator-make.1").read_text(encoding="utf-8")
    assert "narrator" in page and "SOURCE" in page
