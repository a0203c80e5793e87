"""EPUBs built for the purpose: order, contents, matter, marks."""

import zipfile
from pathlib import Path

import pytest

from narrator.errors import WrongUsage
from narrator.model import Block, BlockKind, Book
from narrator.readers import ReadOptions, read_book

CONTAINER = """<?xml version="1.0"?>
<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles>
<rootfile full-path="OEBPS/book.opf" media-type="application/oebps-package+xml"/>
</rootfiles></container>"""
PROSE = " ".join(f"Tom counted boat number {n} and went on." for n in range(60))
JPEG = b"\xff\xd8\xff\xe0" + bytes(99) + b"\xff\xd9"


def page(body: str, *, kind: str = "") -> str:
    mark = f' epub:type="{kind}"' if kind else ""
    return (
        '<?xml version="1.0" encoding="utf-8"?><html xmlns="http://www.w3.org/1999/xhtml" '
        'xmlns:epub="http://www.idpf.org/2007/ops"><head><title>x</title></head>'
        f"<body{mark}>{body}</body></html>"
    )


def opf(spine: list[str], items: str = "", extra: str = "", toc: str = "") -> str:
    """A package whose manifest is in the opposite order of its spine."""
    manifest = "".join(
        f'<item id="{n}" href="{n}.xhtml" media-type="application/xhtml+xml"/>'
        for n in reversed(spine)
    )
    return (
        '<package xmlns="http://www.idpf.org/2007/opf" version="3.0"><metadata '
        'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:opf="http://www.idpf.org/2007/opf">'
        "<dc:title>The Salt Road</dc:title><dc:creator opf:role='aut'>Lee, Ann</dc:creator>"
        "<dc:creator opf:role='trl'>Bo Ray</dc:creator><dc:language>en-GB</dc:language>"
        f"<dc:date>2019-05-01T00:00:00Z</dc:date>{extra}</metadata><manifest>{manifest}{items}"
        f"</manifest><spine{toc}>"
        + "".join(f'<itemref idref="{n}"/>' for n in spine)
        + "</spine></package>"
    )


NCX_ITEM = '<item id="ncx" href="toc.ncx" media-type="application/x-dtbncx+xml"/>'
NAV_ITEM = '<item id="nav" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/>'


def ncx(*entries: tuple[str, str]) -> str:
    points = "".join(
        f"<navPoint><navLabel><text>{t}</text></navLabel><content src='{s}'/></navPoint>"
        for t, s in entries
    )
    return f'<ncx xmlns="http://www.daisy.org/z3986/2005/ncx/"><navMap>{points}</navMap></ncx>'


def epub(path: Path, files: dict[str, str | bytes]) -> Path:
    with zipfile.ZipFile(path, "w") as book:
        book.writestr("mimetype", "application/epub+zip")
        for name, content in files.items():
            book.writestr(name, content)
    return path


def whole(tmp_path: Path, pages: dict[str, str], **more: str | bytes) -> Path:
    files: dict[str, str | bytes] = {
        "META-INF/container.xml": CONTAINER,
        "OEBPS/book.opf": opf(list(pages)),
    }
    files |= {f"OEBPS/{name}.xhtml": text for name, text in pages.items()}
    return epub(tmp_path / "book.epub", files | more)


def titles(book: Book) -> list[str]:
    return [chapter.title for chapter in book.chapters]


def blocks_of(book: Book) -> list[Block]:
    return [block for chapter in book.chapters for block in chapter.blocks]


def heard(book: Book) -> str:
    return "\n".join(block.text for block in blocks_of(book) if block.kind is not BlockKind.SKIPPED)


def reasons(book: Book) -> dict[str, str]:
    return {block.text: block.reason for block in blocks_of(book) if block.reason}


HEADED = ["The Quay", "Rain", "Sun"]


