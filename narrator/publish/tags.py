"""What a player shows of a file: tags by the names ffmpeg gives them."""

import html
from collections.abc import Iterable

from narrator.languages import titles_for
from narrator.model import BookInfo

from .ffmetadata import Mark
from .interface import BookAudio
from .names import shortened

_MP4_ONLY = ("show", "episode_id", "synopsis")
"""Tags that other containers have under another name."""
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
        **_series_tags(book.info),
        "title": title,
        "album": title,
        "artist": book.info.author,
        "album_artist": book.info.author,
        # Players take the composer for the narrator; a few have a tag of that name.
        "composer": book.narrators,
        "narrator": book.narrators,
        "genre": "Audiobook",
        "date": book.date,
        "description": book.description,
        "synopsis": book.description,
        "comment": titles_for(book.info.language).disclosure,
        "language": language_code(book.info.language),
    }


def as_id3(tags: dict[str, str]) -> dict[str, str]:
    """`tags` by the names that an MP3 has for them."""
    kept = {key: value for key, value in tags.items() if key not in _MP4_ONLY}
    grouping = kept.pop("grouping", "")
    return kept | ({"TIT1": grouping} if grouping else {})


def as_vorbis(tags: dict[str, str]) -> dict[str, str]:
    """`tags` as Ogg and FLAC have them: ffmpeg makes one entry of comment and description."""
    kept = {key: value for key, value in tags.items() if key not in _MP4_ONLY}
    told = (kept.pop("description", ""), kept.pop("comment", ""))
    return kept | {"comment": "\n\n".join(filter(None, told))}


def chapter_comments(marks: Iterable[Mark], rate: int) -> dict[str, str]:
    """Chapters as Vorbis comments: `CHAPTER001=00:00:00.000`, `CHAPTER001NAME=One`."""
    found = {}
    for number, mark in enumerate(marks, 1):
        seconds, thousandths = divmod(round(mark.start * 1000 / rate), 1000)
        minutes, seconds = divmod(seconds, 60)
        hours, minutes = divmod(minutes, 60)
        name = f"CHAPTER{number:03}"
        found[name] = f"{hours:02}:{minutes:02}:{seconds:02}.{thousandths:03}"
        found[f"{name}NAME"] = mark.title
    return found


def overdrive_markers(marks: Iterable[Mark], rate: int) -> dict[str, str]:
    """Chapters as OverDrive has them, which players on Android know better than ID3's."""
    rows = []
    for mark in marks:
        minutes, seconds = divmod(mark.start / rate, 60)
        name = html.escape(mark.title, quote=False)
        time = f"{int(minutes)}:{seconds:06.3f}"
        rows.append(f"<Marker><Name>{name}</Name><Time>{time}</Time></Marker>")
    return {"OverDrive MediaMarkers": f"<Markers>{''.join(rows)}</Markers>"}


def _series_tags(info: BookInfo) -> dict[str, str]:
    """The series by every name that a player looks for it."""
    if not info.series:
        return {}
    number = info.series_number
    return {
        "series": info.series,
        "series-part": number,
        "show": info.series,
        "episode_id": number,
        "grouping": f"{info.series} #{number}" if number else info.series,
    }


def chapter_tags(book: BookAudio, number: int) -> dict[str, str]:
    """The tags of a file that holds chapter `number`, counted from 1."""
    title = chapter_title(book, number)
    return book_tags(book) | {"title": title, "track": f"{number}/{len(book.chapters)}"}


def chapter_title(book: BookAudio, number: int) -> str:
    """A title that is never empty: some players refuse a table with a nameless chapter."""
    title = " ".join(book.chapters[number - 1].audio.title.split())
    numbered = titles_for(book.info.language).chapter.format(number=number)
    return shortened(title, _TITLE) or numbered


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
