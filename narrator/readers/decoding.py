"""From the bytes of a file to its text, whatever program saved it."""

import codecs

from narrator.errors import BadSource, WrongUsage
from narrator.text.characters import without_controls

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16: its mark begins with that of UTF-16
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)

_KNOWN_FORMATS = (
    (0, b"PK\x03\x04", "a ZIP container, such as EPUB or DOCX"),
    (0, b"PK\x05\x06", "an empty ZIP container"),
    (0, b"%PDF-", "a PDF"),
    (60, b"BOOKMOBI", "a MOBI or AZW e-book"),
    (60, b"TEXtREAd", "a PalmDOC e-book"),
    (0, b"{\\rtf", "an RTF document"),
    (0, b"\xd0\xcf\x11\xe0", "an old Word document"),
    (0, b"\x1f\x8b", "a gzip archive"),
    (0, b"BZh", "a bzip2 archive"),
    (0, b"7z\xbc\xaf", "a 7-Zip archive"),
    (0, b"Rar!", "a RAR archive"),
    (0, b"\xfd7zXZ", "an xz archive"),
    (0, b"\x89PNG", "a picture"),
    (0, b"\xff\xd8\xff", "a picture"),
    (0, b"GIF8", "a picture"),
    (0, b"RIFF", "sound or a picture"),
    (0, b"OggS", "sound"),
    (0, b"ID3", "sound"),
    (0, b"fLaC", "sound"),
    (4, b"ftyp", "sound or a film"),
    (0, b"\x7fELF", "a program"),
    (0, b"MZ\x90", "a program"),
    (0, b"SQLite format 3", "a database"),
)

_TODO = "give a story that Narrator can read: EPUB, DOCX, ODT, HTML, Markdown, plain text"
_PLAIN_CONTROLS = frozenset("\t\n\r\f\v\x1a\x1b\x1c\x1d\x1e\x1f\x85")
_PROBE = 4096
_SURE = 0.1
"""With less, a text has too few letters beyond ASCII to say whose they are."""


def decode(data: bytes, *, where: str, encoding: str | None = None) -> str:
    """The text that `data` holds, its byte-order mark removed and its line ends as they are.

    A byte-order mark decides, then UTF-8, then UTF-16 without a mark, then the code page in which
    its letters are those of a language, cp1252 where there are few; `encoding` overrides them all.
    `where` is the file's name for messages.

    Raises:
        BadSource: it is empty, not text or not in `encoding`.
        WrongUsage: `encoding` is unknown.
    """
    if not data.strip():
        raise BadSource("this file is empty", where=where, todo="give a file with a story in it")
    text = _decode_as(data, encoding, where) if encoding else _guess(data, where)
    text = text.removeprefix("\ufeff")
    if not text.strip():
        raise BadSource(
            "this file holds only white space", where=where, todo="give a file with a story in it"
        )
    if _looks_binary(text):
        raise BadSource("this is not a text file", where=where, todo=_TODO)
    return without_controls(text)


def strays_in(data: bytes) -> int:
    """How many NUL bytes the text in `data`, in an encoding of single bytes, has.

    >>> strays_in(b"a\\0b"), strays_in("ab".encode("utf-16"))
    (1, 0)
    """
    wide = data.startswith(tuple(mark for mark, _ in _MARKS[1:])) or _unmarked_utf16(data[:_PROBE])
    return 0 if wide else data.count(b"\0")


def decode_loosely(data: bytes) -> str:
    """The text that `data` holds, by its looks; never fails, and may well be nonsense.

    >>> decode_loosely("d’été".encode("cp1252"))
    'd’été'
    """
    for mark, name in _MARKS:
        if data.startswith(mark):
            return data[len(mark) :].decode(name, errors="replace")
    wide = _unmarked_utf16(data[:_PROBE])
    return data.decode(wide, errors="replace") if wide else _eight_bit(data)


def _decode_as(data: bytes, encoding: str, where: str) -> str:
    try:
        codecs.lookup(encoding)
    except (LookupError, ValueError) as error:
        raise WrongUsage(
            f"there is no encoding named {encoding!r}",
            where=where,
            todo="use one such as utf-8, utf-16 or cp1252",
        ) from error
    try:
        text = data.decode(encoding)
        text.encode("utf-8")  # some codecs let half a surrogate pair through
    except (LookupError, ValueError) as error:
        raise BadSource(
            f"this file is not in the encoding {encoding}",
            where=where,
            todo="leave the encoding out, or name another",
        ) from error
    return text


def _guess(data: bytes, where: str) -> str:
    for offset, magic, name in _KNOWN_FORMATS:
        if magic.isalnum() and b"\0" not in data[:_PROBE]:
            continue  # it could be the first word of a story
        if data.startswith(magic, offset):
            raise BadSource(f"this is {name}, not plain text", where=where, todo=_TODO)
    return decode_loosely(data)


def _unmarked_utf16(head: bytes) -> str | None:
    """UTF-16 shows as zero bytes on one side of nearly every pair."""
    pairs = len(head) // 2
    if pairs == 0:
        return None
    even, odd = head[::2].count(0) / pairs, head[1::2].count(0) / pairs
    if odd > 0.4 and even < 0.05:
        return "utf-16-le"
    if even > 0.4 and odd < 0.05:
        return "utf-16-be"
    return None


def _eight_bit(data: bytes) -> str:
    """UTF-8 where it is UTF-8 but for a few broken bytes, else cp1252."""
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        pass
    text = data.decode("utf-8", errors="replace")
    broken = text.count("\ufffd")
    longer = len(text.encode("utf-8")) - len(text) - 2 * broken
    if longer > 2 * broken:
        return text
    return data.decode(_code_page(data), errors="replace")


def _code_page(data: bytes) -> str:
    """The encoding, of those of a time before Unicode, that the letters of `data` make sense in."""
    if b"\r" in data and b"\n" not in data:
        return "mac_roman"  # only old Macs end a line with a carriage return alone
    from chardet import EncodingEra, detect

    era = EncodingEra.MODERN_WEB | EncodingEra.LEGACY_ISO
    found = detect(data, encoding_era=era)
    name = found["encoding"] if found["confidence"] >= _SURE else None
    # What is taken for Latin-1 has signs of cp1252, which holds all of it.
    return "cp1252" if name is None or codecs.lookup(name).name == "iso8859-1" else name


def _looks_binary(text: str) -> bool:
    head = text[: 1 << 18]
    odd = sum(head.count(chr(code)) for code in range(32) if chr(code) not in _PLAIN_CONTROLS)
    odd += head.count("\ufffd") + head.count("\x7f")
    return odd > len(head) / 100
