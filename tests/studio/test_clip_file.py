"""A clip's file gives its sound back, and nothing else is taken for one."""

import io
import wave
import zlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from narrator.model import Sound
from narrator.studio.clip_file import measured, packed, sound

PCM = (
    st.integers(0, 300)
    .map(lambda frames: bytes(range(256)) * 3 * (frames // 256 + 1))
    .flatmap(lambda pool: st.integers(0, 300).map(lambda frames: pool[: 2 * frames]))
)


@given(st.integers(1, 192_000), st.lists(PCM, min_size=1, max_size=8))
def test_sentences_come_back(rate: int, sentences: list[bytes]) -> None:
    content = packed(rate, sentences)
    assert measured(content) == (rate, tuple(len(pcm) // 2 for pcm in sentences))
    assert sound(content) == Sound(b"".join(sentences), rate)


def test_what_cannot_be_packed_is_a_wav_to_everyone() -> None:
    pcm = b"\x00\x80\xff\x7f" * 50
    content = packed(22_050, [pcm, pcm])
    assert measured(content) == (22_050, (100, 100))
    assert sound(content) == Sound(pcm + pcm, 22_050)
    with wave.open(io.BytesIO(content)) as file:
        assert file.getparams()[:4] == (1, 2, 22_050, 200)
        assert file.readframes(10**6) == pcm + pcm


def without_checksum(content: bytes) -> bytes:
    """As clips were kept before they were packed, if `content` is plain PCM."""
    rest = content[24:]
    return b"RIFF" + (4 + len(rest)).to_bytes(4, "little") + b"WAVE" + rest


def test_clips_of_an_older_version_are_read() -> None:
    pcm = b"\x00\x80\xff\x7f" * 50
    older = without_checksum(packed(22_050, [pcm, pcm]))
    assert measured(older) == (22_050, (100, 100))
    assert sound(older) == Sound(pcm + pcm, 22_050)


def test_a_file_cut_short_or_grown_is_not_one() -> None:
    content = packed(22_050, [bytes(30), bytes(10)])
    for wrong in (*(content[:n] for n in range(len(content))), content + b"\0\0"):
        assert measured(wrong) is None
        assert sound(wrong) is None


@pytest.mark.parametrize("pcm", [b"\x00\x80\xff\x7f" * 50, bytes(range(200)) * 2])
def test_no_bit_can_change_unnoticed(pcm: bytes) -> None:
    content = packed(22_050, [pcm, pcm[:60]])
    whole = (measured(content), sound(content))
    for place in range(len(content) * 8):
        changed = bytearray(content)
        changed[place // 8] ^= 1 << place % 8
        # Where the checksum itself has lost its name there is none, and the sound is as it was.
        assert (measured(bytes(changed)), sound(bytes(changed))) in ((None, None), whole)


@given(st.binary(max_size=300), st.integers(0, 120))
def test_damage_with_a_right_checksum_is_no_crash(noise: bytes, place: int) -> None:
    content = bytearray(packed(22_050, [bytes(range(200))]))
    content[24 + place : 24 + place + len(noise)] = noise
    content[4:8] = (len(content) - 8).to_bytes(4, "little")
    content[20:24] = zlib.crc32(content[24:]).to_bytes(4, "little")
    found, shape = sound(bytes(content)), measured(bytes(content))
    assert found is None or isinstance(found.pcm, bytes)
    assert shape is None or all(frames >= 0 for frames in shape[1])


def foreign(channels: int, width: int) -> bytes:
    buffer = io.BytesIO()
    with wave.open(buffer, "wb") as file:
        file.setparams((channels, width, 22_050, 0, "NONE", ""))
        file.writeframes(bytes(400))
    return buffer.getvalue()


@pytest.mark.parametrize(("channels", "width"), [(1, 2), (2, 2), (1, 1)])
def test_another_program_s_file_is_not_one(channels: int, width: int) -> None:
    assert measured(foreign(channels, width)) is None


def test_the_sound_of_any_wav_of_ours_is_read_and_of_no_other() -> None:
    assert sound(foreign(1, 2)) == Sound(bytes(400), 22_050)
    assert sound(foreign(2, 2)) is None
    assert sound(foreign(1, 1)) is None


@given(st.binary(max_size=200))
def test_noise_is_not_one(content: bytes) -> None:
    assert measured(content) is None
    assert sound(content) is None
