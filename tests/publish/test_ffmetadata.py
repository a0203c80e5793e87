"""What ffmpeg reads is what we meant."""

import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from narrator.mixing import convert
from narrator.publish.ffmetadata import Mark, clean, escaped, ffmetadata

texts = st.text() | st.text("ab =;#\\\n\r'\"[]é😀", max_size=40)


def unescaped(text: str) -> str:
    return re.sub(r"\\(.)", r"\1", text, flags=re.DOTALL)


@given(texts)
def test_escaping_comes_back(text: str) -> None:
    assert unescaped(escaped(text)) == text
    assert not re.search(r"(?<!\\)(\\\\)*[=;#\n]", escaped(text))


@given(texts)
def test_clean_text_has_nothing_that_a_tag_cannot_hold(text: str) -> None:
    assert "\0" not in clean(text)
    assert "\r" not in clean(text)
    assert clean(clean(text)) == clean(text)
    clean(text).encode()


def read_back(text: str, tmp_path: Path) -> str:
    path = tmp_path / "in.txt"
    path.write_text(text, encoding="utf-8", newline="\n")
    arguments = ("-f", "ffmetadata", "-i", f"file:{path}", "-f", "ffmetadata", "pipe:1")
    return convert(arguments, b"").decode()


def titles(said: str) -> list[str]:
    """The titles in what ffmpeg wrote, without the space that follows a backslash at the end."""
    rows = re.findall(r"^title=((?:\\.|[^\\\n])*)", said, re.M | re.S)
    return [unescaped(row).removesuffix(" ") for row in rows]


TRICKY = [
    "plain",
    "a=b; c#d \\ e",
    'it\'s "so"',
    "two\nlines\n\nand more",
    "[CHAPTER]\ntitle=x",
    ";FFMETADATA1",
    "\\",
    "ends with \\\\",
    "日本語 😀 e\u0301 عربى",
    "100% %s %d",
]


@pytest.mark.parametrize("value", TRICKY)
def test_ffmpeg_reads_what_we_wrote(value: str, tmp_path: Path) -> None:
    mark = Mark(0, 5, value)
    said = read_back(ffmetadata({"title": value, "comment": "c"}, [mark], 10), tmp_path)
    assert titles(said) == [value, value]
    assert "comment=c" in said.splitlines()


@settings(max_examples=15, deadline=None)
@given(st.text("ab =;#\\\n'\"[]é😀", min_size=1, max_size=30).filter(clean))
def test_ffmpeg_reads_any_text(tmp_path_factory: pytest.TempPathFactory, value: str) -> None:
    said = read_back(ffmetadata({"title": value}), tmp_path_factory.mktemp("meta"))
    assert titles(said) == [clean(value)]


def test_empty_tags_are_left_out_and_times_are_frames() -> None:
    text = ffmetadata({"title": "T", "artist": "  "}, [Mark(0, 22050, "One")], 22050)
    assert text.splitlines() == [
        ";FFMETADATA1",
        "title=T",
        "[CHAPTER]",
        "TIMEBASE=1/22050",
        "START=0",
        "END=22050",
        "title=One",
    ]
