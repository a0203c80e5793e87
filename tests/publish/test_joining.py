"""Chapters that were encoded singly and joined lie where the chapter table says, to the sample."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import av
import numpy as np
import pytest

from narrator.errors import NarratorError
from narrator.mixing import Mixed, convert, mix
from narrator.mixing.ffmpeg import file
from narrator.model import Line, Pause, Pauses, ScriptChapter
from narrator.publish import BookAudio, publish
from narrator.publish.aac import BLOCK, RATE, lengths, packet_sizes, packets

MakeBook = Callable[..., BookAudio]
MakeChapter = Callable[..., Mixed]
Samples = np.ndarray[tuple[int], np.dtype[np.float64]]


def run(book: BookAudio, folder: Path, *formats: str) -> dict[str, bool]:
    return {each.path.name: each.written for each in publish(book, folder, formats, jobs=2)}


def heard(path: Path) -> Samples:
    """What a player gets to hear, at the encoder's rate."""
    raw = convert(("-i", file(path), "-f", "s16le", "-ac", "1", "-ar", str(RATE), "pipe:1"), b"")
    return np.frombuffer(raw, "<i2").astype(np.float64)


def starts(path: Path) -> list[float]:
    """Where the chapters begin, in samples."""
    with av.open(str(path)) as audio:
        return [float(each["start"] * each["time_base"] * RATE) for each in audio.chapters()]


def lag(sound: Samples, expected: Samples, around: int = 4000) -> int:
    """By how many samples `expected` comes later in `sound` than at its beginning."""
    size = 1 << (len(sound) + len(expected)).bit_length()
    product = np.fft.rfft(sound, size) * np.conj(np.fft.rfft(expected, size))
    likeness = np.roll(np.fft.irfft(product, size), around)[: 2 * around]
    return int(np.argmax(likeness)) - around


@pytest.mark.parametrize("tail", [0.0, 1.0], ids=["ends with a word", "ends with a pause"])
def test_chapters_lie_where_the_table_says(
    make_book: MakeBook, make_chapter: MakeChapter, tmp_path: Path, tail: float
) -> None:
    pauses = Pauses(tail=tail)
    chapters = [make_chapter(f"No. {n}", n, gain=float(-n), pauses=pauses) for n in (4, 1, 3, 2)]
    run(replace(make_book(), chapters=tuple(chapters)), tmp_path, "wav", "m4b", "m4a")
    book = heard(tmp_path / "A Book.m4b")
    for number, start in enumerate(starts(tmp_path / "A Book.m4b"), 1):
        assert start == pytest.approx(round(start), abs=0.01) and round(start) % BLOCK == 0
        single = heard(next(tmp_path.glob(f"{number:02} - *.wav")))
        assert abs(lag(book[round(start) : round(start) + len(single)], single)) <= 1
        # What the chapter is by itself; decoders make up the softest noise as they please.
        alone = heard(next(tmp_path.glob(f"{number:02} - *.m4a")))
        assert np.abs(book[round(start) : round(start) + len(alone)] - alone).max() <= 60


def test_long_chapters_are_in_both_tables(make_book: MakeBook, tmp_path: Path) -> None:
    rows = (Line("Narrator", "One."), Pause(200.0))
    chapters = [mix(ScriptChapter(f"No. {n}", rows), {}, Pauses(), 22050) for n in range(3)]
    run(replace(make_book(), chapters=tuple(chapters)), tmp_path, "m4b")
    content = (tmp_path / "A Book.m4b").read_bytes()
    # The sound, and the text of QuickTime's chapters, which it refers to as track 2.
    assert content.count(b"trak") == 2
    assert b"tref\0\0\0\x0cchap\0\0\0\2" in content
    assert content.count(b"chpl") == 1
    assert starts(tmp_path / "A Book.m4b") == pytest.approx(
        [sum(lengths(chapters)[:n]) for n in range(3)], abs=0.01
    )


def test_one_changed_chapter_is_encoded_alone(
    make_book: MakeBook, make_chapter: MakeChapter, tmp_path: Path
) -> None:
    chapters = [make_chapter(f"No. {n}", n) for n in (4, 1, 3)]
    book = replace(make_book(), chapters=tuple(chapters))
    run(book, tmp_path, "m4b")
    before = {path.name for path in (tmp_path / ".pieces").iterdir()}
    assert len(before) == 3
    changed = (chapters[0], make_chapter("No. 1", 1, gain=3.0), chapters[2])
    assert run(replace(book, chapters=changed), tmp_path, "m4b") == {"A Book.m4b": True}
    after = {path.name for path in (tmp_path / ".pieces").iterdir()}
    assert len(after) == 3 and len(after - before) == 1


def test_other_tags_and_another_order_encode_nothing(
    make_book: MakeBook, make_chapter: MakeChapter, tmp_path: Path
) -> None:
    chapters = [make_chapter(f"No. {n}", n) for n in (4, 1, 3)]
    book = replace(make_book(), chapters=tuple(chapters))
    run(book, tmp_path, "m4b")
    stamps = {path: path.stat().st_mtime_ns for path in (tmp_path / ".pieces").iterdir()}
    other = replace(book, narrators="Someone", chapters=tuple(reversed(chapters)))
    assert run(other, tmp_path, "m4b") == {"A Book.m4b": True}
    assert {path: path.stat().st_mtime_ns for path in (tmp_path / ".pieces").iterdir()} == stamps


@pytest.mark.parametrize("harm", [b"nonsense", b"\xff\xf1\x50\x40\xff\xff\xfc", b"\xff"])
def test_a_damaged_piece_is_told(tmp_path: Path, harm: bytes) -> None:
    path = tmp_path / "piece.aac"
    path.write_bytes(harm)
    with pytest.raises(NarratorError, match="damaged"):
        packet_sizes(path)
    with pytest.raises(NarratorError, match="damaged"):
        packets(path, [100])
    with pytest.raises(NarratorError, match="damaged"):
        packet_sizes(tmp_path / "nothing.aac")
