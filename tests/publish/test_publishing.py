"""What is done is kept, what changed is done again, and nothing half done is ever left."""

import json
import os
import signal
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from narrator.errors import NarratorError
from narrator.mixing import Mixed, find
from narrator.model import BookInfo
from narrator.publish import BookAudio, Progress, publish

MakeBook = Callable[..., BookAudio]
MakeChapter = Callable[..., Mixed]
posix = pytest.mark.skipif(sys.platform == "win32", reason="uses signals and a shell script")


def run(book: BookAudio, folder: Path, *formats: str) -> dict[str, bool]:
    """Publish; which files there are now, and whether they were written."""
    return {each.path.name: each.written for each in publish(book, folder, formats, jobs=2)}


def sounds(folder: Path) -> set[str]:
    """The files in a folder, the manifest and the encoded pieces aside."""
    return {path.name for path in folder.iterdir()} - {".published.json", ".pieces"}


def test_a_second_run_writes_nothing(make_book: MakeBook, tmp_path: Path) -> None:
    first = run(make_book(), tmp_path / "out", "wav", "m4b")
    assert first == {"01 - One.wav": True, "02 - Two.wav": True, "A Book.m4b": True}
    stamps = {path: path.stat().st_mtime_ns for path in (tmp_path / "out").iterdir()}
    second = run(make_book(), tmp_path / "out", "wav", "m4b")
    assert second == dict.fromkeys(first, False)
    assert stamps == {path: path.stat().st_mtime_ns for path in (tmp_path / "out").iterdir()}


def test_only_what_changed_is_written(
    make_book: MakeBook, make_chapter: MakeChapter, tmp_path: Path
) -> None:
    book = make_book(["One", "Two", "Three"])
    run(book, tmp_path / "out", "wav", "flac")
    louder = (book.chapters[0], make_chapter("Two", gain=2.0), book.chapters[2])
    again = run(replace(book, chapters=louder), tmp_path / "out", "wav", "flac")
    assert {name for name, written in again.items() if written} == {"02 - Two.wav", "02 - Two.flac"}


@pytest.mark.parametrize(
    "change",
    [
        {"info": BookInfo("A Book", "Someone Else")},
        {"narrators": "Voice C"},
        {"date": "2027"},
        {"description": "More."},
    ],
)
def test_other_tags_make_other_files(
    make_book: MakeBook, tmp_path: Path, change: dict[str, object]
) -> None:
    run(make_book(), tmp_path / "out", "wav")
    assert all(run(replace(make_book(), **change), tmp_path / "out", "wav").values())


def test_another_cover_makes_another_file(make_book: MakeBook, tmp_path: Path, png: Path) -> None:
    assert all(run(make_book(["One"]), tmp_path / "out", "mp3").values())
    book = replace(make_book(["One"]), cover=png)
    assert all(run(book, tmp_path / "out", "mp3").values())
    assert not any(run(book, tmp_path / "out", "mp3").values())
    # The format holds no picture, so its files do not care.
    run(make_book(["One"]), tmp_path / "out", "wav")
    assert not any(run(book, tmp_path / "out", "wav").values())


@pytest.mark.parametrize("harm", ["deleted", "cut short"])
def test_a_lost_or_damaged_file_is_made_again(
    make_book: MakeBook, tmp_path: Path, harm: str
) -> None:
    run(make_book(), tmp_path, "wav")
    path = tmp_path / "01 - One.wav"
    whole = path.read_bytes()
    if harm == "deleted":
        path.unlink()
    else:
        path.write_bytes(whole[:-10])
    assert run(make_book(), tmp_path, "wav") == {"01 - One.wav": True, "02 - Two.wav": False}
    assert path.read_bytes() == whole


def test_a_renamed_chapter_leaves_no_old_file(make_book: MakeBook, tmp_path: Path) -> None:
    folder = tmp_path / "out"
    run(make_book(["One", "Two"]), folder, "wav", "flac")
    mine = folder / "02 - Mine.wav"
    mine.write_bytes(b"a person's own")
    run(make_book(["One", "Second"]), folder, "wav")
    expected = {"01 - One.wav", "02 - Second.wav", "02 - Mine.wav"}
    # A format that was not asked for stays as it was.
    assert sounds(folder) == expected | {"01 - One.flac", "02 - Two.flac"}
    assert mine.read_bytes() == b"a person's own"