@pytest.mark.parametrize(
    ("labels", "heads", "wanted"),
    [
        (["c0.xhtml", "c1.xhtml", "c2.xhtml"], HEADED, HEADED),
        (["index_split_001", "index_split_002", "x"], HEADED, ["The Quay", "Rain", "x: Sun"]),
        (["Section0001", "Section0002", "Section0003"], HEADED, HEADED),
        (["Untitled", "Untitled", "Untitled"], HEADED, HEADED),
        (["a1", "a2", "a3"], HEADED, HEADED),
        (["Out", "On", "Back"], HEADED, ["Out", "On", "Back"]),
        (["1", "2", "3"], HEADED, ["1: The Quay", "2: Rain", "3: Sun"]),
        (["c0.xhtml", "c1.xhtml", "c2.xhtml"], None, ["Chapter 1", "Chapter 2", "Chapter 3"]),
    ],
)
def test_labels_made_of_file_names(
    tmp_path: Path, labels: list[str], heads: list[str] | None, wanted: list[str]
) -> None:
    told = [f"<h2>{head}</h2>" for head in heads] if heads else [""] * 3
    pages = {f"a{n}": page(f"{head}<p>{PROSE * 4}</p>") for n, head in enumerate(told, start=1)}
    files: dict[str, str | bytes] = {
        "META-INF/container.xml": CONTAINER,
        "OEBPS/book.opf": opf(list(pages), NCX_ITEM, toc=' toc="ncx"'),
        "OEBPS/toc.ncx": ncx(*zip(labels, (f"{name}.xhtml" for name in pages), strict=True)),
    } | {f"OEBPS/{name}.xhtml": text for name, text in pages.items()}
    assert titles(read_book(epub(tmp_path / "book.epub", files))) == wanted


def test_spine_order_metadata_and_headings(tmp_path: Path) -> None:
    pages = {n: page(f"<h1>{n.title()}</h1><p>{PROSE}</p>") for n in ("zebra", "ape", "mole")}
    book = read_book(whole(tmp_path, pages))
    assert titles(book) == ["Zebra", "Ape", "Mole"]
    assert (book.info.author, book.info.language, book.info.date) == (
        "Ann Lee",
        "en-GB",
        "2019-05-01",
    )
    assert book.warnings == ("it has no table of contents: chapters are found by their headings",)


def test_ncx_titles_with_wrong_case_and_unlisted_pages(tmp_path: Path) -> None:
    pages = {n: page(f"<p>{n} {PROSE}</p>") for n in ("a", "b", "c")}
    files: dict[str, str | bytes] = {
        "META-INF/container.xml": CONTAINER,
        "OEBPS/book.opf": opf(list(pages), NCX_ITEM, toc=' toc="ncx"'),
        "OEBPS/toc.ncx": ncx(("The Docks", "A.XHTML"), ("Rain", "c.xhtml")),
    } | {f"OEBPS/{n}.xhtml": text for n, text in pages.items()}
    book = read_book(epub(tmp_path / "b.epub", files))
    assert titles(book) == ["The Docks", "Rain"]
    assert "b Tom counted" in book.chapters[0].blocks[1].text


def test_nav_with_parts_and_places_inside_a_page(tmp_path: Path) -> None:
    one = page(
        f'<h1 id="p1">Part One</h1><h2 id="c1">A</h2><p>{PROSE}</p><h2 id="c2">B</h2>'
        f'<p>{PROSE}</p><h3 id="s1">Later</h3><p>{PROSE}</p>'
    )
    nav = page(
        '<nav epub:type="toc"><ol><li><span>Part One</span><ol>'
        '<li><a href="one.xhtml#c1">Alpha</a></li><li><a href="one.xhtml#c2">Beta</a><ol><li><a href="one.xhtml#s1">Later</a></li></ol>'  # noqa: E501
        "</li></ol></li></ol></nav>"
    )
    files: dict[str, str | bytes] = {
        "META-INF/container.xml": CONTAINER,
        "OEBPS/book.opf": opf(["one"], NAV_ITEM),
        "OEBPS/one.xhtml": one,
        "OEBPS/nav.xhtml": nav,
    }
    book = read_book(epub(tmp_path / "b.epub", files))
    assert titles(book) == ["Part One: Alpha", "Beta"]


