"""Broken and hostile files: a clear line or a good book; no traceback, hang or full memory."""

import io
import struct
import subprocess
import sys
import time
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from narrator.errors import BadSource, MissingTool
from narrator.model import BlockKind, Book
from narrator.readers import ReadOptions, SourceFile, read_book, read_story

BOOKS = Path(__file__).parent / "books"
CONTAINER = """<container><rootfiles><rootfile full-path="b.opf"/></rootfiles></container>"""
PAGE = '<html xmlns="http://www.w3.org/1999/xhtml"><body><h1>One</h1><p>{}</p></body></html>'


def opf(*pages: str, link: str = "") -> str:
    items = "".join(
        f'<item id="i{n}" href="{link or p}" media-type="application/xhtml+xml"/>'
        for n, p in enumerate(pages)
    )
    refs = "".join(f'<itemref idref="i{n}"/>' for n in range(len(pages)))
    return (
        f'<package xmlns="http://www.idpf.org/2007/opf"><metadata/><manifest>{items}</manifest>'
        f"<spine>{refs}</spine></package>"
    )


def packed(files: dict[str, str | bytes], *, small: bool = False) -> bytes:
    data = io.BytesIO()
    kind = zipfile.ZIP_DEFLATED if small else zipfile.ZIP_STORED
    with zipfile.ZipFile(data, "w", kind) as book:
        for name, content in files.items():
            book.writestr(name, content)
    return data.getvalue()


def book(page: str | bytes, **more: str | bytes) -> dict[str, str | bytes]:
    return {"META-INF/container.xml": CONTAINER, "b.opf": opf("a.xhtml"), "a.xhtml": page} | more


STORY = PAGE.format("Tom came in.")
XXE = '<!DOCTYPE html [<!ENTITY x SYSTEM "file:///etc/passwd">]>'
LAUGHS = (
    '<!DOCTYPE html [<!ENTITY a "ha">'
    + "".join(f'<!ENTITY {chr(98 + n)} "{("&" + chr(97 + n) + ";") * 10}">' for n in range(9))
    + "]>"
)
ADEPT = (
    '<encryption xmlns:e="http://www.w3.org/2001/04/xmlenc#"><e:EncryptedData>'
    '<e:EncryptionMethod Algorithm="http://www.w3.org/2001/04/xmlenc#aes128-cbc"/><e:CipherData>'
    '<e:CipherReference URI="a.xhtml"/></e:CipherData></e:EncryptedData></encryption>'
)


def without(name: str) -> bytes:
    return packed({key: value for key, value in book(STORY).items() if key != name})


def locked() -> bytes:
    data = bytearray(packed(book(STORY)))
    for sign, place in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = -1
        while (at := data.find(sign, at + 1)) >= 0:
            data[at + place] |= 1
    return bytes(data)


