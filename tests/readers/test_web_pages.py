"""Pages of the Web and of word processors: the story, and what stands around it."""

from pathlib import Path

from narrator.model import BlockKind, Book
from narrator.parser import check_fidelity, parse_book
from narrator.readers import ReadOptions, SourceFile, read_story

STORY = "".join(f"<p>Tom counted boat number {n}, and Anna the ropes.</p>" for n in range(30))
FURNITURE = "part of the web page, not of the story"


def read(page: str | bytes, options: ReadOptions | None = None) -> Book:
    data = page.encode() if isinstance(page, str) else page
    book = read_story([SourceFile(Path("page.html"), data)], options or ReadOptions())
    check_fidelity(book, parse_book(book))
    return book


def heard(book: Book) -> list[str]:
    blocks = [b for chapter in book.chapters for b in chapter.blocks]
    told = [b.text for b in blocks if b.kind is not BlockKind.SKIPPED]
    return [text for text in told if not text.startswith("Tom counted")]


def reasons(book: Book) -> dict[str, str]:
    return {b.text: b.reason for chapter in book.chapters for b in chapter.blocks if b.reason}


def chapter(number: int, name: str, before: str = "", after: str = "") -> str:
    def note(title: str, text: str) -> str:
        quote = f'<blockquote class="userstuff"><p>{text}</p></blockquote>'
        return f"<p>{title}</p>{quote}" if text else ""

    return (
        f'<div class="meta group"><h2 class="heading">Chapter {number}: {name}</h2>'
        f'{note("Chapter Notes", before)}</div><div class="userstuff">{STORY}</div>'
        f'<div id="endnotes{number}" class="meta">{note("Chapter End Notes", after)}</div>'
    )


ARCHIVE = (
    '<html xmlns="http://www.w3.org/1999/xhtml"><head><title>Rain - inkwell - Sea</title></head>'
    '<body><div id="preface"><p class="message"><b>Posted originally on the <a href="http://a.b/">'
    "Archive of Our Own</a> at <a href='http://a.b/works/1'>http://a.b/works/1</a>.</b></p>"
    '<div class="meta"><dl class="tags"><dt>Rating:</dt><dd>General Audiences</dd>'
    '<dt>Series:</dt><dd>Part 2 of <a href="http://a.b/s">Boats</a></dd><dt>Stats:</dt>'
    "<dd>Published: 2019-01-02 Words: 1,234 Chapters: 2/2</dd></dl><h1>Rain</h1>"
    '<div class="byline">by <a rel="author" href="http://a.b/u">inkwell</a></div><p>Summary</p>'
    '<blockquote class="userstuff"><p>It rains.</p></blockquote></div></div>'
    f'<div id="chapters" class="userstuff">{chapter(1, "Out", "Be kind.", "Next week!")}'
    f'{chapter(2, "On")}</div><div id="afterword"><p class="message">Please <a href="http://a.b/c">'
    "drop by the Archive and comment</a> to let the creator know!</p></div></body></html>"
)


def test_a_download_of_an_archive() -> None:
    book = read(ARCHIVE)
    info = book.info
    assert (info.title, info.author, info.date) == ("Rain", "inkwell", "2019-01-02")
    assert (info.series, info.series_number) == ("Boats", "2")
    assert [c.title for c in book.chapters] == ["Chapter 1: Out", "Chapter 2: On"]
    found = reasons(book)
    assert found["General Audiences"] == FURNITURE
    assert any(text.startswith("Posted originally") for text in found)
    assert any("drop by the Archive" in text for text in found)
    assert {"Be kind.", "Next week!", "It rains."} <= set(heard(book))
    plain = read(ARCHIVE, ReadOptions(skip_notes=True))
    assert heard(plain) == ["Rain", "Chapter 1: Out", "Chapter 2: On"]
    assert reasons(plain)["Next week!"] == "author's note"


