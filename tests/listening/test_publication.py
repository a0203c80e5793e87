"""`publication.json`, the feed and the report: true, valid, and harmless."""

import json
import re
from collections.abc import Callable
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from typing import Any
from urllib.parse import unquote
from xml.etree import ElementTree

import feedparser
import podcastparser
import pytest

from narrator.companions import feed, feed_address
from narrator.errors import NarratorError
from narrator.model import Doubt, Line, LineKind, Skipped
from narrator.production import Publication

FEED = "https://example.org/books/keys/feed.xml"
ITUNES = "{http://www.itunes.com/dtds/podcast-1.0.dtd}"
HARM = '<script>alert("1")</script> & ]]> “x” \x0b'
ROWS = (
    Line("Narrator", HARM, LineKind.HEADING),
    Line(f"Tom {HARM}", f"“Yes. No.” {HARM}", LineKind.DIALOGUE, doubt=Doubt(0.4, f"why {HARM}")),
    Skipped("12", "page number"),
    Skipped(HARM, HARM),
)


def test_the_publication_says_what_is_there(keys: Any) -> None:
    data = json.loads((keys.folder / "publication.json").read_text(encoding="utf-8"))
    assert data["conformsTo"] == "https://www.w3.org/TR/audiobooks/"
    assert (data["name"], data["author"], data["type"]) == (
        "The Two Keys",
        "Jane Author",
        "Audiobook",
    )
    files = [unquote(each["url"]) for each in data["readingOrder"] + data["resources"]]
    assert all((keys.folder / name).is_file() for name in files)
    seconds = [float(each["duration"][2:-1]) for each in data["readingOrder"]]
    assert float(data["duration"][2:-1]) == pytest.approx(sum(seconds), abs=0.01)
    assert seconds == [pytest.approx(file.seconds, abs=0.001) for file in keys.made.files]


def test_the_feed_is_valid_and_true(keys: Any) -> None:
    feed = feedparser.parse((keys.folder / "feed.xml").read_bytes())
    assert not feed.bozo
    assert feed.version == "rss20"
    assert (feed.feed.title, feed.feed.author) == ("The Two Keys", "Jane Author")
    assert [entry.title for entry in feed.entries] == ["Chapter One", "Chapter Two"]
    dates = [entry.published_parsed for entry in feed.entries]
    assert dates == sorted(dates)
    assert len({entry.id for entry in feed.entries}) == 2
    for entry in feed.entries:
        (sound,) = entry.enclosures
        assert sound.href.startswith("https://example.org/books/keys/0")
        file = keys.folder / unquote(sound.href.rpartition("/")[2])
        assert (int(sound.length), sound.type) == (file.stat().st_size, "audio/mpeg")


def test_podcast_apps_read_the_feed(keys: Any) -> None:
    """As gPodder does, and by the rules of RSS 2.0 and of Apple's directory."""
    text = (keys.folder / "feed.xml").read_bytes()
    parsed = podcastparser.parse(FEED, BytesIO(text))
    assert (parsed["title"], parsed["type"], parsed["language"]) == ("The Two Keys", "serial", "en")
    assert [each["number"] for each in parsed["episodes"]] == [1, 2]
    lengths = [round(file.seconds) for file in keys.made.files]
    assert [each["total_time"] for each in parsed["episodes"]] == lengths
    assert all(each["enclosures"][0]["file_size"] > 10_000 for each in parsed["episodes"])
    channel = ElementTree.fromstring(text).find("channel")
    assert channel is not None
    needed = ("title", "link", "description", "language", f"{ITUNES}explicit", f"{ITUNES}category")
    assert all(channel.find(name) is not None for name in needed)
    for item in channel.iter("item"):
        assert [item.findtext(name) for name in ("title", "guid", "pubDate")]
        enclosure = item.find("enclosure")
        assert enclosure is not None and set(enclosure.keys()) == {"url", "length", "type"}


