"""What an engine may do: what it spoils is told, all else is kept, and the next run goes on."""

import json
import random
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from narrator.studio import clip_file

from .conftest import Undisturbed, Workshop, kill

MakeShop = Callable[[Path | str], Workshop]
ESPEAK = ("make", "keys.txt", "--jobs", "2", "--format", "m4b", "--quiet")


def spoilt(shop: Workshop, mood: str, told: str) -> None:
    """The engine fails at whatever speaks of a bridge; once it does not, the rest is made."""
    shop.environment = {"TONES_MOOD": mood}
    assert shop.run() == 5
    first, *others = shop.said.strip().splitlines()
    assert "could not be recorded; all others are kept" in first
    assert first.startswith(f"narrator: {len(others)} line")
    assert others and all(f"the engine tones gave {told} for" in line for line in others)
    kept = shop.clips()
    assert kept
    shop.environment = {"TONES_MOOD": ""}
    assert shop.run() == 0, shop.said
    assert kept.items() <= shop.clips().items(), "a clip was spoken twice"


@pytest.mark.parametrize(
    ("mood", "told"),
    [
        ("nothing", "no sound"),
        ("silence", "no sound"),
        ("no rate", "sound at 0 Hz"),
        ("half a sample", "half a sample"),
    ],
)
def test_spoilt_lines_are_told_and_the_others_are_kept(
    workshop: Workshop, undisturbed: Undisturbed, mood: str, told: str
) -> None:
    spoilt(workshop, mood, told)
    assert workshop.files() == undisturbed.files


def test_two_rates_in_a_line_are_told(workshop: Workshop) -> None:
    story = workshop.folder / "keys.txt"
    text = story.read_text(encoding="utf-8")
    story.write_text(text.replace("a bridge, and it", "a bridge. It was as fast"), "utf-8")
    spoilt(workshop, "two rates", "sound at 11025 Hz, but at 22050 Hz in the same line,")


def test_a_line_at_another_rate_is_heard_as_long_as_it_is(
    workshop: Workshop, undisturbed: Undisturbed
) -> None:
    workshop.environment = {"TONES_MOOD": "slow"}
    assert workshop.run() == 0, workshop.said
    rates = set()
    for path in (workshop.folder / "audio_out" / ".clips").glob("??/*.wav"):
        clip = clip_file.sound(path.read_bytes())
        rates.add(clip.rate if clip else 0)
    assert rates == {11025, 22050}
    name = "audio_out/keys/publication.json"
    ours, theirs = json.loads(workshop.files()[name]), json.loads(undisturbed.files[name])
    lasts = [chapter["duration"] for chapter in theirs["readingOrder"]]
    assert lasts == pytest.approx([each["duration"] for each in ours["readingOrder"]], abs=0.05)


def test_two_books_of_one_workspace_at_once(
    new_workshop: MakeShop, undisturbed: Undisturbed, with_tones: dict[str, str]
) -> None:
    """They share the clips: both want the same ones at the same time."""
    shop = new_workshop("shop")
    (shop.folder / "twin.txt").write_bytes((shop.folder / "keys.txt").read_bytes())
    how = ("--engine", "tones", "--jobs", "2", "--format", "m4b", "--quiet")
    runs = [
        subprocess.Popen(
            [sys.executable, "-m", "narrator", "make", story, *how],
            cwd=shop.folder,
            env=with_tones,
            stderr=subprocess.PIPE,
            text=True,
        )
        for story in ("keys.txt", "twin.txt")
    ]
    for run in runs:
        _, said = run.communicate()
        assert (run.returncode, said) == (0, "")
    made = shop.files("audio_out", "keys")
    assert made == {name: undisturbed.files[name] for name in made}
    sounds = {name: data for name, data in made.items() if name.endswith((".m4b", ".m4a"))}
    twin = shop.files("audio_out", "twin")
    assert {name.replace("keys", "twin"): data for name, data in sounds.items()}.items() <= (
        twin.items()
    )


def sound(shop: Workshop) -> set[str]:
    """The encoded chapters, which are called after their sound."""
    return set(shop.files("audio_out", "keys", ".pieces"))


def test_killed_while_the_real_engine_speaks(new_workshop: MakeShop) -> None:
    quiet, shop, chance = new_workshop("quiet"), new_workshop("shop"), random.Random(7)
    began = time.monotonic()
    assert quiet.run(*ESPEAK) == 0, quiet.said
    seconds = time.monotonic() - began
    for turn in range(6):
        pid = shop.start(*ESPEAK)
        time.sleep(chance.uniform(0, seconds))
        kill(pid, with_ffmpeg=turn % 2 == 0)
        assert shop.end() in (0, -signal.SIGKILL), shop.said
        clips = shop.clips()
    assert shop.run(*ESPEAK) == 0, shop.said
    assert clips.items() <= shop.clips().items(), "a clip was spoken twice"
    # The library never speaks the same sample for sample, so the files cannot be compared.
    assert shop.files().keys() - sound(shop) == quiet.files().keys() - sound(quiet)
    assert shop.files("script") == quiet.files("script")
    assert shop.files("voices") == quiet.files("voices")
    assert shop.clips().keys() == quiet.clips().keys()
    assert shop.run("check", "keys", "--audio", "--quiet") == 0, shop.said
