"""Subtitles say what is heard, whatever the words are, and other programs can read them."""

import re
import warnings
from collections.abc import Callable
from itertools import accumulate, pairwise
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from narrator.companions.subtitles import Subtitle, srt, subtitles, vtt
from narrator.model import Line, LineKind

with warnings.catch_warnings():
    warnings.simplefilter("ignore")
    import av

NASTY = (
    Line("Narrator", "--> 00:00:01.000", LineKind.HEADING),
    Line("Tom & <b>Jerry>", "“a < b && c > d --> e,” [sic].", LineKind.DIALOGUE),
    Line("Narrator", "One line,\nanother line,\nNOTE no more.", LineKind.VERSE),
    Line("Narrator", "…"),
    Line("שרה", "“שלום,” 😀 she said.", LineKind.DIALOGUE),
)


def packets(path: Path) -> list[tuple[float, str]]:
    """Time and text of every subtitle, as ffmpeg's libraries read the file."""
    with av.open(str(path)) as file:
        stream = file.streams[0]
        return [
            (float(packet.pts * stream.time_base), bytes(packet).decode())
            for packet in file.demux(stream)
            if packet.pts is not None
        ]


@pytest.fixture
def folder(make_edition: Callable[..., Any], write_out: Callable[..., Path]) -> Path:
    return write_out(make_edition([("A/B: c", NASTY)], author="J [ed.]"))


@pytest.mark.parametrize("ending", ["vtt", "srt", "lrc"])
def test_another_program_reads_as_many_as_there_are(
    folder: Path, make_edition: Callable[..., Any], ending: str
) -> None:
    (path,) = (folder / "subtitles").glob(f"*.{ending}")
    edition = make_edition([("A/B: c", NASTY)])
    wanted = subtitles(edition.audio.chapters[0].audio, edition)
    found = packets(path)
    assert [time for time, _ in found] == [pytest.approx(each.start, abs=0.006) for each in wanted]
    assert len(wanted) == 4


def test_webvtt_holds_no_markup_but_ours(folder: Path) -> None:
    (path,) = (folder / "subtitles").glob("*.vtt")
    text = path.read_text(encoding="utf-8")
    assert text.startswith("WEBVTT\n")
    assert (
        "<v Tom &amp; &lt;b&gt;Jerry&gt;>“a &lt; b &amp;&amp; c &gt; d --&gt; e,” [sic].</v>"
        in text
    )
    assert set(re.findall(r"<(\S)", text)) == {"v", "/"}
    assert all(len(block.splitlines()) == 3 for block in text.strip().split("\n\n")[1:])


def test_names_are_in_front_where_the_format_has_no_place_for_them(folder: Path) -> None:
    (srt,) = (folder / "subtitles").glob("*.srt")
    (lrc,) = (folder / "subtitles").glob("*.lrc")
    assert "[שרה] “שלום,” 😀 she said." in srt.read_text(encoding="utf-8")
    assert "שרה: “שלום,” 😀 she said." in lrc.read_text(encoding="utf-8")
    assert "[ar:J (ed.)]" in lrc.read_text(encoding="utf-8")


def test_they_are_called_after_the_sound(folder: Path) -> None:
    (sound,) = folder.glob("*.mp3")
    names = {path.name for path in (folder / "subtitles").iterdir()}
    assert names == {f"{sound.stem}.{ending}" for ending in ("vtt", "srt", "lrc")}


def test_nothing_heard_is_still_a_file() -> None:
    assert vtt((), "not a tag!") == "WEBVTT\n"


HOURS = 40 * 3600.0


def test_times_after_many_hours() -> None:
    said = (
        Subtitle(HOURS + 61.0004, HOURS + 62.9996, "A > B & C", "x --> y"),
        Subtitle(HOURS + 63.0, HOURS + 64.5, "Narrator", "end"),
    )
    assert "40:01:01.000 --> 40:01:03.000\n<v A &gt; B &amp; C>x --&gt; y</v>" in vtt(said)
    assert "40:01:01,000 --> 40:01:03,000\n[A > B & C] x → y" in srt(said)


@given(st.lists(st.floats(0.0, 5.0), min_size=2, max_size=40))
def test_none_overlaps_the_next(steps: list[float]) -> None:
    """Whatever rounding does."""
    times = list(accumulate(steps))
    said = tuple(Subtitle(a, b, "Tom", "words") for a, b in pairwise(times))
    for text in (vtt(said), srt(said)):
        found = re.findall(r"^(\S+) --> (\S+)$", text, re.MULTILINE)
        clocks = [each for pair in found for each in pair]
        assert clocks == sorted(clocks)
