"""One voice or many, tags left out, softly or not: heard in what is recorded."""

from pathlib import Path

import pytest

from narrator.model import (
    NARRATOR,
    BookInfo,
    Cast,
    Character,
    Line,
    LineKind,
    Manner,
    Role,
    Script,
    ScriptChapter,
    Skipped,
)
from narrator.production import silently
from narrator.production.arranging.performance import (
    NEEDLESS,
    Mix,
    performed_by,
    without_needless_tags,
)
from narrator.production.recording import Recording, record_script
from narrator.studio import Processes, Store
from narrator.studio.clip_file import sound
from narrator.text import Diction

CAST = Cast(
    "silent",
    (
        Role(Character(NARRATOR), "narrator"),
        Role(Character("Tom Sawyer", ("Tom",)), "young-male-1", Manner(0.9), -1.0),
        Role(Character("Aunt Polly"), "old-female-1"),
        Role(Character("Ghost"), "narrator"),
    ),
)


def said(speaker: str, text: str = "“Well,”", delivery: str = "") -> Line:
    return Line(speaker, text, LineKind.DIALOGUE, delivery=delivery)


def told(text: str, opens: bool = False) -> Line:
    return Line(NARRATOR, text, opens_paragraph=opens)


def script_of(*rows: Line) -> Script:
    return Script(BookInfo("T"), (ScriptChapter("One", rows),))


@pytest.mark.parametrize(
    "tag", ["said Tom.", "Tom said,", "he said.", "she asked,", "replied Tom Sawyer.", "I said"]
)
def test_a_bare_tag_is_skipped_and_listed(tag: str) -> None:
    script = without_needless_tags(script_of(said("Tom Sawyer"), told(tag)), CAST)
    assert script.chapters[0].rows == (said("Tom Sawyer"), Skipped(tag, NEEDLESS))


@pytest.mark.parametrize(
    ("speaker", "tag", "opens"),
    [
        ("Tom Sawyer", "said Tom, and shut the door.", False),
        ("Tom Sawyer", "said Tom softly.", False),
        ("Tom Sawyer", "whispered Tom.", False),
        ("Tom Sawyer", "said Aunt Polly.", False),
        ("Tom Sawyer", "said Tom.", True),
        ("Tom Sawyer", "He laughed.", False),
        ("Ghost", "said Ghost.", False),
        ("Nobody Cast", "said Nobody.", False),
    ],
)
def test_what_tells_more_stays(speaker: str, tag: str, opens: bool) -> None:
    script = script_of(said(speaker), told(tag, opens))
    assert without_needless_tags(script, CAST) == script


def test_a_single_voice_reads_all_and_names_stay() -> None:
    cast = performed_by(CAST, Mix.SINGLE)
    assert {(role.voice, role.manner, role.gain) for role in cast.roles} == {
        ("narrator", Manner(), 0.0)
    }
    assert [role.character for role in cast.roles] == [role.character for role in CAST.roles]
    assert performed_by(CAST, Mix.CAST) is CAST


def recorded(script: Script, cast: Cast, folder: Path, delivers: bool = True) -> Recording:
    store = Store(folder)
    crew = Processes(store, jobs=1)
    return record_script(script, cast, store, Diction(), crew, delivers=delivers, listen=silently)


ESPEAK = Cast(
    "espeak",
    (
        Role(Character(NARRATOR), "narrator-man"),
        Role(Character("Tom"), "silent:young-male-1"),
        Role(Character("Ann"), "woman-clear"),
    ),
)


def test_whispers_are_softer_and_shouts_louder_unless_switched_off(tmp_path: Path) -> None:
    lines = [said("Ann", "“Come here.”", word) for word in ("whispered", "", "shouted")]
    script = script_of(*lines)
    takes = recorded(script, ESPEAK, tmp_path).chapters[0]
    soft, plain, loud = (takes[at] for at in range(3))
    assert soft.gain < plain.gain - 3 and loud.gain > plain.gain + 1
    assert soft.clip.frames > plain.clip.frames
    off = recorded(script, ESPEAK, tmp_path, delivers=False).chapters[0]
    assert len({(take.gain, take.clip.key) for take in off.values()}) == 1
    assert off[0].gain == plain.gain and off[0].clip == plain.clip


def test_a_cast_may_be_of_several_engines(tmp_path: Path) -> None:
    script = script_of(told("It rained."), said("Tom", "“It rains.”"), told("And rained."))
    takes = recorded(script, ESPEAK, tmp_path).chapters[0]
    heard = []
    for at in range(3):
        found = sound(takes[at].clip.path.read_bytes())
        heard.append(found is not None and any(found.pcm))
    assert heard == [True, False, True]
