"""MP3: a file for each chapter, with ID3v2.3 tags, which every player reads."""

from .interface import Format

MP3 = Format(
    name="mp3",
    suffix=".mp3",
    arguments=("-c:a", "libmp3lame", "-id3v2_version", "3", "-f", "mp3"),
    # A constant bit rate makes seeking exact in players that only guess.
    bit_rate=96,
    rate=44100,
    # LAME makes everything softer by a factor of 0.95.
    makeup=0.45,
)
