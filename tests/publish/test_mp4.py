"""An MP4 filled by us is what ffmpeg would have made of the same packets."""

import struct
from array import array
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import av
import pytest

from narrator.errors import NarratorError
from narrator.mixing import Mixed, encode
from narrator.mixing.ffmpeg import file
from narrator.publish import BookAudio, publish
from narrator.publish import mp4 as mp4_module
from narrator.publish.aac import BLOCK, RATE
from narrator.publish.mp4 import Box, boxes, fill

MakeBook = Callable[..., BookAudio]
MakeChapter = Callable[..., Mixed]


@pytest.fixture
def book(make_book: MakeBook, make_chapter: MakeChapter, tmp_path: Path) -> Path:
    """The M4B of a book of four chapters."""
    chapters = tuple(make_chapter(f"No. {n}", n) for n in (4, 1, 3, 2))
    list(publish(replace(make_book(), chapters=chapters), tmp_path, ["m4b"], jobs=2))
    return tmp_path / "A Book.m4b"


def moov(path: Path) -> Box:
    return next(box for box, _ in boxes(path.read_bytes()) if box.kind == b"moov")


def tracks(path: Path) -> list[Box]:
    return [part for part in moov(path).parts if part.kind == b"trak"]


def packets(path: Path) -> list[tuple[int | None, int | None, int | None, bytes]]:
    with av.open(str(path)) as container:
        sound = container.streams.audio[0]
        return [
            (packet.pts, packet.dts, packet.duration, bytes(packet))
            for packet in container.demux(sound)
            if packet.size
        ]


def remuxed(path: Path, *options: str) -> Path:
    """The same packets, and the same chapters, in a file that is ffmpeg's alone."""
    target = path.with_name("theirs.mp4")
    copied = ("-map", "0:a", "-map_chapters", "0", "-c", "copy", "-movie_timescale", str(RATE))
    encode(("-i", file(path), *copied, *options, "-f", "mp4", file(target)), ())
    return target


def test_it_is_what_ffmpeg_makes_of_the_same_packets(book: Path) -> None:
    theirs = remuxed(book)
    assert packets(book) == packets(theirs)
    for kinds in (
        (b"mvhd",),
        (b"trak", b"tkhd"),
        (b"trak", b"edts", b"elst"),
        (b"trak", b"mdia", b"mdhd"),
        (b"trak", b"mdia", b"minf", b"stbl", b"stsz"),
        (b"trak", b"mdia", b"minf", b"stbl", b"stts"),
        (b"trak", b"mdia", b"minf", b"stbl", b"sbgp"),
    ):
        assert moov(book).first(*kinds) == moov(theirs).first(*kinds), kinds


def test_the_text_of_the_chapters_is_where_it_should_be(book: Path) -> None:
    _, text = tracks(book)
    table = text.first(b"mdia", b"minf", b"stbl")
    content = book.read_bytes()
    (at,) = struct.unpack_from(">I", table.first(b"stco").body, 8)
    for title in ("No. 4", "No. 1", "No. 3", "No. 2"):
        length = int.from_bytes(content[at : at + 2], "big")
        assert content[at + 2 : at + 2 + length].decode() == title
        at += 2 + length + 12  # behind each title stands what its letters are coded in


def test_more_than_four_gigabytes_have_room(
    book: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pieces = sorted((tmp_path / ".pieces").iterdir())
    usual = tmp_path / "usual.m4b"
    fill(book, pieces, usual, lambda _: None)
    monkeypatch.setattr(mp4_module, "_FOUR_BYTES", 1000)
    wide = tmp_path / "wide.m4b"
    fill(book, pieces, wide, lambda _: None)
    assert b"co64" in wide.read_bytes() and b"co64" not in usual.read_bytes()
    assert packets(wide) == packets(usual)
    with av.open(str(wide)) as long, av.open(str(usual)) as short:
        assert long.duration == short.duration and long.chapters() == short.chapters()


def test_the_bit_rate_is_that_of_all_of_it(book: Path) -> None:
    sizes = array("I", (len(packet[3]) for packet in packets(book)))
    rate = sum(sizes) * 8 * RATE // (len(sizes) * BLOCK)
    described = tracks(book)[0].first(b"mdia", b"minf", b"stbl", b"stsd").body
    assert struct.pack(">II", rate, rate) in described
    with av.open(str(book)) as container:
        assert container.streams.audio[0].bit_rate == rate


@pytest.mark.parametrize("content", [b"", b"nonsense" * 20, b"\0\0\0\x08moov", b"\0\0\0\4free"])
def test_a_head_that_is_none_is_told(book: Path, tmp_path: Path, content: bytes) -> None:
    head = tmp_path / "head.mp4"
    head.write_bytes(content)
    pieces = sorted((tmp_path / ".pieces").iterdir())
    with pytest.raises(NarratorError, match="not understood"):
        fill(head, pieces, tmp_path / "x.m4b", lambda _: None)
