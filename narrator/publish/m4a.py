"""M4A: a file for each chapter, of the same packets of AAC as in the M4B."""

from .aac import RATE
from .interface import Format

M4A = Format(
    name="m4a",
    suffix=".m4a",
    arguments=("-f", "mp4", "-brand", "M4A "),
    rate=RATE,
    joined=True,
    for_chapters=lambda _: ("-movflags", "+faststart"),
    tags=(("gapless_playback", "1"),),
)
