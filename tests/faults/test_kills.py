"""Whatever is killed, and whenever: the next run ends as if nothing had happened."""

import os
import random
import signal
import time
from collections.abc import Callable
from contextlib import suppress

import pytest

from .conftest import Undisturbed, Workshop, helpers, kill

ROUNDS, KILLS = 5, 10
"""So many books, and so many kills on the way to each."""


def check_whole(shop: Workshop, undisturbed: Undisturbed) -> None:
    """What has its final name is, byte for byte, what it will be."""
    for name, content in shop.files().items():
        if name.endswith((".published.json", "book.json")):
            continue  # these grow with the work
        assert content == undisturbed.files[name], name


@pytest.mark.parametrize("number", range(ROUNDS))
def test_killed_at_any_moment(
    new_workshop: Callable[[str], Workshop], undisturbed: Undisturbed, number: int
) -> None:
    shop, chance = new_workshop("shop"), random.Random(number)
    for turn in range(KILLS):
        clips = shop.clips()
        pid = shop.start()
        time.sleep(chance.uniform(0, undisturbed.seconds))
        kill(pid, with_ffmpeg=turn % 2 == 0)
        code = shop.end()
        assert code in (0, -signal.SIGKILL), shop.said
        assert clips.items() <= shop.clips().items(), "a clip was spoken twice"
        check_whole(shop, undisturbed)
    clips = shop.clips()
    assert shop.run() == 0, shop.said
    assert clips.items() <= shop.clips().items(), "a clip was spoken twice"
    assert shop.files() == undisturbed.files


def why(shop: Workshop) -> str:
    """The line that says why a run failed; where lines could not be recorded, it is each of them.

    One is that had its helper killed twice.
    """
    first, *others = shop.said.strip().splitlines()
    if not others:
        return shop.told()
    assert "could not be recorded; all others are kept" in first
    assert first.startswith(f"narrator: {len(others)} line")
    (reason,) = {line.rpartition(": ")[2] for line in others}
    return reason


@pytest.mark.parametrize("number", range(6))
def test_single_helpers_killed(
    new_workshop: Callable[[str], Workshop], undisturbed: Undisturbed, number: int
) -> None:
    shop, chance = new_workshop("shop"), random.Random(number)
    pid = shop.start()
    for _ in range(3):
        time.sleep(chance.uniform(0, undisturbed.seconds / 3))
        found = helpers(pid)
        if found:
            with suppress(ProcessLookupError):
                os.kill(chance.choice(found), signal.SIGKILL)
    if shop.end() != 0:
        assert "was killed by signal 9 (SIGKILL)" in why(shop)
        clips = shop.clips()
        assert shop.run() == 0, shop.said
        assert clips.items() <= shop.clips().items(), "a clip was spoken twice"
    assert shop.files() == undisturbed.files
