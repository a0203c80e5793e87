"""Sound files as the platforms' engines write them."""

import struct
import wave
from array import array
from pathlib import Path

import pytest

from narrator.engines.sound_file import read_sound
from narrator.errors import NarratorError

FRAMES = array("h", [0, 1000, -1000, 32_767, -32_768, 5])


def wav(path: Path, channels: int = 1, width: int = 2) -> None:
    with wave.open(str(path), "wb") as file:
        file.setparams((channels, width, 16_000, 0, "NONE", ""))
        file.writeframes(FRAMES.tobytes())


def aiff(path: Path, kind: bytes = b"AIFF", compression: bytes = b"", order: str = ">") -> None:
    data = struct.pack(f"{order}{len(FRAMES)}h", *FRAMES)
    # 22,050 Hertz as an 80-bit number: 22050 = 0xAC44 / 2 with the leading bit at the top.
    rate = struct.pack(">HQ", 16383 + 14, 22_050 << (63 - 14))
    common = struct.pack(">hIh", 1, len(FRAMES), 16) + rate + compression
    chunks = [(b"COMM", common), (b"odd ", b"x"), (b"SSND", bytes(8) + data)]
    body = b"".join(
        name + struct.pack(">I", len(content)) + content + bytes(len(content) % 2)
        for name, content in chunks
    )
    path.write_bytes(b"FORM" + struct.pack(">I", 4 + len(body)) + kind + body)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "clip.wav"


def test_a_wav_is_read(path: Path) -> None:
    wav(path)
    sound = read_sound(path)
    assert (sound.rate, array("h", sound.pcm)) == (16_000, FRAMES)


def test_stereo_becomes_mono(path: Path) -> None:
    wav(path, channels=2)
    assert array("h", read_sound(path).pcm) == FRAMES[::2]


@pytest.mark.parametrize(
    ("kind", "compression", "order"),
    [
        (b"AIFF", b"", ">"),
        (b"AIFC", b"NONE\x00\x00", ">"),
        (b"AIFC", b"twos\x00\x00", ">"),
        (b"AIFC", b"sowt\x00\x00", "<"),
    ],
)
def test_aiff_under_the_name_of_a_wav_is_read(
    path: Path, kind: bytes, compression: bytes, order: str
) -> None:
    aiff(path, kind, compression, order)
    sound = read_sound(path)
    assert (sound.rate, array("h", sound.pcm)) == (22_050, FRAMES)


def test_a_missing_file_is_told(path: Path) -> None:
    with pytest.raises(NarratorError, match="no file"):
        read_sound(path)


@pytest.mark.parametrize("content", [b"", b"RIFF", b"<html>an error</html>", b"\0" * 4096])
def test_another_file_is_told(path: Path, content: bytes) -> None:
    path.write_bytes(content)
    with pytest.raises(NarratorError, match="no WAV or AIFF"):
        read_sound(path)


@pytest.mark.parametrize("write", [wav, aiff])
@pytest.mark.parametrize("length", [12, 20, 40])
def test_a_file_cut_short_is_told(path: Path, write: object, length: int) -> None:
    write(path)  # type: ignore[operator]
    path.write_bytes(path.read_bytes()[:length])
    with pytest.raises(NarratorError, match="broken sound file"):
        read_sound(path)


def test_a_file_without_sound_is_told(path: Path) -> None:
    with wave.open(str(path), "wb") as file:
        file.setparams((1, 2, 16_000, 0, "NONE", ""))
    with pytest.raises(NarratorError, match="without sound"):
        read_sound(path)


def test_other_widths_are_told(path: Path) -> None:
    wav(path, width=1)
    with pytest.raises(NarratorError, match="8-bit"):
        read_sound(path)


def test_compressed_aiff_is_told(path: Path) -> None:
    aiff(path, b"AIFC", b"ima4\x00\x00")
    with pytest.raises(NarratorError, match="compressed"):
        read_sound(path)
