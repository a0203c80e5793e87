"""Files in any encoding, and files that are no books."""

import codecs
import os
import sys
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from narrator.errors import BadSource
from narrator.readers import ReadOptions, read_book
from narrator.readers.decoding import decode
from narrator.text.characters import without_controls

LINE = "“Café,” said Zoë — and nothing else…"


@pytest.mark.parametrize(
    "data",
    [
        LINE.encode("utf-8"),
        codecs.BOM_UTF8 + LINE.encode("utf-8"),
        codecs.BOM_UTF16_LE + LINE.encode("utf-16-le"),
        codecs.BOM_UTF16_BE + LINE.encode("utf-16-be"),
        codecs.BOM_UTF32_LE + LINE.encode("utf-32-le"),
        codecs.BOM_UTF32_BE + LINE.encode("utf-32-be"),
        LINE.encode("utf-16-le"),
        LINE.encode("utf-16-be"),
        LINE.encode("cp1252"),
    ],
    ids=("8", "8 marked", "16le", "16be", "32le", "32be", "16le bare", "16be bare", "cp1252"),
)
def test_encodings(data: bytes, tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(data)
    assert read_book(path).text == LINE


def test_one_broken_byte_does_not_spoil_utf8(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes((LINE + "\n").encode() * 5 + b"caf\xe9")
    assert (read_book(path).text or "").startswith(LINE)


def test_words_that_look_like_formats(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("RIFFRAFF\n\nID3 was the cell he lived in.\n")
    assert read_book(path).info.title == "Riffraff"


def test_line_ends_stay(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"One.\r\n\r\nTwo.\rThree.\n")
    assert read_book(path).text == "One.\r\n\r\nTwo.\rThree.\n"


def test_named_encoding_overrides(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes("Привет, сказал он.".encode("koi8-r"))
    assert read_book(path, ReadOptions(encoding="koi8-r")).text == "Привет, сказал он."


@pytest.mark.parametrize("name", ["nonsense", "utf-16", "rot13", "zlib", "a\0b", "undefined"])
def test_wrong_encoding(name: str, tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"caf\xe9s")
    with pytest.raises(BadSource, match="encoding"):
        read_book(path, ReadOptions(encoding=name))


@pytest.mark.parametrize(
    ("data", "word"),
    [
        (b"", "empty"),
        (b" \n\t\r\n", "empty"),
        ("\u00a0\u2003\n".encode(), "white space"),
        (codecs.BOM_UTF8, "white space"),
        (b"PK\x03\x04\x14\0\0\0mimetype", "archive"),
        (b"%PDF-1.7\n%\xe2\xe3", "PDF"),
        (b"Book".ljust(60, b"\0") + b"BOOKMOBI", "MOBI"),
        (b"\x1f\x8b\x08\0rest", "gzip"),
        (b"\x89PNG\r\n\x1a\n\0\0", "picture"),
        (b"ID3\x03\0\0\0\0", "sound"),
        (bytes(range(256)) * 4, "not a text file"),
        (b"abc\0def", "not a text file"),
    ],
)
def test_not_a_book(data: bytes, word: str, tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(data)
    with pytest.raises(BadSource, match=word) as caught:
        read_book(path)
    message = str(caught.value)
    assert str(path) in message
    assert "\n" not in message
    assert caught.value.todo


def test_missing_and_folder(tmp_path: Path) -> None:
    with pytest.raises(BadSource, match="no such file"):
        read_book(tmp_path / "none.txt")
    with pytest.raises(BadSource, match="folder"):
        read_book(tmp_path)
    with pytest.raises(BadSource):
        read_book(tmp_path / ("n" * 5000))
    with pytest.raises(BadSource):
        read_book(Path("a\0b.txt"))


@pytest.mark.skipif(
    sys.platform == "win32" or getattr(os, "geteuid", lambda: 0)() == 0, reason="root may read all"
)
def test_unreadable(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("One.")
    path.chmod(0)
    with pytest.raises(BadSource, match="may not be read"):
        read_book(path)


@given(data=st.binary(max_size=400), name=st.sampled_from(["a.txt", "a", "a.epub", "a.md"]))
@settings(
    max_examples=300, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_any_bytes_give_a_book_or_one_line(data: bytes, name: str, tmp_path: Path) -> None:
    path = tmp_path / name
    path.write_bytes(data)
    try:
        book = read_book(path)
    except BadSource as error:
        assert "\n" not in str(error)
    else:
        assert book.chapters
        assert all(block.text.strip() for chapter in book.chapters for block in chapter.blocks)


@given(text=st.text(min_size=1), encoding=st.sampled_from(["utf-8", "utf-16", "utf-32"]))
@settings(
    max_examples=200, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_text_comes_back(text: str, encoding: str, tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(text.encode(encoding))
    try:
        assert read_book(path).text == without_controls(text.removeprefix("\ufeff"))
    except BadSource as error:
        assert "white space" in str(error) or "empty" in str(error) or "text" in str(error)


def test_old_macs_are_known_by_their_line_ends() -> None:
    text = "“Wait,” she said.\r\r“For the café?”\r"
    assert decode(text.encode("mac_roman"), where="a.txt") == text
