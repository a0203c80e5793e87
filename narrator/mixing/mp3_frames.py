"""The bit rates of an MP3's frames (ISO 11172-3 and 13818-3, layer III): is it constant?"""

from pathlib import Path

_V1 = (0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320)
_V2 = (0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160)
_RATES = {3: (44100, 48000, 32000), 2: (22050, 24000, 16000), 0: (11025, 12000, 8000)}
_MOST = 256 << 20
"""Bytes that are looked at: days of sound."""


def bit_rates(path: Path) -> set[int]:
    """Every bit rate in kbit/s that a frame of the file has; the frame of the header is not one."""
    with path.open("rb") as file:
        data = memoryview(file.read(_MOST))
    at, found = _after_tags(data), set[int]()
    first = True
    while at + 4 <= len(data):
        frame = _frame(data, at)
        if frame is None:
            at += 1
            continue
        rate, size = frame
        if not (first and _is_header(data, at)):
            found.add(rate)
        first = False
        at += size
    return found


def _after_tags(data: memoryview) -> int:
    """Where the first frame may begin: behind an ID3v2 tag."""
    if bytes(data[:3]) != b"ID3" or len(data) < 10:
        return 0
    size = 0
    for each in data[6:10]:
        size = size << 7 | each & 0x7F
    return size + 10


def _frame(data: memoryview, at: int) -> tuple[int, int] | None:
    """The bit rate of the frame at `at` and its length in bytes; None if there is none."""
    if data[at] != 0xFF or data[at + 1] & 0xE0 != 0xE0:
        return None
    version, layer = data[at + 1] >> 3 & 3, data[at + 1] >> 1 & 3
    index, rate_index = data[at + 2] >> 4, data[at + 2] >> 2 & 3
    if version == 1 or layer != 1 or index in (0, 15) or rate_index == 3:
        return None
    rate = (_V1 if version == 3 else _V2)[index]
    padding = data[at + 2] >> 1 & 1
    samples = 144 if version == 3 else 72
    return rate, samples * rate * 1000 // _RATES[version][rate_index] + padding


def _is_header(data: memoryview, at: int) -> bool:
    """Whether the frame holds what an encoder says of the file, not sound."""
    head = bytes(data[at : at + 48])
    return b"Xing" in head or b"Info" in head or b"VBRI" in head
