"""MP3: a file for each chapter, or one for all, with ID3v2.3 tags, which every player reads."""

from dataclasses import replace

from .interface import Format
from .tags import as_id3, overdrive_markers

MOST_CHAPTERS = 255
"""The table of contents in ID3 counts them in one byte."""

MP3 = Format(
    name="mp3",
    suffix=".mp3",
    arguments=("-c:a", "libmp3lame", "-id3v2_version", "3", "-f", "mp3"),
    # A constant bit rate makes seeking exact in players that only guess.
    bit_rate=96,
    rate=44100,
    # LAME makes everything softer by a factor of 0.95.
    makeup=0.45,
    named=as_id3,
)
MP3_BOOK = replace(
    MP3,
    name="mp3-book",
    whole_book=True,
    most_chapters=MOST_CHAPTERS,
    chapter_tags=overdrive_markers,
)
