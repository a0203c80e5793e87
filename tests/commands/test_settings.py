"""What a book keeps of how it was asked for, and what is told of files that are no longer."""

import json
from pathlib import Path
from typing import Any

import pytest

QUICK = ("--engine", "silent", "--jobs", "2")


def make(narrator: Any, *options: str, code: int = 0) -> str:
    """What a run says, apart from its result."""
    said = narrator("make", "keys.txt", *QUICK, *options)
    assert said.returncode == code, said.stderr
    return str(said.stderr)


def sounds(story: Path) -> set[str]:
    """The kinds of files that were made."""
    return {path.suffix for path in (story.parent / "audio_out" / "keys").glob("*The Two*")}


def settings(story: Path) -> dict[str, Any]:
    path = story.parent / "script" / "keys" / "settings.json"
    kept = json.loads(path.read_text(encoding="utf-8")) if path.exists() else {}
    assert isinstance(kept, dict)
    return kept


def test_what_was_asked_for_once_holds(narrator: Any, story: Path) -> None:
    said = make(narrator, "--format", "wav", "--stereo", "--no-delivery", "--pauses", "1.2")
    assert "As before" not in said
    assert sounds(story) == {".wav"}
    before = (story.parent / "audio_out").rglob("*.wav")
    made = {path: path.stat().st_ino for path in before}
    told = "As before: --no-delivery --format wav --pauses 1.2 --stereo (--forget begins anew)"
    assert told in make(narrator)
    assert told in narrator("record", "keys", *QUICK).stderr
    assert sounds(story) == {".wav"}
    assert made == {path: path.stat().st_ino for path in made}


def test_what_is_said_now_wins_and_is_kept(narrator: Any, story: Path) -> None:
    make(narrator, "--format", "wav", "--stereo")
    assert "As before" not in make(narrator, "--format", "flac", "--no-stereo")
    assert settings(story) == {"formats": "flac", "stereo": False}
    assert "As before: --format flac --no-stereo (--forget begins anew)" in make(narrator)


def test_it_can_be_forgotten(narrator: Any, story: Path) -> None:
    make(narrator, "--format", "wav", "--stereo")
    assert "As before" not in make(narrator, "--forget", "--format", "flac")
    assert settings(story) == {"formats": "flac"}
    make(narrator, "--forget")
    assert not settings(story)
    assert sounds(story) >= {".m4b", ".mp3"}


@pytest.mark.parametrize(
    "refused", [("--format", "mp5"), ("--chime", "nowhere.mp3"), ("--profile", "loud")]
)
def test_what_is_refused_is_not_kept(narrator: Any, story: Path, refused: tuple[str, ...]) -> None:
    make(narrator, "--format", "wav")
    said = narrator("make", "keys.txt", *QUICK, *refused)
    assert said.returncode in (1, 2) and "Traceback" not in said.stderr
    assert settings(story) == {"formats": "wav"}


def test_a_file_is_found_from_any_folder_and_can_be_taken_away(narrator: Any, story: Path) -> None:
    make(narrator, "--format", "wav")
    (sound,) = (story.parent / "audio_out" / "keys").glob("*.wav")
    chime = sound.rename(story.parent / "chime.wav")
    make(narrator, "--format", "wav", "--chime", chime.name)
    assert settings(story)["chime"] == str(chime)
    assert f"--chime {chime}" in make(narrator)
    make(narrator, "--chime", "")
    assert settings(story) == {"formats": "wav"}


def test_settings_that_are_none_are_one_line(narrator: Any, story: Path) -> None:
    make(narrator, "--format", "wav")
    path = story.parent / "script" / "keys" / "settings.json"
    for content in ("{", "[]", '{"formats": 5}'):
        path.write_text(content)
        said = make(narrator, code=3)
        assert said.count("\n") == 1 and "settings.json: is not what Narrator wrote" in said
    path.write_text('{"formats": "wav", "of another version": true}')
    assert "As before: --format wav (" in make(narrator)
    path.write_text("{")
    make(narrator, "--forget", "--format", "wav")
    assert settings(story) == {"formats": "wav"}


def test_what_is_no_longer_asked_for_is_told_and_kept(narrator: Any, story: Path) -> None:
    make(narrator, "--format", "wav,mp3")
    assert "Left as" not in make(narrator)
    said = make(narrator, "--format", "flac,opus")
    assert "Left as earlier runs made them, and no longer asked for: 1 MP3 file, 1 WAV file" in said
    assert sounds(story) >= {".mp3", ".wav", ".flac"}
    result = json.loads(narrator("record", "keys", *QUICK, "--json").stdout)
    assert sorted(Path(path).suffix for path in result["left"]) == [".mp3", ".wav"]


def test_a_profile_that_wants_mp3_says_so(narrator: Any, story: Path) -> None:
    said = make(narrator, "--profile", "acx", "--format", "wav")
    assert "warning: the profile acx asks for an MP3 a chapter, and --format names wav" in said
    assert "add mp3" not in make(narrator, "--format", "wav,mp3")