def test_the_feed_names_the_cover_and_keeps_its_numbers() -> None:
    book = {
        "id": "urn:uuid:1", "name": "A & <B>", "abstract": "x", "inLanguage": "en",
        "readingOrder": [
            {"url": "1.mp3", "encodingFormat": "audio/mpeg", "name": "One", "duration": "PT90.4S"}
        ],
        "resources": [{"url": "cover.jpg", "rel": "cover"}],
    }  # fmt: skip
    first = feed(book, "https://e.org/a/", lambda _: 7)
    parsed = podcastparser.parse("https://e.org/a/feed.xml", BytesIO(first.encode()))
    assert parsed["cover_url"] == "https://e.org/a/cover.jpg"
    assert ElementTree.fromstring(first).findtext("channel/image/url") == parsed["cover_url"]
    # The same chapter is the same episode, wherever the book is and however long it became.
    again = feed(book, "http://192.168.1.2:8425/", lambda _: 9)
    guid = podcastparser.parse("x", BytesIO(again.encode()))["episodes"][0]["guid"]
    assert guid == parsed["episodes"][0]["guid"] == "urn:uuid:1/1"


def test_words_that_mean_harm_stay_words(
    make_edition: Callable[..., Any], write_out: Callable[..., Path]
) -> None:
    edition = make_edition([(HARM, ROWS)], title=HARM, author=HARM)
    folder = write_out(edition, feed="http://example.org/x")
    feed = feedparser.parse((folder / "feed.xml").read_bytes(), sanitize_html=False)
    assert not feed.bozo
    assert json.loads((folder / "publication.json").read_text(encoding="utf-8"))["name"] == HARM
    report = (folder / "report.html").read_text(encoding="utf-8")
    assert not re.search(r"<script|<img|\son\w+=|javascript:", report)
    assert "default-src &#x27;none&#x27;" in report or "default-src 'none'" in report
    assert "&lt;script&gt;" in report


@pytest.mark.parametrize(
    "base", ["", "example.org", "ftp://x/", "https://", 'https://x/"><', "file:///x"]
)
def test_a_feed_needs_an_address(base: str) -> None:
    with pytest.raises(NarratorError, match="no web address"):
        feed_address(base)
    if base:
        with pytest.raises(NarratorError, match="no web address"):
            Publication(("mp3",), feed=base).check()


def test_the_report_says_that_every_word_is_heard(keys: Any) -> None:
    report = (keys.folder / "report.html").read_text(encoding="utf-8")
    assert re.search(r"All \d+ words of the script are heard, once and in order", report)
    assert "The script is as it was made from the story" in report
    assert re.search(r"-1[5-9]\.\d LUFS|-2[0-2]\.\d LUFS", report)
    doubtful = sum(bool(line.doubt) for each in keys.made.script.chapters for line in each.lines)
    assert report.count('href="index.html#') == doubtful


def test_the_report_says_what_is_not_heard(
    make_edition: Callable[..., Any], write_out: Callable[..., Path]
) -> None:
    edition = make_edition([("One", ROWS)])
    chapter = edition.audio.chapters[0]
    mute = [replace(cue, sentences=()) for cue in chapter.audio.cues]
    audio = replace(chapter.audio, cues=(chapter.audio.cues[0], *mute[1:]))
    mixed = replace(chapter, audio=audio)
    edition = replace(edition, edited=True, audio=replace(edition.audio, chapters=(mixed,)))
    report = (write_out(edition) / "report.html").read_text(encoding="utf-8")
    assert re.search(r"\d+ of \d+ words are not heard", report)
    assert "edited by hand" in report
    assert "page number (1)" in report


def test_a_second_run_writes_nothing(
    make_edition: Callable[..., Any], write_out: Callable[..., Path], tmp_path: Path
) -> None:
    edition = make_edition([("One", ROWS), ("Two", ROWS)])
    folder = write_out(edition, "epub", feed="http://example.org/x")
    before = {path: path.stat().st_mtime_ns for path in folder.rglob("*") if path.is_file()}
    write_out(edition, "epub", feed="http://example.org/x")
    after = {path: path.stat().st_mtime_ns for path in folder.rglob("*") if path.is_file()}
    assert before == after


def test_a_chapter_that_is_gone_leaves_nothing(
    make_edition: Callable[..., Any], write_out: Callable[..., Path]
) -> None:
    folder = write_out(make_edition([("One", ROWS), ("Two", ROWS)]))
    mine = folder / "subtitles" / "mine.srt"
    mine.write_text("a person's own")
    write_out(make_edition([("One", ROWS)]))
    assert sorted(path.name for path in (folder / "player").iterdir()) == ["001.js"]
    assert sorted(path.suffix for path in (folder / "subtitles").iterdir()) == [
        ".lrc",
        ".srt",
        ".srt",
        ".vtt",
    ]
    assert mine.read_text() == "a person's own"