def test_a_chapter_renamed_only_in_case_is_there(make_book: MakeBook, tmp_path: Path) -> None:
    run(make_book(["one"]), tmp_path / "out", "wav")
    run(make_book(["One"]), tmp_path / "out", "wav")
    assert (tmp_path / "out" / "01 - One.wav").is_file()


@pytest.mark.parametrize(
    "text", ["", "{", "[]", '{"schema":1,"files":[1]}', '{"schema":99,"files":{}}', "\0"]
)
def test_a_damaged_manifest_only_means_more_work(
    make_book: MakeBook, tmp_path: Path, text: str
) -> None:
    run(make_book(), tmp_path / "out", "wav")
    manifest = tmp_path / "out" / ".published.json"
    manifest.write_text(text)
    assert all(run(make_book(), tmp_path / "out", "wav").values())
    assert len(json.loads(manifest.read_text(encoding="utf-8"))["files"]) == 2


def test_a_manifest_can_remove_nothing_outside(make_book: MakeBook, tmp_path: Path) -> None:
    precious = tmp_path / "precious.wav"
    precious.write_bytes(b"precious")
    run(make_book(), tmp_path / "out", "wav")
    manifest = tmp_path / "out" / ".published.json"
    kept = json.loads(manifest.read_text(encoding="utf-8"))
    entry = kept["files"]["01 - One.wav"]
    for name in ("../precious.wav", str(precious), "..", ""):
        kept["files"][name] = entry
    manifest.write_text(json.dumps(kept))
    run(make_book(), tmp_path / "out", "wav")
    assert precious.read_bytes() == b"precious"


def test_progress_ends_at_the_whole(make_book: MakeBook, tmp_path: Path) -> None:
    seen: list[Progress] = []
    book = make_book()
    list(publish(book, tmp_path, ["wav", "flac"], jobs=2, progress=seen.append))
    frames = 2 * sum(chapter.audio.frames for chapter in book.chapters)
    assert {each.total for each in seen} == {frames}
    assert [each.done for each in seen] == sorted(each.done for each in seen)
    assert seen[-1].done == frames


def test_files_are_yielded_one_by_one_and_then_remembered(
    make_book: MakeBook, tmp_path: Path
) -> None:
    files = publish(make_book(["One", "Two", "Three"]), tmp_path, ["wav"], jobs=1)
    first = next(files)
    assert first.path.is_file()
    assert first.path.name in (tmp_path / ".published.json").read_text(encoding="utf-8")
    files.close()  # type: ignore[attr-defined]
    again = run(make_book(["One", "Two", "Three"]), tmp_path, "wav")
    assert not again[first.path.name]


def test_nothing_to_publish_is_told(make_book: MakeBook, tmp_path: Path) -> None:
    with pytest.raises(NarratorError, match="nothing to publish"):
        run(make_book([]), tmp_path, "wav")
    with pytest.raises(NarratorError, match="nothing to publish"):
        run(make_book(), tmp_path)