def test_parts_in_parts_a_dedication_and_a_cover(tmp_path: Path) -> None:
    pages = {
        "cover": page("<div><img src='c.jpg' alt='Cover'/></div>"),
        "dedication": page("<p>For the cook.</p>"),
        "b1": page("<h1>BOOK ONE</h1><p>The Going</p>"),
        "p1": page("<h2>Part One</h2>"),
        "c1": page(f"<h3>1</h3><p>{PROSE}</p>"),
        "c2": page(f"<h3>2</h3><p>{PROSE}</p>"),
        "end": page(f"<h1>Epilogue</h1><p>{PROSE}</p>"),
    }

    def entry(name: str, title: str, more: str = "") -> str:
        return f'<li><a href="{name}.xhtml">{title}</a>{more and f"<ol>{more}</ol>"}</li>'

    chapters = entry("c1", "1") + entry("c2", "2")
    listed = (
        entry("cover", "Cover")
        + entry("dedication", "Dedication")
        + entry("b1", "Book One: The Going", entry("p1", "Part One", chapters))
        + entry("end", "Epilogue")
    )
    files: dict[str, str | bytes] = {
        "META-INF/container.xml": CONTAINER,
        "OEBPS/book.opf": opf(list(pages), NAV_ITEM),
        "OEBPS/nav.xhtml": page(f'<nav epub:type="toc"><ol>{listed}</ol></nav>'),
    } | {f"OEBPS/{n}.xhtml": text for n, text in pages.items()}
    book = read_book(epub(tmp_path / "b.epub", files))
    assert titles(book) == [
        "Book One: The Going: Part One: 1",
        "Book One: The Going: Part One: 2",
        "Epilogue",
    ]
    assert heard(book).startswith("For the cook.\nBOOK ONE\nThe Going\nPart One\n1\n")


def test_contents_on_the_title_page(tmp_path: Path) -> None:
    front = "<h1>THE SALT ROAD</h1><p>LONDON</p><h2>CONTENTS</h2><p><a href='c1.xhtml'>I</a></p>"
    pages = {"f": page(front)} | {
        n: page(f"<h2>{n}</h2><p>{PROSE}</p>") for n in ("c1", "c2", "c3")
    }
    listed = "".join(
        f'<li><a href="{place}.xhtml">{title}</a></li>'
        for title, place in (("THE SALT ROAD", "f"), ("CONTENTS", "f"), ("I", "c1"), ("II", "c2"))
    )
    files: dict[str, str | bytes] = {
        "META-INF/container.xml": CONTAINER,
        "OEBPS/book.opf": opf(list(pages), NAV_ITEM),
        "OEBPS/nav.xhtml": page(f'<nav epub:type="toc"><ol>{listed}</ol></nav>'),
    } | {f"OEBPS/{n}.xhtml": text for n, text in pages.items()}
    book = read_book(epub(tmp_path / "b.epub", files))
    assert titles(book) == ["I: c1", "II: c2"]
    assert "THE SALT ROAD\nLONDON\n" in heard(book)
    assert reasons(book)["CONTENTS"] == "table of contents"


def test_a_story_that_stands_under_the_word_contents(tmp_path: Path) -> None:
    """A converter's list knows the title, the contents and the end, and no chapter."""
    lines = ["CONTENTS", "I. Out", "II. On", "I. Out", PROSE, "II. On", PROSE]
    body = "<h1>SALT</h1>" + "".join(f"<p>{line}</p>" for line in lines) + "<h1>THE END</h1>"
    body = body.replace("<p>CONTENTS</p>", "<h1 id='c'>CONTENTS</h1>")
    book = read_book(whole(tmp_path, {"a": page(body)}))
    assert heard(book).count("boat number 59") == 2
    assert titles(book) == ["I. Out", "II. On"]
    listed = [b.text for b in blocks_of(book) if b.reason == "table of contents"]
    assert listed == ["CONTENTS", "I. Out", "II. On"]


def test_much_left_out_is_told(tmp_path: Path) -> None:
    notes = "".join(f"<li id='n{n}'>{PROSE[:200]}</li>" for n in range(40))
    pages = {
        "c1": page(f"<h1>One</h1><p>{PROSE}</p>"),
        "n": page(f"<section epub:type='endnotes'><ol>{notes}</ol></section>"),
    }
    book = read_book(whole(tmp_path, pages))
    assert any("more of it is left out than is read" in text for text in book.warnings)


def test_numbers_under_parts_by_headings_alone(tmp_path: Path) -> None:
    body = (
        "<h1>Prologue</h1>{0}<h1>BOOK ONE</h1><h2>Part One</h2><h3>1</h3>{0}<h3>2</h3>{0}"
        "<h2>Part Two</h2><h3>3</h3>{0}<h1>Epilogue</h1>{0}"
    ).format(f"<p>{PROSE}</p>")
    book = read_book(whole(tmp_path, {"a": page(body)}))
    assert titles(book) == [
        *("Prologue", "BOOK ONE: Part One: 1", "BOOK ONE: Part One: 2"),
        *("Part Two: 3", "Epilogue"),
    ]
    named = body.replace("BOOK ONE", "The Quay").replace("Part ", "Day ")
    assert "2" not in titles(read_book(whole(tmp_path, {"a": page(named)})))


