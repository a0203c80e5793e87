"""Nobody is told to install what is called `narrator` on the index: it is somebody else's."""

import re
import tomllib
from pathlib import Path

_STRANGER = re.compile(
    r"(?:pip|pipx|uv)(?: pip| tool)? install [^\n`]*?(?<![\w./-])narrator(?![\w/-])"
)


def test_the_distribution_has_a_name_of_its_own(root: Path) -> None:
    project = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert project["name"] == "narrator-audiobook"
    assert project["scripts"]["narrator"] == "narrator.cli:main"


def test_nobody_is_told_to_install_the_stranger(root: Path) -> None:
    assert _STRANGER.search("pip install 'narrator[pdf]'") and _STRANGER.search(
        "pipx install narrator"
    )
    assert not _STRANGER.search('pip install "narrator-audiobook[pdf]"')
    pages = [*root.glob("*.md"), *root.glob("docs/*.md"), *root.glob("narrator/**/*.py")]
    told = {page.name: _STRANGER.findall(page.read_text(encoding="utf-8")) for page in pages}
    assert len(told) > 100
    assert {name: found for name, found in told.items() if found} == {}
