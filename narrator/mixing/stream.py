"""A chapter's sound as a stream of PCM: one clip at a time is in memory."""

import math
import warnings
from collections.abc import Iterable, Iterator

from narrator.errors import NarratorError
from narrator.model import SAMPLE_BYTES, Clip
from narrator.studio.clip_file import sound

from .ffmpeg import convert
from .timeline import Mixed, Segment, Silence, Speech

with warnings.catch_warnings():
    # pydub warns of an old standard module and of a missing ffmpeg: it is asked for neither.
    warnings.simplefilter("ignore")
    import audioop

    from pydub import AudioSegment

HEADROOM = 12.0
"""Decibels by which the stream is softer than meant, so that gains never clip; see `loudness`."""

_PIECE = 1 << 16
"""Bytes of silence handed out at a time."""


def pcm(
    mixed: Mixed,
    gain: float = 0.0,
    segments: Iterable[Segment] | None = None,
    *,
    stereo: bool = False,
) -> Iterator[bytes]:
    """The sound of a chapter, `HEADROOM` softer than meant: exactly `mixed.audio.frames` frames.

    All of it is louder by `gain` decibels. Only some `segments` of it are heard if they are given.
    In `stereo` a frame is a sample for each ear, and everybody is where `Speech.place` says, as
    loud as in the middle.

    Raises:
        NarratorError: a clip is missing, or is not what it was when the chapter was laid out.
    """
    for segment in mixed.segments if segments is None else segments:
        if isinstance(segment, Silence):
            yield from _silence(segment.frames * (2 if stereo else 1))
        elif stereo:
            left, right = _ears(segment.place)
            for piece in _speech(segment, mixed.audio.rate, gain):
                yield audioop.tostereo(piece, SAMPLE_BYTES, left, right)
        else:
            yield from _speech(segment, mixed.audio.rate, gain)


def _ears(place: float) -> tuple[float, float]:
    """How much the left and the right ear get, their powers adding up to one."""
    angle = (place + 1) * math.pi / 4
    return math.cos(angle), math.sin(angle)


def _silence(frames: int) -> Iterator[bytes]:
    left = frames * SAMPLE_BYTES
    while left:
        piece = bytes(min(left, _PIECE))
        left -= len(piece)
        yield piece


def read(clip: Clip, rate: int, gain: float = 0.0) -> bytes:
    """The PCM of a clip, louder by `gain` decibels and at `rate` Hertz.

    Raises:
        NarratorError: it is missing, or is not what `clip` says.
    """
    pcm = _levelled(_recorded(clip), gain, clip.rate)
    return pcm if clip.rate == rate else _resampled(pcm, clip.rate, rate)


def _speech(speech: Speech, rate: int, gain: float) -> Iterator[bytes]:
    whole = read(speech.clip, rate, speech.gain + gain - HEADROOM)
    # A resampler may give a frame more or less: the timeline's count is the one that holds.
    whole = whole.ljust(sum(speech.sentences) * SAMPLE_BYTES, b"\0")
    start = 0
    for number, frames in enumerate(speech.sentences):
        if number:
            yield from _silence(speech.gap)
        end = start + frames * SAMPLE_BYTES
        yield whole[start:end]
        start = end


def _recorded(clip: Clip) -> bytes:
    try:
        found = sound(clip.path.read_bytes())
    except OSError as error:
        reason = error.strerror or str(error)
        raise _damaged(clip, f"the clip cannot be read ({reason})") from error
    if not found or (found.rate, found.frames) != (clip.rate, clip.frames):
        raise _damaged(clip, "the clip is not as it was recorded")
    return found.pcm


def _damaged(clip: Clip, what: str) -> NarratorError:
    return NarratorError(what, where=str(clip.path), todo="delete it and record again")


def _levelled(data: bytes, gain: float, rate: int) -> bytes:
    clip = AudioSegment(data=data, sample_width=SAMPLE_BYTES, frame_rate=rate, channels=1)
    louder: bytes = clip.apply_gain(gain).raw_data
    return louder


def _resampled(data: bytes, rate: int, wanted: int) -> bytes:
    # pydub's own rate change only draws straight lines between samples, which is heard.
    shape = ("-f", "s16le", "-ac", "1")
    source = (*shape, "-ar", str(rate), "-i", "pipe:0")
    return convert((*source, *shape, "-ar", str(wanted), "pipe:1"), data)
