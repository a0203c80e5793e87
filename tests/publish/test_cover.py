"""A cover is known by its bytes."""

from pathlib import Path

import pytest

from narrator.errors import NarratorError
from narrator.publish import read_cover

JPEG = b"\xff\xd8\xff\xe0" + bytes(100) + b"\xff\xd9"


def test_a_png_with_another_suffix_is_a_png(png: Path) -> None:
    assert read_cover(png).demuxer == "png_pipe"


def test_a_jpeg_is_a_jpeg(tmp_path: Path) -> None:
    path = tmp_path / "cover"
    path.write_bytes(JPEG)
    assert read_cover(path).demuxer == "jpeg_pipe"


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "no picture that players know"),
        (b"hello", "no picture that players know"),
        (b"GIF89a" + bytes(100), "is GIF"),
        (b"RIFF\0\0\0\0WEBP" + bytes(100), "is WebP"),
        (b"<svg>", "is SVG"),
        (JPEG[:-2], "cut short"),
        (b"\xff\xd8\xff\xd9", "cut short"),
        (b"\x89PNG\r\n\x1a\n" + bytes(100), "cut short"),
    ],
)
def test_other_files_are_refused_with_the_reason(tmp_path: Path, data: bytes, reason: str) -> None:
    path = tmp_path / "cover.jpg"
    path.write_bytes(data)
    with pytest.raises(NarratorError, match=rf"cover\.jpg: .*{reason}.*JPEG or PNG"):
        read_cover(path)


def test_a_missing_cover_and_a_folder_are_refused(tmp_path: Path) -> None:
    for path in (tmp_path / "none.png", tmp_path):
        with pytest.raises(NarratorError, match="cannot be read"):
            read_cover(path)


def test_a_huge_cover_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "cover.jpg"
    with path.open("wb") as file:
        file.truncate(17 << 20)
    with pytest.raises(NarratorError, match="larger than 16 MiB"):
        read_cover(path)