def test_stanzas_lines_of_headings_and_pictures(tmp_path: Path) -> None:
    lines = "<p>The sea is wide,</p><p>and cold,</p><p>and long.</p>"
    pages = {
        "c1": page(
            f"<h2>One<br/>The Docks</h2><p>{PROSE}</p><div class='poem'>{lines}<p> </p>{lines}"
            f"</div><p>{PROSE}</p><p><img src='b.png' alt='A boat'/></p><p>{PROSE}</p>"
            f"<p><img src='o.png' alt=''/></p><p>{PROSE}</p>{'<p>He went on.</p>' * 30}<hr/>"
        ),
        "c2": page(
            "<section epub:type='chapter'><hgroup><h2>Two</h2><p>The Sea</p></hgroup>"
            f"<p>{PROSE}</p></section>"
        ),
    }
    book = read_book(whole(tmp_path, pages))
    assert titles(book) == ["One: The Docks", "Two: The Sea"]
    kinds = [(b.kind.value, b.text[:12]) for b in book.chapters[0].blocks if b.text[:2] != "He"]
    verse = ("verse", "The sea is w")
    prose = ("paragraph", "Tom counted ")
    assert kinds == [
        ("heading", "One"), ("heading", "The Docks"), prose, verse, verse, prose, prose,
        ("scene break", "* * *"), prose,
    ]  # fmt: skip
    assert book.chapters[0].blocks[3].text == "The sea is wide,\nand cold,\nand long."
    assert [b.text for b in book.chapters[1].blocks[:2]] == ["Two", "The Sea"]


STANDARD = {
    "titlepage": page("<section epub:type='titlepage'><h1>The Salt Road</h1></section>"),
    "imprint": page("<section epub:type='imprint'><p>Produced for everyone.</p></section>"),
    "chapter-1": page(
        "<section epub:type='chapter'><h2 epub:type='ordinal z3998:roman'>I</h2>"
        f"<p>{PROSE}<a epub:type='noteref' href='endnotes.xhtml#n1'>1</a> She read it.</p>"
        "<blockquote epub:type='z3998:letter'><p>Dear Tom,</p></blockquote>"
        "<p>He sang <i xml:lang='fr'>au clair</i> on the "
        "<i epub:type='se:name.vessel.ship'>Fortune</i>.</p><blockquote epub:type='z3998:poem'><p><span>The sea is wide</span><br/>"  # noqa: E501
        "<span>and cold</span></p></blockquote>"
        "<p>A page<span epub:type='pagebreak' id='p2'>2</span> turned.</p></section>"
    ),
    "chapter-2": page(
        "<section epub:type='chapter'><h2>II</h2><table><tr><td epub:type='z3998:persona'>Anna</td>"
        "<td>I never <i epub:type='z3998:stage-direction'>laughing</i> did.</td></tr></table>"
        f"<p>{PROSE}</p><figure><img alt='x' src='x.png'/><figcaption>A boat.</figcaption></figure>"
        "<p><ruby>salt<rt>solt</rt></ruby> Mr.&nbsp;&mdash;&nbsp;<abbr>Dr.</abbr> So&shy;ho</p>"
        "</section>"
    ),
    "endnotes": page(
        "<section epub:type='endnotes'><ol><li id='n1'>A long note.</li></ol></section>"
    ),
    "colophon": page("<section epub:type='colophon'><p>Set in type.</p></section>"),
    "uncopyright": page("<section epub:type='copyright-page'><p>Free.</p></section>"),
}  # fmt: skip


def test_standard_ebooks_markup(tmp_path: Path) -> None:
    book = read_book(whole(tmp_path, STANDARD))
    assert titles(book) == ["I", "II"]
    found = reasons(book)
    assert found["The Salt Road"] == "title page"
    assert found["1"] == "note mark"
    assert found["A long note."] == "note"
    assert found["2"] == "page number"
    assert found["A boat."] == "picture caption"
    assert found["Set in type."] == "colophon"
    assert found["solt"] == "reading aid"
    assert found["Anna"] == "speaker cue"
    text = heard(book)
    assert "A page turned." in text
    assert "au clair on the Fortune." in text
    assert "salt Mr.\u00a0—\u00a0Dr. Soho" in text
    kinds = {block.text: block.kind for block in blocks_of(book)}
    assert kinds["Dear Tom,"] is BlockKind.LETTER
    assert kinds["The sea is wide\nand cold"] is BlockKind.VERSE
    said = [(block.text, block.speaker) for block in blocks_of(book)]
    assert ("I never", "Anna") in said
    assert ("laughing", "") in said
    assert ("did.", "Anna") in said


