"""The contract of every format, read back by a library of its own."""

import array
import random
import wave
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import av
import pytest

from narrator.mixing import (
    CEILING,
    TARGET,
    Mixed,
    TakeInMix,
    convert,
    level_voices,
    measure,
    mix,
)
from narrator.mixing.ffmpeg import file
from narrator.model import BookInfo, Clip, Line, Pauses, ScriptChapter
from narrator.publish import BookAudio, Published, find_format, format_names, publish
from narrator.publish.aac import BLOCK, RATE

MakeBook = Callable[..., BookAudio]
MakeChapter = Callable[..., Mixed]

TITLES = ('It\'s "so"; a=b #1 \\', "Zwölf: 日本語 😀", "", "[CHAPTER] 100% / two\\")


FILLING = 0.05 + BLOCK / RATE
"""Seconds of silence, at most, that a chapter ends with so that it can be joined."""


OF_CHAPTERS = [name for name in format_names() if not find_format(name).whole_book]


def published(book: BookAudio, folder: Path, name: str) -> list[Published]:
    return sorted(publish(book, folder, [name], jobs=2), key=lambda each: each.path)


def frames_in(path: Path, rate: int) -> int:
    """The frames a player gets to hear."""
    shape = ("-f", "s16le", "-ac", "1", "-ar", str(rate), "pipe:1")
    return len(convert(("-i", file(path), *shape), b"")) // 2


def tags_of(path: Path) -> dict[str, str]:
    with av.open(str(path)) as audio:
        tags = dict(audio.metadata) | dict(audio.streams.audio[0].metadata)
    return {key.lower(): value for key, value in tags.items()}


def picture_of(path: Path) -> bytes | None:
    with av.open(str(path)) as audio:
        if not audio.streams.video:
            return None
        return bytes(next(audio.demux(audio.streams.video[0])))


def test_the_formats_under_contract() -> None:
    of_chapters = {"mp3", "m4a", "opus", "flac", "wav"}
    assert set(format_names()) == of_chapters | {"m4b", "mp3-book", "opus-book", "flac-book"}


@pytest.mark.parametrize("name", format_names())
def test_every_format_holds_the_book(
    make_book: MakeBook, tmp_path: Path, png: Path, name: str
) -> None:
    book = replace(make_book(TITLES), cover=png)
    kind = find_format(name)
    files = published(book, tmp_path / "out", name)
    whole = sum(chapter.audio.seconds for chapter in book.chapters)
    lengths = [whole] if kind.whole_book else [each.audio.seconds for each in book.chapters]
    # Chapters that are joined end with silence that fills whole blocks of 1024 samples.
    longer = FILLING * len(book.chapters) if kind.whole_book else FILLING
    slack = longer if kind.joined else 0.0005
    assert [each.seconds for each in files] == pytest.approx(lengths, abs=slack)
    # ffmpeg 4 does not trim the last of AAC's blocks.
    tolerance = 0.025 if kind.joined else 0.001
    for each in files:
        seconds = each.seconds
        assert each.path.suffix == kind.suffix
        assert frames_in(each.path, 44100) / 44100 == pytest.approx(seconds, abs=tolerance)
        assert tags_of(each.path)["artist"] == "Jane Author"
        assert picture_of(each.path) == (png.read_bytes() if kind.cover or kind.cover_tag else None)
    assert {path.name for path in (tmp_path / "out").iterdir()} == {
        ".published.json",
        *([".pieces"] if kind.joined else []),
        *(each.path.name for each in files),
    }


@pytest.mark.parametrize("name", format_names())
def test_the_same_book_gives_the_same_bytes(make_book: MakeBook, tmp_path: Path, name: str) -> None:
    first, second = (
        [each.path.read_bytes() for each in published(make_book(), tmp_path / folder, name)]
        for folder in ("one", "two")
    )
    assert first == second


