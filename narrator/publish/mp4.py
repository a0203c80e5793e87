"""An MP4 filled with packets: its head by ffmpeg, who knows all about tags, its sound by us.

ffmpeg needs as long for a packet as for a hundred copied bytes of Python's, and 70 bytes of memory
until the end; a long book has millions. So it makes a file of a few packets with everything else
that belongs in it, and here all packets are put in place of these few (ISO/IEC 14496-12).
"""

import struct
import sys
from array import array
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from io import BytesIO
from itertools import accumulate, chain, islice
from pathlib import Path

from narrator.errors import NarratorError

from .aac import BLOCK, RATE, packet_sizes, packets

_HEAD = struct.Struct(">I4s")
_WIDE_HEAD = struct.Struct(">I4sQ")
_FOUR_BYTES = 0xFFFF_FFFF
"""The most that fits."""
_CONTAINERS = frozenset((b"moov", b"trak", b"edts", b"mdia", b"minf", b"stbl"))
_TIMED = {b"mvhd": 4, b"tkhd": 8, b"mdhd": 4}
"""Boxes that hold a duration, and how many bytes stand between two dates and that."""
_CHUNK = 43
"""Packets that are told of together: about a second."""


@dataclass(frozen=True, slots=True)
class Box:
    """A part of an MP4: bytes, or boxes."""

    kind: bytes
    body: bytes = b""
    parts: tuple["Box", ...] = ()

    def first(self, *kinds: bytes) -> "Box":
        """The first box on this way down.

        Raises:
            StopIteration: there is none.
        """
        found = self
        for kind in kinds:
            found = next(part for part in found.parts if part.kind == kind)
        return found

    @property
    def size(self) -> int:
        """Bytes in a file."""
        return _HEAD.size + len(self.body) + sum(part.size for part in self.parts)

    def packed(self) -> Iterator[bytes]:
        """As it stands in a file, piece by piece: the table of a long book is large."""
        yield _HEAD.pack(self.size, self.kind)
        yield self.body
        for part in self.parts:
            yield from part.packed()


def fill(head: Path, pieces: Sequence[Path], target: Path, wait: Callable[[int], None]) -> None:
    """Write `target`: the MP4 in `head` with the packets of all `pieces` for its own few.

    `wait` returns when the piece of that index is there.

    Raises:
        NarratorError: a piece is damaged, or the head is not understood.
        OSError: `target` cannot be written to.
    """
    sizes: list[array[int]] = []
    for number, piece in enumerate(pieces):
        wait(number)
        sizes.append(packet_sizes(piece))
        if number < len(pieces) - 1:
            # The last packet holds nothing: the first of the next chapter takes its place.
            sizes[-1].pop()
    begin = _beginning(head, sizes)
    with target.open("wb") as file:
        file.writelines(begin)
        for piece, each in zip(pieces, sizes, strict=True):
            file.write(packets(piece, each))


def boxes(data: bytes) -> Iterator[tuple[Box, int]]:
    """The boxes in `data`, and where in it the content of each begins.

    Raises:
        struct.error: it is cut short.
        ValueError: it is no MP4.
    """
    at = 0
    while at < len(data):
        size, kind = _HEAD.unpack_from(data, at)
        start = at + _HEAD.size
        if size == 1:
            _, _, size = _WIDE_HEAD.unpack_from(data, at)
            start = at + _WIDE_HEAD.size
        if size < start - at or at + size > len(data):
            raise ValueError(kind)
        body = data[start : at + size]
        is_container = kind in _CONTAINERS
        parts = tuple(part for part, _ in boxes(body)) if is_container else ()
        yield Box(kind, b"" if is_container else body, parts), start
        at += size


