"""M4B: the whole book in one file, with chapters."""

from .aac import RATE
from .interface import Format

_NERO_CHAPTERS = 255
"""The Nero table, one of the two kinds of chapters in an MP4, has a one-byte count."""


def _movflags(chapters: int) -> tuple[str, ...]:
    # Players that prefer the Nero table would lose every chapter after the last it can hold.
    return ("-movflags", "+faststart" + ("+disable_chpl" if chapters > _NERO_CHAPTERS else ""))


M4B = Format(
    name="m4b",
    suffix=".m4b",
    # ffmpeg's own choice for the suffix marks the file as music.
    arguments=("-f", "mp4", "-brand", "M4B "),
    whole_book=True,
    joined=True,
    rate=RATE,
    for_chapters=_movflags,
    # 2 is Apple's number for an audiobook.
    tags=(("media_type", "2"), ("gapless_playback", "1")),
)
