"""The chime between chapters, and characters placed from left to right."""

import array
import math
from pathlib import Path

import pytest

from narrator.errors import NarratorError
from narrator.mixing import encode, mix, pcm
from narrator.mixing.ffmpeg import file
from narrator.model import (
    NARRATOR,
    Cast,
    Character,
    Line,
    Pauses,
    Role,
    ScriptChapter,
)
from narrator.production.arranging import placed
from narrator.production.arranging.music import LONGEST, chime
from narrator.workspace import Workspace

RATE = 22050


def bell(path: Path, seconds: float) -> Path:
    encode(("-f", "lavfi", "-i", f"sine=frequency=660:duration={seconds}", file(path)), ())
    return path


@pytest.mark.parametrize("name", ["bell.ogg", "bell.mp3", "bell's =1;#.flac"])
def test_any_sound_file_becomes_a_clip(tmp_path: Path, name: str) -> None:
    take = chime(Workspace(tmp_path), bell(tmp_path / name, 2), RATE)
    assert take.clip.frames / RATE == pytest.approx(2, abs=0.1)
    again = chime(Workspace(tmp_path), tmp_path / name, RATE)
    assert again == take
    assert not list((tmp_path / "audio_out" / ".music").glob("*.part"))


def test_a_long_one_is_faded_out(tmp_path: Path) -> None:
    take = chime(Workspace(tmp_path), bell(tmp_path / "song.flac", 40), RATE)
    assert take.clip.frames == round(LONGEST * RATE)
    sound = array.array("h", take.clip.path.read_bytes()[44:])
    assert max(map(abs, sound[-200:])) < 300 < max(map(abs, sound[RATE : 2 * RATE]))


def test_what_is_no_sound_is_told(tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    page.write_text("<html>")
    with pytest.raises(NarratorError, match=r"page\.html: holds no sound"):
        chime(Workspace(tmp_path), page, RATE)
    with pytest.raises(NarratorError, match=r"gone\.ogg: cannot be read"):
        chime(Workspace(tmp_path), tmp_path / "gone.ogg", RATE)


def test_it_is_heard_before_the_chapter_and_moves_its_cues(tmp_path: Path) -> None:
    take = chime(Workspace(tmp_path), bell(tmp_path / "bell.flac", 2), RATE)
    chapter = ScriptChapter("One", (Line(NARRATOR, "It was."),))
    plain = mix(chapter, {0: take}, Pauses(), RATE)
    opened = mix(chapter, {0: take}, Pauses(), RATE, opening=take)
    assert opened.audio.frames == plain.audio.frames + take.clip.frames
    later = opened.audio.cues[0].start - plain.audio.cues[0].start
    assert later == pytest.approx(take.clip.frames / RATE)
    assert opened.fingerprint != plain.fingerprint
    first = next(pcm(opened))
    assert len(first) == take.clip.frames * 2


def cast(*names: str) -> Cast:
    return Cast("espeak", tuple(Role(Character(name), "m1") for name in (NARRATOR, *names)))


def test_the_narrator_is_in_the_middle_and_nobody_moves_for_another() -> None:
    place = placed(cast("Anna", "Tom"))
    assert place(NARRATOR) == place("a stranger") == 0
    assert place("Anna") < 0 < place("Tom")
    more = placed(cast("Anna", "Tom", "Eve"))
    assert [more(name) for name in ("Anna", "Tom")] == [place("Anna"), place("Tom")]


def test_each_ear_hears_its_share_and_nobody_is_louder(tmp_path: Path) -> None:
    take = chime(Workspace(tmp_path), bell(tmp_path / "bell.flac", 1), RATE)
    chapter = ScriptChapter("One", (Line("Anna", "“Yes.”"),))

    def powers(place: float) -> tuple[float, float]:
        mixed = mix(chapter, {0: take}, Pauses(), RATE, place=lambda _: place)
        sound = array.array("h", b"".join(pcm(mixed, stereo=True)))
        assert len(sound) == 2 * mixed.audio.frames
        left, right = (sum(n * n for n in sound[ear::2]) for ear in (0, 1))
        return left, right

    middle, aside = powers(0.0), powers(0.4)
    assert middle[0] == pytest.approx(middle[1], rel=0.001)
    assert aside[1] > 1.5 * aside[0]
    assert sum(aside) == pytest.approx(sum(middle), rel=0.01)
    assert math.isclose(aside[1] / sum(aside), math.sin(1.4 * math.pi / 4) ** 2, rel_tol=0.01)