SERIAL = (
    "<!DOCTYPE html><html><head><title>Chapter 12: Out - The Long Rain | A Site</title>"
    '<meta property="og:title" content="Chapter 12: Out - The Long Rain"/>'
    '<meta property="books:author" content="inkwell"/></head><body><nav><a href="/">Home</a></nav>'
    "<h2>The Long Rain</h2><h1>Chapter 12: Out</h1><div><a href='/11'>Previous Chapter</a>"
    "<a href='/13'>Next Chapter</a></div><div class='author-note-portlet'><p>Thanks, all!</p></div>"
    f"<div class='chapter-inner chapter-content'>{STORY}</div><h4>About the author</h4>"
    "<div class='comments'><p>First!</p></div><footer><p>© A Site 2020</p></footer></body></html>"
)


def test_a_page_of_a_serial() -> None:
    book = read(SERIAL)
    assert (book.info.title, book.info.author) == ("The Long Rain", "inkwell")
    assert [c.title for c in book.chapters] == ["Chapter 12: Out"]
    assert heard(book) == ["Chapter 12: Out", "Thanks, all!"]
    assert {reasons(book)[text] for text in ("First!", "© A Site 2020", "The Long Rain")} == {
        FURNITURE
    }
    assert heard(read(SERIAL, ReadOptions(skip_notes=True))) == ["Chapter 12: Out"]


WORD = (
    "<html><head><meta http-equiv=Content-Type content='text/html; charset=windows-1252'>"
    "<title>Rain</title><!--[if gte mso 9]><xml><o:Author>Ann Lee</o:Author></xml><![endif]-->"
    "<style><!-- p.MsoNormal {margin:0cm;} --></style></head><body lang=EN-GB>"
    "<h1>Chapter One<o:p></o:p></h1><p class=MsoNormal>Café – it’s “over”.<a "
    'href="#_ftn1" name="_ftnref1"><span class=MsoFootnoteReference><![if !supportFootnotes]>[1]'
    f"<![endif]></span></a></p>{STORY}<h1>Chapter Two</h1>{STORY}"
    "<div style='mso-element:footnote-list'><hr size=1><div id=ftn1><p class=MsoFootnoteText>"
    '<a href="#_ftnref1" name="_ftn1">[1]</a> A room.</p></div></div></body></html>'
)


def test_a_page_made_by_word() -> None:
    book = read(WORD.encode("cp1252"))
    assert (book.info.title, book.info.author) == ("Rain", "Ann Lee")
    assert heard(book) == ["Chapter One", "Café – it’s “over”.", "Chapter Two"]
    assert reasons(book) == {"[1]": "note mark", "[1] A room.": "note"}


def test_boilerplate_of_project_gutenberg() -> None:
    page = (
        "<html><head><title>The Project Gutenberg eBook of Rain, by Ann Lee</title></head><body>"
        "<section class='pg-boilerplate pgheader'><h2>The Project Gutenberg eBook of Rain</h2>"
        "<p>For the use of anyone anywhere.</p></section><h1>RAIN</h1><h2>CONTENTS</h2>"
        "<table><tr><td><a href='#c1'>I. Out</a></td></tr><tr><td><a href='#c2'>II. On</a></td>"
        "</tr><tr><td><a href='#c3'>III. Home</a></td></tr></table>"
        f"<h2 id='c1'>I.<br/>OUT</h2><p><span class='pagenum'>[Pg 1]</span>It rained.</p>{STORY}"
        f"<h2 id='c2'>II.<br/>ON</h2>{STORY}<div class='figcenter'><p class='caption'>A boat.</p>"
        f"</div><h2 id='c3'>III.<br/>HOME</h2>{STORY}"
        "<div>*** END OF THE PROJECT GUTENBERG EBOOK RAIN ***</div><p>Section 1. Terms.</p>"
        "</body></html>"
    )
    book = read(page)
    assert [c.title for c in book.chapters] == ["I: OUT", "II: ON", "III: HOME"]
    assert heard(book) == ["RAIN", "I.", "OUT", "It rained.", "II.", "ON", "III.", "HOME"]
    found = reasons(book)
    assert found["Section 1. Terms."] == "Project Gutenberg licence"
    assert found["I. Out"] == "table of contents"
    assert found["[Pg 1]"] == "page number"
    assert found["A boat."] == "picture caption"
