"""What a player shows of a file: tags by the names ffmpeg gives them."""

from collections.abc import Iterable

from .ffmetadata import Mark
from .interface import BookAudio
from .names import shortened

DISCLOSURE = "Read by synthetic voices, made with Narrator"

_TITLE = 255
"""Bytes of a chapter's title in an MP4."""
_ISO_639_2 = """
    af:afr ar:ara be:bel bg:bul bn:ben bs:bos ca:cat cs:ces cy:cym da:dan de:deu el:ell en:eng
    eo:epo es:spa et:est eu:eus fa:fas fi:fin fr:fra ga:gle gl:glg gu:guj he:heb hi:hin hr:hrv
    hu:hun hy:hye id:ind is:isl it:ita ja:jpn ka:kat kk:kaz kn:kan ko:kor la:lat lt:lit lv:lav
    mk:mkd ml:mal mr:mar ms:msa nb:nob ne:nep nl:nld nn:nno no:nor pa:pan pl:pol pt:por ro:ron
    ru:rus sk:slk sl:slv sq:sqi sr:srp sv:swe sw:swa ta:tam te:tel th:tha tr:tur uk:ukr ur:urd
    vi:vie zh:zho
"""
_LETTERS = dict(pair.split(":") for pair in _ISO_639_2.split())


def book_tags(book: BookAudio) -> dict[str, str]:
    """The tags of a file that holds the whole book."""
    title = " ".join(book.info.title.split())
    return {
        "title": title,
        "album": title,
        "artist": book.info.author,
        "album_artist": book.info.author,
        "composer": book.narrators,
        "genre": "Audiobook",
        "date": book.date,
        "description": book.description,
        "comment": DISCLOSURE,
        "language": language_code(book.info.language),
    }


def chapter_tags(book: BookAudio, number: int) -> dict[str, str]:
    """The tags of a file that holds chapter `number`, counted from 1."""
    title = chapter_title(book, number)
    return book_tags(book) | {"title": title, "track": f"{number}/{len(book.chapters)}"}


def chapter_title(book: BookAudio, number: int) -> str:
    """A title that is never empty: some players refuse a table with a nameless chapter."""
    title = " ".join(book.chapters[number - 1].audio.title.split())
    return shortened(title, _TITLE) or f"Chapter {number}"


def chapter_marks(book: BookAudio, lengths: Iterable[int] | None = None) -> tuple[Mark, ...]:
    """Where each chapter lies in the whole book, in frames; or by their `lengths`, in samples."""
    marks, start = [], 0
    lengths = lengths or [chapter.audio.frames for chapter in book.chapters]
    for number, length in enumerate(lengths, 1):
        end = start + length
        marks.append(Mark(start, end, chapter_title(book, number)))
        start = end
    return tuple(marks)


def language_code(tag: str) -> str:
    """The three letters (ISO 639-2) that audio files want for a BCP 47 tag; `und` if unknown.

    >>> language_code("en-GB")
    'eng'
    """
    primary = tag.replace("_", "-").split("-")[0].strip().lower()
    if len(primary) == 3 and primary.isascii() and primary.isalpha():
        return primary
    return _LETTERS.get(primary, "und")