READABLE: dict[str, Callable[[], bytes]] = {
    "no container": lambda: without("META-INF/container.xml"),
    "no package": lambda: without("b.opf"),
    "wrong case": lambda: packed(
        {"meta-inf/CONTAINER.xml": CONTAINER, "B.opf": opf("a.xhtml"), "A.XHTML": STORY}
    ),
    "traversal path": lambda: packed(book(STORY) | {"b.opf": opf("x", link="../../a.xhtml")}),
    "no namespace": lambda: packed(book("<html><body><p>Tom came in.</body>")),
    "a page is missing": lambda: packed(book(STORY) | {"b.opf": opf("a.xhtml", "none.xhtml")}),
    "undeclared cp1252": lambda: packed(book(PAGE.format("Tom came in. “Café”").encode("cp1252"))),
    "utf-16": lambda: packed(book(PAGE.format("Tom came in.").encode("utf-16"))),
    "a declared encoding that is wrong": lambda: packed(
        book(b'<?xml version="1.0" encoding="utf-8"?>' + STORY.encode() + b"\xe9")
    ),
    "external entity": lambda: packed(book(XXE + PAGE.format("Tom came in. &x;"))),
    "billion laughs": lambda: packed(book(LAUGHS + PAGE.format("Tom came in. &j;"))),
    "self-closed title": lambda: packed(
        book(STORY.replace("<body>", "<head><title/><script/></head><body>").replace("</h1>", ""))
    ),
    "deep nesting": lambda: packed(
        book(PAGE.format("Tom came in." + "<div>" * 50_000 + "x" + "</div>" * 50_000)), small=True
    ),
    "deep well-formed nesting": lambda: packed(
        book(
            PAGE.replace("<p>", "<div>" * 3_000)
            .replace("</p>", "</div>" * 3_000)
            .format("Tom came in.")
        )
    ),
    "many pages": lambda: packed(
        {"META-INF/container.xml": CONTAINER, "b.opf": opf(*(f"{n}.xhtml" for n in range(5_000)))}
        | {f"{n}.xhtml": STORY for n in range(5_000)}
    ),
    "control characters": lambda: packed(book(PAGE.format("Tom came in.\x00\x0b&#0;&#x1f;&#150;"))),
}
REFUSED: dict[str, tuple[Callable[[], bytes], str]] = {
    "DRM": (lambda: packed(book(STORY) | {"META-INF/encryption.xml": ADEPT}), "DRM"),
    "password": (locked, "password"),
    "zip bomb": (lambda: packed(book("<p>" + " " * (100 << 20)), small=True), "suspicious|more text"),  # noqa: E501
    "20,001 files": (
        lambda: packed(book(STORY) | {f"x/{n}": b"" for n in range(20_001)}), "20,000 files"
    ),
    "truncated": (lambda: packed(book(STORY))[:-40], "cut short"),
    "not a book": (lambda: packed({"notes.bin": b"x"}), "no book"),
    "only pictures": (lambda: packed(book(PAGE.format("<img src='x.png'/>").replace("One", ""))), "no text"),  # noqa: E501
    "a huge list of files": (
        lambda: b"PK\x03\x04" + bytes(99) + b"PK\x05\x06" + bytes(8) + struct.pack("<LLH", 2**30, 0, 0),  # noqa: E501
        "20,000 files",
    ),
}  # fmt: skip


def read(data: bytes, name: str = "book.epub") -> Book:
    return read_story([SourceFile(Path(name), data)])


def heard(found: Book) -> str:
    return " ".join(
        block.text
        for chapter in found.chapters
        for block in chapter.blocks
        if block.kind is not BlockKind.SKIPPED
    )


@pytest.mark.parametrize("case", READABLE)
def test_a_broken_book_is_read_all_the_same(case: str) -> None:
    text = heard(read(READABLE[case]()))
    assert "Tom came in." in text
    assert "root:" not in text
    assert len(text) < 300_000


@pytest.mark.parametrize("case", REFUSED)
def test_what_cannot_be_read_is_one_line(case: str) -> None:
    make, word = REFUSED[case]
    began = time.perf_counter()
    data = make()
    with pytest.raises(BadSource, match=word) as caught:
        read(data)
    assert time.perf_counter() - began < 20
    assert caught.value.todo
    assert "\n" not in str(caught.value)


def test_cp1252_is_told_from_utf8() -> None:
    assert "“Café”" in heard(read(READABLE["undeclared cp1252"]()))