@pytest.mark.parametrize("name", OF_CHAPTERS)
def test_chapter_files_are_tagged(make_book: MakeBook, tmp_path: Path, name: str) -> None:
    files = published(make_book(TITLES), tmp_path, name)
    for number, (each, title) in enumerate(zip(files, TITLES, strict=True), 1):
        tags = tags_of(each.path)
        assert tags["title"].removesuffix(" ") == (title or "Chapter 3")
        assert (tags["album"], tags["genre"], tags["date"]) == ("A Book", "Audiobook", "2026")
        assert tags["track"] == f"{number}/4"
        assert "Read by synthetic voices" in tags["comment"]


def test_mp3_is_id3v2_3_at_a_constant_rate(make_book: MakeBook, tmp_path: Path) -> None:
    (path,) = [each.path for each in published(make_book(["One"]), tmp_path, "mp3")]
    assert path.read_bytes()[:4] == b"ID3\x03"
    with av.open(str(path)) as audio:
        packets = [bytes(packet) for packet in audio.demux() if packet.size]
        assert audio.streams.audio[0].codec_context.sample_rate == 44100
    # The bit rate is in the third byte of each frame.
    assert len({packet[2] >> 4 for packet in packets}) == 1
    assert tags_of(path)["composer"] == "Voice A, Voice B (synthetic)"
    assert tags_of(path)["language"] == "eng"


def test_m4b_is_an_audiobook_with_its_chapters(make_book: MakeBook, tmp_path: Path) -> None:
    book = make_book(TITLES)
    (each,) = published(book, tmp_path, "m4b")
    assert each.path.name == "A Book.m4b"
    assert each.path.read_bytes()[4:12] == b"ftypM4B "
    tags = tags_of(each.path)
    assert tags["media_type"] == "2"
    assert tags["gapless_playback"] == "1"
    assert (tags["title"], tags["album_artist"]) == ("A Book", "Jane Author")
    assert tags["composer"] == "Voice A, Voice B (synthetic)"
    assert tags["description"] == "What it is about."
    assert tags["language"] == "eng"
    with av.open(str(each.path)) as audio:
        chapters = [
            (float(c["start"] * c["time_base"]), float(c["end"] * c["time_base"]), c["metadata"])
            for c in audio.chapters()
        ]
    start = 0.0
    for (begin, end, marks), chapter, title in zip(chapters, book.chapters, TITLES, strict=True):
        assert begin == pytest.approx(start, abs=0.00003)
        assert 0 <= end - begin - chapter.audio.seconds <= FILLING
        start = end
        assert marks["title"].removesuffix(" ") == (title or "Chapter 3")


def test_m4b_can_be_heard_before_it_is_all_there(make_book: MakeBook, tmp_path: Path) -> None:
    (each,) = published(make_book(), tmp_path, "m4b")
    data = each.path.read_bytes()
    assert 0 < data.find(b"moov") < data.find(b"mdat")


@pytest.mark.parametrize(("count", "nero"), [(255, True), (256, False), (300, False)])
def test_more_chapters_than_the_old_table_holds(
    make_chapter: MakeChapter, make_book: MakeBook, tmp_path: Path, count: int, nero: bool
) -> None:
    silent = Pauses(**dict.fromkeys(Pauses.__slots__, 0.0))
    empty = make_chapter("No. 1", 0, pauses=silent)
    chapters = tuple(
        replace(empty, audio=replace(empty.audio, title=f"No. {number}"))
        for number in range(1, count + 1)
    )
    (each,) = published(replace(make_book(), chapters=chapters), tmp_path, "m4b")
    assert (b"chpl" in each.path.read_bytes()) is nero
    with av.open(str(each.path)) as audio:
        titles = [chapter["metadata"]["title"] for chapter in audio.chapters()]
    assert titles == [f"No. {number}" for number in range(1, count + 1)]


