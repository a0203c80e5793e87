"""What lies beside the sound files: the player, subtitles, a read-along book, a feed, a report."""

from .edition import Edition, sound_format
from .feed import feed, feed_address
from .publishing import COMPANIONS, publish_companions

__all__ = ["COMPANIONS", "Edition", "feed", "feed_address", "publish_companions", "sound_format"]
