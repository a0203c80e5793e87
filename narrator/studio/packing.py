"""PCM packed into little more than half its size, without loss, by nothing but C code.

Every second sample of speech lies close to the mean of its neighbours, so it is kept as what it
differs from that: one step of a lifting scheme (W. Sweldens, 1996), for a whole clip at once. The
lower bytes and the upper ones, which are nearly always zero, are then packed as two frames of
Zstandard (RFC 8878).
"""

import struct
import sys
import warnings
from array import array

from narrator.model import SAMPLE_BYTES

if sys.version_info >= (3, 14):
    from compression import zstd
else:
    from backports import zstd

with warnings.catch_warnings():
    # Deprecated in Python itself; from 3.13 on the package audioop-lts provides it.
    warnings.simplefilter("ignore")
    import audioop

_PAIR = 2 * SAMPLE_BYTES
"""Bytes of a sample and of the next, which is kept as a difference."""
_MOST = 0x7FFF
"""A difference of so much may be a larger one, cut off."""
_MIDDLE = 128
"""Added to each difference, so that the upper byte of small ones, up or down, is zero."""
_LEVEL = 1
"""How hard to search. What is left looks like noise: more takes longer and finds nothing."""
_HEAD = struct.Struct("<I")
"""Bytes of PCM."""
_NEGATED = bytes(range(255, -1, -1))
"""For each byte its complement: of a whole number x that is -x - 1, in a third of the time."""


def packed(pcm: bytes) -> bytes | None:
    """`pcm` packed; None where that would lose something, as with jumps over the whole range."""
    samples = array("h", pcm + bytes(-len(pcm) % _PAIR))
    rest, between = samples[0::2].tobytes(), samples[1::2].tobytes()
    difference = audioop.add(between, _means(rest).translate(_NEGATED), SAMPLE_BYTES)
    if audioop.max(difference, SAMPLE_BYTES) >= _MOST:
        return None
    moved = audioop.bias(difference + rest, SAMPLE_BYTES, _MIDDLE)
    halves = (zstd.compress(half, _LEVEL) for half in (moved[0::2], moved[1::2]))
    return _HEAD.pack(len(pcm)) + b"".join(halves)


def unpacked(data: bytes) -> bytes:
    """The PCM that was packed.

    Raises:
        ValueError: `data` is damaged.
    """
    try:
        (length,) = _HEAD.unpack_from(data)
        halves = zstd.decompress(data[_HEAD.size :])
    except (struct.error, zstd.ZstdError) as error:
        raise ValueError(str(error)) from error
    if len(halves) % _PAIR or not length <= len(halves) < length + _PAIR:
        raise ValueError("another length than it should have")
    middle = len(halves) // 2
    moved = bytearray(len(halves))
    moved[0::2], moved[1::2] = halves[:middle], halves[middle:]
    return _joined(bytes(moved[:middle]), bytes(moved[middle:]))[:length]


def _joined(difference: bytes, rest: bytes) -> bytes:
    """The samples of `rest`, and between them those that `difference` was made of."""
    rest = audioop.bias(rest, SAMPLE_BYTES, -_MIDDLE)
    # One more, for the complement of a mean is one less than its negative.
    difference = audioop.bias(difference, SAMPLE_BYTES, 1 - _MIDDLE)
    between = audioop.add(_means(rest), difference, SAMPLE_BYTES)
    samples = array("h", rest + between)
    samples[0::2], samples[1::2] = array("h", rest), array("h", between)
    return samples.tobytes()


def _means(pcm: bytes) -> bytes:
    """The mean of each sample and the next, rounded down twice; the last stands by itself."""
    half = audioop.mul(pcm, SAMPLE_BYTES, 0.5)
    return audioop.add(half, half[SAMPLE_BYTES:] + half[-SAMPLE_BYTES:], SAMPLE_BYTES)