def _beginning(head: Path, sizes: Sequence["array[int]"]) -> list[bytes]:
    """Everything before the sound."""
    try:
        found = {box.kind: (box, start) for box, start in boxes(head.read_bytes())}
        (brand, _), (moov, _) = found[b"ftyp"], found[b"moov"]
        (media, old_start) = found[b"mdat"]
        payload = len(media.body) + sum(map(sum, sizes))
        is_long = payload + (payload >> 4) > _FOUR_BYTES
        filled = _Filled(moov, sizes, is_long=is_long)
        first = _WIDE_HEAD.pack(1, b"mdat", _WIDE_HEAD.size + payload)
        if not is_long:
            first = _HEAD.pack(_HEAD.size + payload, b"mdat")
        start = brand.size + filled.moov(0, 0).size + len(first)
        moved = filled.moov(start + len(media.body), start - old_start)
    except (struct.error, ValueError, KeyError, StopIteration) as error:
        todo = "try another version of ffmpeg: name it in NARRATOR_FFMPEG"
        raise NarratorError("what ffmpeg wrote is not understood", todo=todo) from error
    # What ffmpeg put before its few packets stays in front: the text of the chapters.
    return [*brand.packed(), *moved.packed(), first, media.body]


class _Filled:
    """The table of contents with all packets in place of those it was made with."""

    def __init__(self, moov: Box, sizes: Sequence["array[int]"], *, is_long: bool) -> None:
        self._moov = moov
        self._count = sum(map(len, sizes))
        self._bytes = sum(map(sum, sizes))
        self._sized = _size_table(sizes)
        ends = accumulate(chain.from_iterable(sizes), initial=0)
        self._chunks = array("Q", islice(ends, 0, self._count, _CHUNK))
        """Where each begins in the sound."""
        self._is_long = is_long
        self._clock = _clock_of(moov.first(b"mvhd").body)
        # The first packet is the silence in front, which players are told to skip.
        self._heard = (self._count - 1) * BLOCK

    def moov(self, sound: int, shift: int) -> Box:
        """The table, if the sound begins at byte `sound` and all else has moved by `shift`."""
        longest = max(map(self._duration, self._tracks()))
        parts = []
        for part in self._moov.parts:
            if part.kind == b"trak":
                parts.append(self._track(part, sound, shift))
            else:
                is_timed = part.kind in _TIMED
                parts.append(_lasting(part, longest) if is_timed else part)
        return Box(b"moov", parts=tuple(parts))

    def _tracks(self) -> Iterable[Box]:
        return (part for part in self._moov.parts if part.kind == b"trak")

    def _duration(self, track: Box) -> int:
        """How long a track plays, by the clock of the file."""
        if _is_sound(track):
            return -(-self._heard * self._clock // RATE)
        return _duration_of(track.first(b"tkhd"))

    def _track(self, track: Box, sound: int, shift: int) -> Box:
        if not _is_sound(track):
            return _changed(track, {b"stco": lambda box: _shifted(box, shift)})
        lasts, count = self._duration(track), self._count
        return _changed(
            track,
            {
                b"tkhd": lambda box: _lasting(box, lasts),
                b"elst": lambda box: _edited(box, lasts),
                b"mdhd": lambda box: _lasting(box, count * BLOCK),
                b"stsd": lambda box: Box(box.kind, self._described(box.body)),
                b"stts": lambda box: Box(box.kind, struct.pack(">4I", 0, 1, count, BLOCK)),
                b"stsc": lambda box: Box(box.kind, self._chunked()),
                b"stsz": lambda box: Box(box.kind, self._sized),
                b"stco": lambda box: self._placed(sound),
                b"sbgp": lambda box: Box(box.kind, box.body[:-8] + struct.pack(">II", count, 1)),
            },
        )

    def _described(self, body: bytes) -> bytes:
        """How the sound is packed, with the bit rate of all of it."""
        rate = self._bytes * 8 * RATE // max(self._count * BLOCK, 1)
        known, changed = struct.pack(">II", rate, rate), bytearray(body)
        at = body.index(b"esds") + 8
        for tag, skipped in ((3, 3), (4, 5)):
            if body[at] != tag:
                raise ValueError("esds")
            at += 1
            while body[at] & 0x80:
                at += 1
            at += 1 + skipped
        changed[at : at + 8] = known
        if b"btrt" in body:
            at = body.index(b"btrt") + 8
            changed[at : at + 8] = known
        return bytes(changed)

    def _chunked(self) -> bytes:
        whole, rest = divmod(self._count, _CHUNK)
        rows = [(1, _CHUNK, 1)] if whole else []
        rows += [(whole + 1, rest, 1)] if rest else []
        return struct.pack(">II", 0, len(rows)) + b"".join(struct.pack(">3I", *row) for row in rows)

    def _placed(self, sound: int) -> Box:
        places = array("Q" if self._is_long else "I", (at + sound for at in self._chunks))
        body = struct.pack(">II", 0, len(places)) + _big_endian(places)
        return Box(b"co64" if self._is_long else b"stco", body)


def _size_table(sizes: Sequence["array[int]"]) -> bytes:
    """The size of each packet, in the form of `stsz`; the largest part of all, so never twice."""
    table = BytesIO()
    table.write(struct.pack(">III", 0, 0, sum(map(len, sizes))))
    for each in sizes:
        table.write(_big_endian(array("I", each)))
    return table.getvalue()


def _big_endian(numbers: "array[int]") -> bytes:
    """The bytes of `numbers`, which are swapped where they are."""
    if sys.byteorder == "little":
        numbers.byteswap()
    return numbers.tobytes()


def _is_sound(track: Box) -> bool:
    return track.first(b"mdia", b"hdlr").body[8:12] == b"soun"


def _changed(box: Box, changes: dict[bytes, Callable[[Box], Box]]) -> Box:
    """`box` with all parts of certain kinds, however deep, changed."""
    if box.kind in changes:
        return changes[box.kind](box)
    return Box(box.kind, box.body, tuple(_changed(part, changes) for part in box.parts))


def _clock_of(mvhd: bytes) -> int:
    """How many units of a file's own clock are a second."""
    (clock,) = struct.unpack_from(">I", mvhd, 20 if mvhd[0] else 12)
    return int(clock)


def _duration_of(box: Box) -> int:
    width = 8 if box.body[0] else 4
    at = 4 + 2 * width + _TIMED[box.kind]
    return int.from_bytes(box.body[at : at + width], "big")


def _lasting(box: Box, duration: int) -> Box:
    """A box of `_TIMED` with another duration."""
    body, width = box.body, 8 if box.body[0] else 4
    between = 4 + 2 * width
    after = between + _TIMED[box.kind]
    is_long = duration > _FOUR_BYTES
    dates = (int.from_bytes(body[at : at + width], "big") for at in (4, 4 + width))
    numbers = [number.to_bytes(8 if is_long else 4, "big") for number in (*dates, duration)]
    first = bytes([is_long]) + body[1:4] + numbers[0] + numbers[1]
    return Box(box.kind, first + body[between:after] + numbers[2] + body[after + width :])


def _edited(box: Box, duration: int) -> Box:
    """The edit list, which says what is skipped at the beginning, for another duration."""
    form = ">QqI" if box.body[0] else ">IiI"
    count = int.from_bytes(box.body[4:8], "big")
    if count != 1:
        raise ValueError("elst")
    _, skipped, speed = struct.unpack_from(form, box.body, 8)
    is_long = duration > _FOUR_BYTES
    row = struct.pack(">QqI" if is_long else ">IiI", duration, skipped, speed)
    return Box(box.kind, bytes([is_long]) + box.body[1:8] + row)


def _shifted(box: Box, shift: int) -> Box:
    count = int.from_bytes(box.body[4:8], "big")
    places = (place + shift for place in struct.unpack_from(f">{count}I", box.body, 8))
    return Box(box.kind, box.body[:8] + struct.pack(f">{count}I", *places))