def test_everything_is_read_when_asked(tmp_path: Path) -> None:
    book = read_book(whole(tmp_path, STANDARD), ReadOptions(read_all=True))
    assert "A long note." in heard(book)
    assert reasons(book)["1"] == "note mark"


def test_matter_by_name_and_by_words(tmp_path: Path) -> None:
    pages = {
        "f1": page("<p>Copyright © 2020 Ann Lee</p><p>All rights reserved.</p>"),
        "f2": page("<p>For my mother.</p>"),
        "c1": page(f"<h1>Chapter 1</h1><p>{PROSE}</p>"),
        "c2": page(f"<h1>Notes</h1><p>{PROSE} {PROSE}</p>"),
        "c3": page(f"<h1>Chapter 3</h1><p>{PROSE}</p>"),
        "b1": page("<h1>Acknowledgements</h1><p>Thanks to Bo.</p>"),
        "b2": page("<h1>Also by Ann Lee</h1><p>The Sea.</p>"),
    }
    book = read_book(whole(tmp_path, pages))
    assert titles(book) == ["Chapter 1", "Notes", "Chapter 3"]
    assert "For my mother." in heard(book)
    assert reasons(book)["Thanks to Bo."] == "acknowledgements"
    assert reasons(book)["All rights reserved."] == "copyright page"
    assert reasons(book)["The Sea."] == "list of other books"


def test_cover_and_series(tmp_path: Path) -> None:
    extra = (
        '<meta name="cover" content="pic"/><meta name="calibre:series" content="Roads"/>'
        '<meta name="calibre:series_index" content="2.0"/>'
    )
    item = '<item id="pic" href="c.jpg" media-type="image/jpeg"/>'
    files: dict[str, str | bytes] = {
        "META-INF/container.xml": CONTAINER,
        "OEBPS/book.opf": opf(["a"], item, extra),
        "OEBPS/a.xhtml": page(f"<p>{PROSE}</p>"),
        "OEBPS/c.jpg": JPEG,
    }
    book = read_book(epub(tmp_path / "b.epub", files))
    assert book.cover == JPEG
    assert (book.info.series, book.info.series_number) == ("Roads", "2")
    broken = read_book(epub(tmp_path / "b2.epub", files | {"OEBPS/c.jpg": b"RIFF" + bytes(99)}))
    assert broken.cover is None
    assert any("cover" in warning for warning in broken.warnings)


def test_chapters_chosen_and_renamed(tmp_path: Path) -> None:
    pages = {f"c{n}": page(f"<h1>Chapter {n}</h1><p>{n} {PROSE}</p>") for n in range(1, 6)}
    path = whole(tmp_path, pages)
    book = read_book(path, ReadOptions(chapters="2-3,5", skip="3", rename=("2=The Docks",)))
    assert titles(book) == ["The Docks", "Chapter 5"]
    everything = {block.text for block in blocks_of(read_book(path))}
    assert {block.text for block in blocks_of(book)} == everything
    assert reasons(book)["Chapter 4"] == "not among the chosen chapters"
    assert titles(read_book(path, ReadOptions(skip="chapter 2, 4-"))) == ["Chapter 1", "Chapter 3"]
    named = ReadOptions(chapters="1", rename=("Chapter 1=Out",))
    assert titles(read_book(path, named)) == ["Out"]
    wrong = {
        "6": "no chapter 6: the book has 5", "0": "no chapter 0", "x": "names no chapters",
        "3-2": "write it as 2-3", "1-9": "no chapter 1-9", ",": "names no chapters",
    }  # fmt: skip
    for chapters, told in wrong.items():
        with pytest.raises(WrongUsage) as caught:
            read_book(path, ReadOptions(chapters=chapters))
        assert told in str(caught.value)
    for rename in ("2", "=x", "7=x", "Chapter 9=x", "2="):
        with pytest.raises(WrongUsage):
            read_book(path, ReadOptions(rename=(rename,)))
    with pytest.raises(WrongUsage, match="no chapter is left"):
        read_book(path, ReadOptions(skip="1-5"))
