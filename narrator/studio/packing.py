"""PCM packed into little more than half its size, without loss, by nothing but C of the library.

Every second sample of speech lies close to a curve through its neighbours. So the samples between
are kept as what they differ from that curve; then, of the samples that are left, every second one
once more. What remains is small, and is packed in two parts: the lower bytes, and the upper ones,
which are nearly always zero. Each sample's curve goes through samples that are known before it, so
whole clips are done at once, as the steps of a lifting scheme are (W. Sweldens, 1996).
"""

import struct
import warnings
import zlib
from array import array

from narrator.model import SAMPLE_BYTES

with warnings.catch_warnings():
    # Deprecated in Python itself; from 3.13 on the package audioop-lts provides it.
    warnings.simplefilter("ignore")
    import audioop

_ROUNDS = 2
"""How often every second sample is taken out."""
_NEAR, _FAR = 0.5625, -0.0625
"""How much the nearest neighbours on both sides count, and the next: a cubic curve through four."""
_MOST = 0x7FFF
"""A difference of so much may be a larger one, cut off."""
_MIDDLE = 128
"""Added to each difference, so that the upper byte of small ones, up or down, is zero."""
_HEAD = struct.Struct("<II")
"""Bytes of PCM, and of its packed lower half."""


def packed(pcm: bytes) -> bytes | None:
    """`pcm` packed; None where that would lose something, as with jumps over the whole range."""
    rest = pcm + bytes(-len(pcm) % (SAMPLE_BYTES << _ROUNDS))
    parts: list[bytes] = []
    for _ in range(_ROUNDS):
        samples = array("h", rest)
        rest, between = samples[0::2].tobytes(), samples[1::2].tobytes()
        curve = audioop.mul(_between(rest), SAMPLE_BYTES, -1)
        difference = audioop.add(between, curve, SAMPLE_BYTES)
        if audioop.max(difference, SAMPLE_BYTES) >= _MOST:
            return None
        parts.append(difference)
    moved = audioop.bias(b"".join([*parts, rest]), SAMPLE_BYTES, _MIDDLE)
    lower, upper = _deflated(moved[0::2]), _deflated(moved[1::2])
    return _HEAD.pack(len(pcm), len(lower)) + lower + upper


def unpacked(data: bytes) -> bytes:
    """The PCM that was packed.

    Raises:
        ValueError: `data` is damaged.
    """
    try:
        length, lower_length = _HEAD.unpack_from(data)
        at = _HEAD.size + lower_length
        lower, upper = _inflated(data[_HEAD.size : at]), _inflated(data[at:])
        joined = bytearray(len(lower) * 2)
        joined[0::2], joined[1::2] = lower, upper
        pcm = _joined(bytes(joined))
    except (struct.error, zlib.error) as error:
        raise ValueError(str(error)) from error
    if not length <= len(pcm) < length + (SAMPLE_BYTES << _ROUNDS):
        raise ValueError("another length than it should have")
    return pcm[:length]


def _joined(parts: bytes) -> bytes:
    """The samples that were taken apart, put back between one another."""
    parts = audioop.bias(parts, SAMPLE_BYTES, -_MIDDLE)
    size = len(parts) >> _ROUNDS
    if size % SAMPLE_BYTES or size << _ROUNDS != len(parts):
        raise ValueError("parts that do not fit one another")
    end = len(parts) - size
    pcm = parts[end:]
    while end:
        difference = parts[end - size : end]
        between = audioop.add(_between(pcm), difference, SAMPLE_BYTES)
        samples = array("h", bytes(2 * size))
        samples[0::2], samples[1::2] = array("h", pcm), array("h", between)
        end, size, pcm = end - size, 2 * size, samples.tobytes()
    return pcm


def _between(pcm: bytes) -> bytes:
    """Where samples between those of `pcm` would lie on a curve; at the ends they are repeated.

    Sums that are too large are cut off, the same way whenever the same is asked.
    """
    near = audioop.mul(pcm, SAMPLE_BYTES, _NEAR)
    far = audioop.mul(pcm, SAMPLE_BYTES, _FAR)
    near = audioop.add(near, _later(near), SAMPLE_BYTES)
    far = audioop.add(far[:SAMPLE_BYTES] + far[:-SAMPLE_BYTES], _later(_later(far)), SAMPLE_BYTES)
    return audioop.add(near, far, SAMPLE_BYTES)


def _later(pcm: bytes) -> bytes:
    return pcm[SAMPLE_BYTES:] + pcm[-SAMPLE_BYTES:]


def _deflated(part: bytes) -> bytes:
    # Looking for anything but repeated bytes takes twice as long and gains a hundredth.
    deflate = zlib.compressobj(1, zlib.DEFLATED, -zlib.MAX_WBITS, 9, zlib.Z_RLE)
    return deflate.compress(part) + deflate.flush()


def _inflated(part: bytes) -> bytes:
    inflate = zlib.decompressobj(-zlib.MAX_WBITS)
    found = inflate.decompress(part)
    if not inflate.eof or inflate.unused_data:
        raise ValueError("not the whole of it")
    return found
