"""A clip's file is a WAV to everyone, and nothing else is taken for one."""

import io
import wave

import pytest
from hypothesis import given
from hypothesis import strategies as st

from narrator.studio.clip_file import measured, packed

PCM = (
    st.integers(0, 300)
    .map(lambda frames: bytes(range(256)) * 3 * (frames // 256 + 1))
    .flatmap(lambda pool: st.integers(0, 300).map(lambda frames: pool[: 2 * frames]))
)


def read(content: bytes) -> tuple[int, tuple[int, ...]] | None:
    return measured(io.BytesIO(content), len(content))


@given(st.integers(1, 192_000), st.lists(PCM, min_size=1, max_size=8))
def test_sentences_come_back(rate: int, sentences: list[bytes]) -> None:
    content = packed(rate, sentences)
    assert read(content) == (rate, tuple(len(pcm) // 2 for pcm in sentences))
    with wave.open(io.BytesIO(content)) as file:
        assert file.getparams()[:4] == (1, 2, rate, sum(map(len, sentences)) // 2)
        assert file.readframes(10**6) == b"".join(sentences)


def test_a_file_cut_short_or_grown_is_not_one() -> None:
    content = packed(22_050, [bytes(30), bytes(10)])
    assert [n for n in range(len(content)) if read(content[:n])] == []
    assert read(content + b"\0\0") is None


def foreign(channels: int, width: int) -> bytes:
    buffer = io.BytesIO()
    with wave.open(buffer, "wb") as file:
        file.setparams((channels, width, 22_050, 0, "NONE", ""))
        file.writeframes(bytes(400))
    return buffer.getvalue()


@pytest.mark.parametrize(("channels", "width"), [(1, 2), (2, 2), (1, 1)])
def test_another_program_s_file_is_not_one(channels: int, width: int) -> None:
    assert read(foreign(channels, width)) is None


@given(st.binary(max_size=200))
def test_noise_is_not_one(content: bytes) -> None:
    assert read(content) is None


@given(st.integers(0, 150), st.integers(0, 255))
def test_a_damaged_head_never_crashes(place: int, value: int) -> None:
    content = bytearray(packed(22_050, [bytes(30), bytes(10)]))
    content[place % len(content)] = value
    found = read(bytes(content))
    assert found is None or sum(found[1]) == 20