def test_a_chapter_without_a_sound_breaks_no_table(
    make_chapter: MakeChapter, make_book: MakeBook, tmp_path: Path
) -> None:
    silent = Pauses(**dict.fromkeys(Pauses.__slots__, 0.0))
    chapters = (
        make_chapter("Empty", 0, pauses=silent),
        make_chapter("One"),
        make_chapter("Empty too", 0, pauses=silent),
    )
    (each,) = published(replace(make_book(), chapters=chapters), tmp_path, "m4b")
    with av.open(str(each.path)) as audio:
        titles = [chapter["metadata"]["title"] for chapter in audio.chapters()]
    assert titles == ["Empty", "One", "Empty too"]


@pytest.mark.parametrize("gain", [8.0, 16.0])
@pytest.mark.parametrize("name", format_names())
def test_no_peak_above_the_ceiling(
    make_chapter: MakeChapter, make_book: MakeBook, tmp_path: Path, name: str, gain: float
) -> None:
    book = replace(make_book(), chapters=(make_chapter("Loud", 8, gain=gain),))
    (each,) = published(book, tmp_path, name)
    assert measure(each.path).true_peak <= CEILING


def voice(path: Path, key: str, softer: float) -> Clip:
    """Bursts of noise with speech's rise and fall, in sentences of 1.5 s."""
    chance = random.Random(key)
    factor = 10 ** (-softer / 20)
    noise = [chance.uniform(-9000, 9000) for _ in range(3308)]
    bursts = [
        array.array("h", [int(each * strength * factor) for each in noise]).tobytes()
        for strength in (1, 0.3, 0.7, 0.2, 0)
    ]
    with wave.open(str(path), "wb") as out:
        out.setparams((1, 2, 22050, 0, "NONE", ""))
        out.writeframes(b"".join(bursts) * 2 * 8)
    return Clip(key, path, 22050, (33080,) * 8)


@pytest.mark.parametrize("name", format_names())
def test_a_finished_chapter_is_as_loud_as_speech_should_be(tmp_path: Path, name: str) -> None:
    clips = [voice(tmp_path / f"{softer}.wav", f"{softer}", softer) for softer in (0, 9)]
    takes = {
        n: TakeInMix(clip, gain)
        for n, (clip, gain) in enumerate(zip(clips, level_voices(clips), strict=True))
    }
    assert takes[1].gain - takes[0].gain == pytest.approx(9, abs=0.5)
    chapter = ScriptChapter("One", (Line("Tom", "“Yes.”"), Line("Anna", "“No.”")))
    mixed = mix(chapter, takes, Pauses(), 22050)
    (each,) = published(BookAudio(BookInfo("A Book"), (mixed,)), tmp_path / "out", name)
    heard = measure(each.path)
    assert heard.lufs == pytest.approx(TARGET, abs=1)
    assert heard.true_peak <= CEILING


def test_a_jpeg_cover_goes_in_unchanged(make_book: MakeBook, tmp_path: Path) -> None:
    picture = convert(
        ("-f", "lavfi", "-i", "color=red:size=64x64", "-frames:v", "1", "-f", "mjpeg", "pipe:1"),
        b"",
    )
    path = tmp_path / "cover.png"
    path.write_bytes(picture)
    for name in ("mp3", "m4b"):
        book = replace(make_book(["One"]), cover=path)
        (each,) = published(book, tmp_path / "out", name)
        assert picture_of(each.path) == picture


def test_an_odd_folder_is_no_trouble(make_book: MakeBook, tmp_path: Path) -> None:
    folder = tmp_path / "it's 100%d [of] 'é' #1"
    assert all(each.path.exists() for each in published(make_book(), folder, "m4b"))


@pytest.mark.parametrize("name", ["mp3", "m4b", "opus", "flac", "wav", "mp3-book"])
def test_a_sound_for_each_ear(make_book: MakeBook, tmp_path: Path, name: str) -> None:
    book = replace(make_book(["One"]), stereo=True, room_tone=True)
    (each,) = published(book, tmp_path, name)
    with av.open(str(each.path)) as audio:
        assert audio.streams.audio[0].codec_context.layout.nb_channels == 2
    heard = measure(each.path)
    assert heard.lufs == pytest.approx(TARGET, abs=0.6)
    assert heard.true_peak <= CEILING