@pytest.mark.parametrize(
    ("name", "data", "todo"),
    [
        ("a.mobi", b"Book".ljust(60, b"\0") + b"BOOKMOBI" + bytes(99), "Calibre"),
        ("a.azw3", b"Book".ljust(60, b"\0") + b"BOOKMOBI" + bytes(99), "Calibre"),
        ("a.kfx", b"CONT\0" + bytes(99), "Calibre"),
        ("a.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(99), "DOCX"),
        ("a.acsm", b"<fulfillmentToken/>", "shop"),
    ],
)
def test_formats_that_narrator_does_not_read(name: str, data: bytes, todo: str) -> None:
    with pytest.raises(BadSource) as caught:
        read(data, name)
    assert todo in caught.value.todo


@pytest.mark.skipif(sys.platform != "linux", reason="memory is measured differently there")
@pytest.mark.parametrize("case", ["zip bomb", "a big page", "a big document"])
def test_memory_stays_bounded(case: str, tmp_path: Path) -> None:
    path = tmp_path / "b.epub"
    if case == "zip bomb":
        path.write_bytes(REFUSED[case][0]())
    elif case == "a big page":
        text = "".join(f"<p>Tom counted boat number {n} and went.</p>" for n in range(90_000))
        path.write_bytes(packed(book(PAGE.format(text))))
    else:
        path = tmp_path / "b.md"
        path.write_text("Tom counted the boats and went on.\n\n" * 60_000)
    code = (
        "import sys\nfrom pathlib import Path\n"
        "from narrator.errors import BadSource\nfrom narrator.readers import read_book\n"
        "try:\n    read_book(Path(sys.argv[1]))\nexcept BadSource:\n    pass\n"
        # getrusage would count what the test run itself held when it forked.
        "status = Path('/proc/self/status').read_text()\n"
        "print(status.split('VmHWM:')[1].split()[0])"
    )
    said = subprocess.run(
        [sys.executable, "-c", code, str(path)], capture_output=True, text=True, check=True
    )
    assert 10 << 10 < int(said.stdout) < 300 << 10


MARKUP = """
    <p> </p> <div> </div> <h1> </h1> <em> </em> <i> </i> <br/> <hr> <a_href='#x'> </a> <sup>1</sup>
    <table><tr><td> </td></tr></table> <aside_epub:type='footnote'> </aside> <span_id='x'> </span>
    <ul><li> </li></ul> <pre> </pre> <!--c--> <![CDATA[x]]> &amp; &nosuch; &#0; &#55296; Tom said.
    “Hi” <blockquote_class='poem'> </blockquote> <nav> </nav> <section_epub:type='z3998:letter'>
    </section> * <ruby>a<rt>b</rt></ruby> <script>x</script> <title/> <figure><figcaption>c</figure>
"""
PARTS = st.sampled_from([part.replace("_", " ") for part in MARKUP.split()])


@given(parts=st.lists(PARTS, max_size=40), suffix=st.sampled_from([".html", ".xhtml", ".md"]))
@settings(max_examples=300, suppress_health_check=list(HealthCheck))
def test_any_markup_is_a_book_or_one_line(parts: list[str], suffix: str) -> None:
    text = " ".join(parts)
    if suffix == ".xhtml":
        text = f'<html xmlns="http://www.w3.org/1999/xhtml"><body>{text}</body></html>'
    try:
        found = read(text.encode(), f"a{suffix}")
    except BadSource as error:
        assert "\n" not in str(error)
    else:
        assert all(b.text.strip() for chapter in found.chapters for b in chapter.blocks)


def test_a_missing_library_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    for name, module, extra in (
        ("libreoffice.pdf", "pypdf", "pip install pypdf"),
        ("pandoc.rtf", "striprtf.striprtf", "pip install striprtf"),
    ):
        monkeypatch.setitem(sys.modules, module, None)
        with pytest.raises(MissingTool) as caught:
            read_book(BOOKS / name, ReadOptions())
        assert extra in caught.value.todo


def test_a_tag_with_too_many_attributes_is_cut() -> None:
    many = " ".join(f'a{n}="x"' for n in range(20_000))
    page = f'<html><body><p class="verse" {many}>The lamp was out.</p></body></html>'
    book = read_story([SourceFile(Path("a.html"), page.encode())])
    assert [(b.kind, b.text) for b in book.chapters[0].blocks] == [
        (BlockKind.VERSE, "The lamp was out.")
    ]
    assert not book.warnings
