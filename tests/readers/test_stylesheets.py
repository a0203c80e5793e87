"""What a style sheet hides is listed, and not read; whatever way the sheet comes to the page."""

from pathlib import Path

import pytest

from narrator.readers import read_book
from tests.readers.test_epub import heard, page, reasons, whole

STORY = "<p>The boat was late, and everybody on the quay knew whose fault it was.</p>"
HIDING = [
    ".x { display: none }",
    "p.x { visibility: hidden }",
    "@media screen { .x { display: none } }",
    ".x { display: block } body .x { display: none }",
    ".x { display: none !important } p.x { display: block }",
    "p:nth-of-type(2) { -epub-speak: none }",
    ".y, .x { speak: never }",
    ".later:has(:frob) { color: red } .x{display:none}",
]
SHOWING = [
    ".x { display: none } p.x { display: block }",
    "@media print { .x { display: none } }",
    "@media amzn-mobi { .x { display: none } }",
    ".x::after { display: none }",
    ".x:hover { display: none }",
    "p.x { display: none; display: inline }",
    "/* .x { display: none } */",
]


def html(path: Path, sheet: str) -> Path:
    path.write_text(
        f"<html><head><style>{sheet}</style></head><body>{STORY}"
        f'<p class="x">Only for the eye.</p>{STORY}</body></html>',
        encoding="utf-8",
    )
    return path


@pytest.mark.parametrize("sheet", HIDING)
def test_hidden(tmp_path: Path, sheet: str) -> None:
    book = read_book(html(tmp_path / "a.html", sheet))
    assert reasons(book) == {"Only for the eye.": "hidden on the page"}
    assert not book.warnings


@pytest.mark.parametrize("sheet", SHOWING)
def test_shown(tmp_path: Path, sheet: str) -> None:
    assert "Only for the eye." in heard(read_book(html(tmp_path / "a.html", sheet)))


def test_in_an_epub_by_a_sheet_beside_it(tmp_path: Path) -> None:
    link = '<link rel="stylesheet" href="style/s.css"/>'
    text = page(f'{STORY}<p class="x">Only for the eye.</p>').replace("<head>", f"<head>{link}")
    sheet = {"OEBPS/style/s.css": ".x { display: none }"}
    assert link in text
    assert reasons(read_book(whole(tmp_path, {"one": text}, **sheet))) == {
        "Only for the eye.": "hidden on the page"
    }


def test_a_sheet_that_is_not_there(tmp_path: Path) -> None:
    link = '<link rel="stylesheet" href="style/s.css"/>'
    text = page(f'{STORY}<p class="x">Said.</p>').replace("<head>", f"<head>{link}")
    assert "Said." in heard(read_book(whole(tmp_path, {"one": text})))


def test_a_note_shown_at_a_touch_is_a_note(tmp_path: Path) -> None:
    path = tmp_path / "a.html"
    path.write_text(
        f"<html><style>.footnote {{ display: none }}</style><body>{STORY}"
        '<div class="footnote">Of 1702.</div></body></html>'
    )
    assert reasons(read_book(path)) == {"Of 1702.": "note"}


def test_a_story_that_a_script_shows_is_read(tmp_path: Path) -> None:
    path = tmp_path / "a.html"
    path.write_text(
        "<html><style>.story { display: none }</style><script>show()</script>"
        f'<body><p>Wait.</p><div class="story">{STORY * 3}</div></body></html>'
    )
    assert "The boat was late" in heard(read_book(path))
