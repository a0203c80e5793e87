"""The pages' own files: they fit together, and nothing of a book can become markup."""

import re
from html.parser import HTMLParser
from pathlib import Path

import pytest

from narrator.pages import SHARED, joined

ROOMS = ("pages", "companions", "companions/player", "serving")
FRONTS = {"review.html": "review.js", "books.html": "books.js"}
IMPORTED = re.compile(r'^import (?:[^;]+ from )?"\./([\w-]+\.js)";$', re.MULTILINE)
NAMED = re.compile(r'\$\("([\w-]+)"\)')


@pytest.fixture
def assets(root: Path) -> dict[str, str]:
    """The text of every file that pages are made of, by its name."""
    folders = [root / "narrator" / room / "assets" for room in ROOMS]
    files = [path for folder in folders for path in folder.iterdir()]
    return {f"{path.parents[1].name}/{path.name}": path.read_text("utf-8") for path in files}


class Page(HTMLParser):
    """The ids of a page, and what a strict policy would bar."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.ids: list[str] = []
        self.barred: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = dict(attrs)
        self.ids += [found["id"] or ""] if "id" in found else []
        inline = tag == "style" or (tag == "script" and "src" not in found)
        if inline or any(name == "style" or name.startswith("on") for name in found):
            self.barred.append(tag)


def served(assets: dict[str, str], name: str) -> str:
    """What a browser gets for `/assets/NAME`."""
    (found,) = (
        assets[f"{room}/{name}"] for room in ("serving", "pages") if f"{room}/{name}" in assets
    )
    return found


def reached(assets: dict[str, str], name: str) -> set[str]:
    """A module and all that it imports."""
    found, waiting = set(), [name]
    while waiting:
        module = waiting.pop()
        if module not in found:
            found.add(module)
            waiting += IMPORTED.findall(served(assets, module))
    return found


@pytest.mark.parametrize("page", FRONTS)
def test_modules_find_each_other_and_what_they_name(assets: dict[str, str], page: str) -> None:
    html = served(assets, page)
    seen = Page(html)
    assert seen.barred == []
    assert len(seen.ids) == len(set(seen.ids))
    modules = reached(assets, FRONTS[page])
    named = {name for module in modules for name in NAMED.findall(served(assets, module))}
    assert named and sorted(named - set(seen.ids)) == []
    for address in re.findall(r'"/assets/([\w.-]+)"', html):
        assert served(assets, address)


def test_every_module_that_is_served_is_used(assets: dict[str, str]) -> None:
    used = {module for start in FRONTS.values() for module in reached(assets, start)}
    assert {f"serving/{name}" for name in used} >= {
        name for name in assets if name.startswith("serving/") and name.endswith(".js")
    }


def test_text_only_becomes_text(assets: dict[str, str]) -> None:
    ways = re.compile(r"innerHTML|outerHTML|insertAdjacentHTML|document\.write|\beval\(|DOMParser")
    assert [name for name, text in assets.items() if ways.search(text)] == []


def test_joined_modules_are_one_program() -> None:
    program = joined(["import { $ } from './elements.js';\nexport async function go() {}\n"])
    assert not re.search(r"^(import|export)\b", program, re.MULTILINE)
    assert "async function go()" in program
    assert all(f"function {name}(" in program for name in ("make", "clock", "paintVoices", "sift"))
    assert len(SHARED) == 4
