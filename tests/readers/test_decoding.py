"""Files in any encoding, and files that are no books."""

import codecs
import os
import sys
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from narrator.errors import BadSource, WrongUsage
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


RUSSIAN = "«Лодка опоздала», — сказала Вера и посмотрела на берег."
POLISH = "Łódź się spóźniła, powiedziała Ania i spojrzała na brzeg. Nikt jej nie odpowiedział."
ASKED = "Dokąd płyniesz, spytał ją chłopiec. Ja też chcę płynąć, choćby aż na drugą stronę, dodał."
CZECH = "Loď má zpoždění, řekla Jana a dívala se na břeh. Nikdo neodpověděl, že přijde."
GREEK = "Η βάρκα άργησε, είπε η Άννα και κοίταξε την ακτή."
TURKISH = (
    "Tekne gecikti, dedi Ayşe ve kıyıya baktı. Kimse gelmeyeceğini söylemedi, çünkü gece oldu."
)
LIGHTS = "Şimdi ışıklar söndü."
JAPANESE = "船は遅れている、と健一は言った。だれも答えなかった。"
CODE_PAGES = [
    (RUSSIAN, "cp1251"),
    (RUSSIAN.translate({ord("«"): '"', ord("»"): '"', ord("—"): "-"}), "koi8-r"),
    (POLISH, "cp1250"),
    (f"{POLISH} {ASKED}", "iso8859-2"),
    (CZECH, "cp1250"),
    (GREEK, "cp1253"),
    (f"{TURKISH} {LIGHTS}", "cp1254"),
    (JAPANESE, "shift_jis"),
    (JAPANESE, "euc_jp"),
    ("船来晚了，王明说。没有人回答他。我们走吧，天黑了。", "gb18030"),
    ("船來晚了，王明說。沒有人回答他。我們走吧，天黑了。", "big5"),
    ("« Le bateau est en retard », dit Zoé à l’été dernier, près du rivage — tard.", "cp1252"),
    ("„Das Boot kommt spät“, sagte Jörg und lief über die Brücke.", "cp1252"),
    ("“It’s late,” she said — “very late…” The façade was dark.", "cp1252"),
    ("‘I can’t,’ she said.", "cp1252"),
    ("She paid £5 – no more.", "cp1252"),
]


@pytest.mark.parametrize(("text", "page"), CODE_PAGES, ids=[f"{p}-{t[:6]}" for t, p in CODE_PAGES])
def test_code_pages(text: str, page: str) -> None:
    data = text.encode(page)
    assert decode(data, where="a.txt") == text
    assert decode(b"The boat was here.\n\n" + data, where="a.txt").endswith(text)


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
    with pytest.raises((BadSource, WrongUsage), match="encoding"):
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


def test_a_stray_nul_is_left_out_and_told(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"It rained.\0\n\n" + b"The boats lay still on the quay.\n\n" * 20)
    book = read_book(path)
    assert not any("\0" in block.text for c in book.chapters for block in c.blocks)
    assert book.warnings == ("1 NUL sign is left out: the file may be damaged there",)
