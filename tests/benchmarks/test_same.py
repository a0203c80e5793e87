"""The comparison of two checkouts: it sees what differs, and only that."""

import shutil
import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parents[2]))  # the benchmarks are no part of the package

from benchmarks.same import __main__ as same
from benchmarks.same.differences import differences
from benchmarks.same.materials import jobs_of

HERE = Path(__file__).parents[2]
STORY = "“Mind the step,” said Olga.\n\n“Which one?” asked Mr. Hale.\n"


def checkout(folder: Path) -> Path:
    """A copy of the program, with the environment of these tests."""
    shutil.copytree(HERE / "narrator", folder / "narrator")  # with what is compiled already
    (folder / ".venv").symlink_to(sys.prefix)
    return folder


@pytest.fixture
def pair(tmp_path: Path) -> tuple[str, str]:
    seed = tmp_path / "shared" / "data" / "seed" / "quay"
    seed.mkdir(parents=True)
    (seed / "novel_text.txt").write_text(STORY, encoding="utf-8")
    return str(checkout(tmp_path / "old")), str(checkout(tmp_path / "new"))


def compared(pair: tuple[str, str], tmp_path: Path, *more: str) -> int:
    return same.main([*pair, "--only", "seed", "--shared", str(tmp_path / "shared"), *more])


def test_a_copy_says_the_same(
    pair: tuple[str, str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert compared(pair, tmp_path, "--keep", str(tmp_path / "kept")) == 0
    assert "the same" in capsys.readouterr().out
    wrote = tmp_path / "kept" / "new" / "seed"
    assert "Olga: “Mind the step,”" in (wrote / "script/quay/01-quay.txt").read_text("utf-8")
    assert "[cast.Olga]" in (wrote / "voices" / "quay.toml").read_text("utf-8")
    assert '"speaker": "Olga"' in (wrote / "quay.json").read_text("utf-8")


def test_one_that_says_something_else_is_told(
    pair: tuple[str, str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    main = Path(pair[1], "narrator", "__main__.py")
    main.write_text(main.read_text("utf-8").replace("    main()", '    print("?")\n    main()'))
    assert compared(pair, tmp_path) == 1
    said = capsys.readouterr().out
    assert "3 DIFFER" in said
    assert "quay.json: line 1\n    old: '{\\n'\n    new: '?\\n'" in said


def test_one_without_an_environment_is_refused(
    pair: tuple[str, str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    Path(pair[0], ".venv").unlink()
    assert compared(pair, tmp_path) == 2
    assert "it has no .venv" in capsys.readouterr().err


def test_time_and_memory(pair: tuple[str, str], capsys: pytest.CaptureFixture[str]) -> None:
    assert same.main([*pair, "--cpu", "--runs", "1", "--words", "300"]) == 0
    said = capsys.readouterr().out
    assert said.count("new / old") == 4
    assert "parse --json, 300 words (1 runs of each)" in said


def test_where_two_folders_differ(tmp_path: Path) -> None:
    files = {"a": ("same", "same"), "b": ("x" * 99 + "1", "x" * 99 + "2"), "c": ("one\n", "one\n2")}
    for side, folder in enumerate(("old", "new")):
        (tmp_path / folder / "deep").mkdir(parents=True)
        for name, contents in files.items():
            (tmp_path / folder / "deep" / name).write_text(contents[side])
    (tmp_path / "old" / "gone").touch()
    (tmp_path / "new" / "here").touch()
    assert differences(tmp_path / "old", tmp_path / "new") == [
        f"  deep/b: line 1\n    old: …'{'x' * 60}1'\n    new: …'{'x' * 60}2'",
        "  deep/c: line 2\n    old: (ends here)\n    new: '2'",
        "  gone: only the old one has it",
        "  here: only the new one has it",
    ]


def test_every_written_form_of_the_tables_is_spoken(tmp_path: Path) -> None:
    jobs = jobs_of("spoken", here=HERE, shared=tmp_path, texts=tmp_path)
    written = [line for job in jobs if job.name.endswith(".txt") for line in job.text.splitlines()]
    assert len(written) > 600
    assert "May 5, 1998" in written


def test_every_scene_is_parsed(tmp_path: Path) -> None:
    jobs = jobs_of("examples", here=HERE, shared=tmp_path, texts=tmp_path)
    assert {job.name.rpartition(".")[2] for job in jobs} == {"json", "parse", "cast"}
    scene = (tmp_path / "speakers-speech-001.txt").read_text("utf-8")
    assert scene.startswith("“Mind the step,” said Olga. “It is loose.”")
