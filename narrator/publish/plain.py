"""Opus, FLAC and WAV: a file for each chapter, by nothing but a line of codec arguments."""

from .interface import Format

OPUS = Format(
    name="opus",
    suffix=".opus",
    arguments=("-c:a", "libopus", "-application", "audio", "-f", "ogg"),
    bit_rate=48,
    rate=48000,
    limit=-6.0,
    makeup=0.25,
    cover=False,
)
FLAC = Format(
    name="flac",
    suffix=".flac",
    arguments=("-c:a", "flac", "-sample_fmt", "s16", "-f", "flac"),
)
WAV = Format(
    name="wav",
    suffix=".wav",
    # A WAV of more than 4 GiB needs another header; ffmpeg sees to that when asked.
    arguments=("-c:a", "pcm_s16le", "-rf64", "auto", "-f", "wav"),
    cover=False,
)