def test_a_place_that_cannot_be_written_to_is_told(make_book: MakeBook, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(NarratorError, match=r"file.*: cannot write here \(.*\); free or choose"):
        run(make_book(), tmp_path / "file" / "out", "wav")


def test_a_damaged_clip_stops_the_run_and_what_is_done_is_kept(
    make_book: MakeBook, make_chapter: MakeChapter, tmp_path: Path
) -> None:
    book = make_book(["One"])
    run(book, tmp_path / "out", "wav")
    damaged = make_chapter("Two")
    speech = next(each for each in damaged.segments if hasattr(each, "clip"))
    gone = replace(speech.clip, path=tmp_path / "gone.wav")
    damaged = replace(
        damaged, fingerprint="other", segments=(replace(speech, clip=gone), *damaged.segments)
    )
    with pytest.raises(NarratorError, match=r"gone\.wav: the clip cannot be read"):
        run(replace(book, chapters=(book.chapters[0], damaged)), tmp_path / "out", "wav")
    assert sounds(tmp_path / "out") == {"01 - One.wav"}
    assert run(book, tmp_path / "out", "wav") == {"01 - One.wav": False}


@pytest.mark.parametrize("name", ["mp3", "m4b"])
def test_an_interruption_leaves_whole_files_only(
    make_book: MakeBook, make_chapter: MakeChapter, tmp_path: Path, name: str
) -> None:
    def interrupt(progress: Progress) -> None:
        if progress.done:
            raise KeyboardInterrupt

    long = replace(make_book(), chapters=(make_chapter("Long", 3000),))
    with pytest.raises(KeyboardInterrupt):
        list(publish(long, tmp_path / "out", [name], progress=interrupt))
    assert sounds(tmp_path / "out") == set()


@posix
@pytest.mark.parametrize("name", ["m4b", "mp3"])
def test_an_ffmpeg_that_is_killed_leaves_no_file(
    make_book: MakeBook,
    make_chapter: MakeChapter,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    name: str,
) -> None:
    pid_file = tmp_path / "pid"
    stand_in = tmp_path / "ffmpeg"
    stand_in.write_text(
        # The encoder's, not that of a short measurement.
        f'#!/bin/sh\ncase "$*" in *.part) echo $$ >"{pid_file}";; esac; exec "{find()}" "$@"\n'
    )
    stand_in.chmod(0o755)
    monkeypatch.setenv("NARRATOR_FFMPEG", str(stand_in))

    def kill(progress: Progress) -> None:
        if progress.done > 100_000 and pid_file.exists():
            os.kill(int(pid_file.read_text()), signal.SIGKILL)
            pid_file.unlink()

    long = replace(make_book(), chapters=(make_chapter("Long", 3000),))
    told = r"(Long|A Book)(\.mp3|\.m4b)?: ffmpeg was killed by signal 9"
    with pytest.raises(NarratorError, match=told):
        list(publish(long, tmp_path / "out", [name], progress=kill))
    assert sounds(tmp_path / "out") == set()
    assert not list((tmp_path / "out").glob("**/*.part"))


LONG_RUN = """
import sys
from pathlib import Path
from narrator.mixing import TakeInMix, mix
from narrator.model import BookInfo, Clip, Line, Pauses, ScriptChapter
from narrator.publish import BookAudio, publish

clip = Clip("clip", Path(sys.argv[1]), 22050, (10000, 6000))
def chapter(title, lines):
    rows = tuple([Line("Narrator", "It was.")] * lines)
    takes = {number: TakeInMix(clip) for number in range(lines)}
    return mix(ScriptChapter(title, rows), takes, Pauses(), 22050)
book = BookAudio(BookInfo("Book"), (chapter("Long", 3000), chapter("Short", 1)))
try:
    for file in publish(book, Path(sys.argv[2]), ["mp3"], jobs=2):
        print(file.path.name, file.written, flush=True)
except KeyboardInterrupt:
    sys.exit(130)
"""


@posix
@pytest.mark.parametrize("how", [signal.SIGINT, signal.SIGKILL, signal.SIGTERM])
def test_killed_in_the_middle_it_goes_on_from_there(
    make_book: MakeBook, clip: object, tmp_path: Path, how: signal.Signals
) -> None:
    folder = tmp_path / "out"
    script = tmp_path / "run.py"
    script.write_text(LONG_RUN)
    command = [sys.executable, str(script), str(tmp_path / "clip.wav"), str(folder)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as child:
        # The short chapter is finished while the long one is still being written.
        assert child.stdout is not None
        assert child.stdout.readline() == "02 - Short.mp3 True\n"
        child.send_signal(how)
        child.wait(20)
    assert child.returncode == (130 if how == signal.SIGINT else -how)
    assert {name for name in sounds(folder) if not name.endswith(".part")} == {"02 - Short.mp3"}
    script.write_text(LONG_RUN.replace("3000", "3"))
    again = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    assert again.splitlines() == ["02 - Short.mp3 False", "01 - Long.mp3 True"]
    assert sounds(folder) == {"01 - Long.mp3", "02 - Short.mp3"}
