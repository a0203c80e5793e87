"""What lies beside the sound files: the player, subtitles, a read-along book, a feed, a report."""

from .edition import Edition, OtherMix, sound_format
from .feed import NAME as FEED_NAME
from .feed import feed, feed_address
from .levels import chapter_loudness
from .library import shelve
from .publication import MEDIA_TYPES
from .publication import NAME as PUBLICATION_NAME
from .publishing import COMPANIONS, publish_companions

__all__ = [
    "COMPANIONS",
    "FEED_NAME",
    "MEDIA_TYPES",
    "PUBLICATION_NAME",
    "Edition",
    "OtherMix",
    "chapter_loudness",
    "feed",
    "feed_address",
    "publish_companions",
    "shelve",
    "sound_format",
]
