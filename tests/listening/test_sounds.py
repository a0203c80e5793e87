"""Which sound files are made for the player to play."""

import pytest

from narrator.errors import NarratorError
from narrator.production import Publication


@pytest.mark.parametrize(
    ("asked", "made"),
    [
        (("mp3", "m4b"), ("mp3", "m4b")),
        (("m4b",), ("m4b", "m4a")),
        (("opus", "m4b"), ("opus", "m4b")),
        (("epub",), ("mp3",)),
        (("flac", "EPUB"), ("flac", "mp3")),
    ],
)
def test_the_player_always_has_chapters(asked: tuple[str, ...], made: tuple[str, ...]) -> None:
    assert Publication(asked).sounds == made


def test_an_unknown_format_is_refused_at_once() -> None:
    with pytest.raises(NarratorError, match="there is no format 'mp4'"):
        Publication(("mp4", "epub")).check()
