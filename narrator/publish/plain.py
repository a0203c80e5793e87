"""Opus, FLAC and WAV: a file for each chapter, by nothing but a line of codec arguments."""

from dataclasses import replace

from .interface import Format
from .tags import as_vorbis, chapter_comments


def _in_tags(chapters: int) -> tuple[str, ...]:
    return ("-map_chapters", "-1")


OPUS = Format(
    name="opus",
    suffix=".opus",
    arguments=("-c:a", "libopus", "-application", "audio", "-f", "ogg"),
    bit_rate=48,
    rate=48000,
    limit=-6.0,
    makeup=0.25,
    cover=False,
    cover_tag=True,
    named=as_vorbis,
)
OPUS_BOOK = replace(
    OPUS,
    name="opus-book",
    whole_book=True,
    chapter_tags=chapter_comments,
    # ffmpeg writes such comments itself, but rounds seconds up and adds the thousandths to that.
    for_chapters=_in_tags,
)
FLAC = Format(
    name="flac",
    suffix=".flac",
    arguments=("-c:a", "flac", "-sample_fmt", "s16", "-f", "flac"),
    named=as_vorbis,
)
FLAC_BOOK = replace(
    FLAC,
    name="flac-book",
    whole_book=True,
    chapter_tags=chapter_comments,
    for_chapters=_in_tags,
)
WAV = Format(
    name="wav",
    suffix=".wav",
    # A WAV of more than 4 GiB needs another header; ffmpeg sees to that when asked.
    arguments=("-c:a", "pcm_s16le", "-rf64", "auto", "-f", "wav"),
    cover=False,
)
