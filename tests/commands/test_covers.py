"""What a book is shown with: a picture of its own, one that is given, or one that is drawn."""

import json
from pathlib import Path
from typing import Any

import mutagen
import pytest

SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><rect width="9" height="9"/></svg>'


def pictures(folder: Path) -> list[bytes]:
    (mp3,) = folder.glob("*.mp3")
    (m4b,) = folder.glob("*.m4b")
    tags = mutagen.File(mp3).tags
    return [tags.getall("APIC")[0].data, bytes(mutagen.File(m4b)["covr"][0])]


def test_a_book_without_a_cover_gets_one_everywhere(narrator: Any, story: Path) -> None:
    usual = ("make", story.name, "--engine", "silent", "--library", "shelf", "--author", "Ann Lee")
    assert narrator(*usual, "--feed", "https://example.org/").returncode == 0
    folder = story.parent / "audio_out" / "keys"
    drawn, other = pictures(folder)
    assert drawn == other and drawn.startswith(b"\x89PNG")
    assert (story.parent / "shelf" / "Ann Lee" / "The Two Keys" / "cover.png").read_bytes() == drawn
    assert "cover.png" in (folder / "feed.xml").read_text(encoding="utf-8")
    assert (folder / "cover.png").read_bytes() == drawn or "image/png;base64" in (
        folder / "index.html"
    ).read_text(encoding="utf-8")
    assert not any(
        file["written"] for file in json.loads(narrator(*usual, "--json").stdout)["files"]
    )
    narrator(*usual, "--title", "The Third Key")
    assert pictures(folder)[0] != drawn
    assert len(list((story.parent / "audio_out" / ".covers" / "keys").iterdir())) == 1


def test_a_cover_in_svg_is_rendered(narrator: Any, story: Path) -> None:
    pytest.importorskip("resvg_py")
    usual = ("make", story.name, "--engine", "silent", "--cover")
    (story.parent / "a.svg").write_text(SVG, encoding="utf-8")
    assert narrator(*usual, "a.svg").returncode == 0
    (picture, _) = pictures(story.parent / "audio_out" / "keys")
    assert picture.startswith(b"\x89PNG") and picture[16:24] == (1600).to_bytes(4, "big") * 2
    (story.parent / "b.svg").write_text("<svg", encoding="utf-8")
    said = narrator(*usual, "b.svg")
    assert said.returncode == 2 and "b.svg: cannot be rendered" in said.stderr
