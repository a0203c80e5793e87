"""Every file that a person or a program can damage is refused in one line, or made anew."""

import json
import os
import shutil
import signal
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from narrator.cli import run

DEEP, LONG = 5000, "9" * 5000

STORY = """\
The Two Keys

“Who has the key?” asked Anna Bell.

“I have it,” said Tom Reed.
"""

BAD_JSON = {
    "a list": b"[]",
    "a number": b"1",
    "nothing": b"",
    "cut": b'{"info": {"title": "The',
    "infinite": b'{"info": {"title": 1e999}, "characters": []}',
    "no number": b'{"info": {"title": NaN}}',
    "half a character": b'{"info": {"title": "\\ud800"}, "characters": []}',
    "a NUL": b'{"info": {"title": "\\u0000"}, "characters": []}',
    "deep": b'{"info": ' + b"[" * DEEP + b"]" * DEEP + b"}",
    "not UTF-8": b'{"info":\n {"title": "\xff"}}',
    "digits": f'{{"info": {LONG}}}'.encode(),
    "wrong types": b'{"info": {"title": "A", "author": 3}, "characters": [{"name": 5}]}',
    "a key of another type": b'{"info": {"title": "A"}, "characters": {}, "written": 1}',
}

BAD_TOML = {
    "brackets": "a = " + "[" * DEEP,
    "closed brackets": "a = " + "[" * 300 + "]" * 300,
    "braces": "a = " + "{b=" * DEEP,
    "dots": ".".join("a" * DEEP) + " = 1",
    "a header of dots": "[" + ".".join("a" * DEEP) + "]",
    "digits": f"[cast.Tom]\npitch = {LONG}",
    "many digits": f"[cast.Tom]\npitch = {LONG[:4000]}",
    "infinite": "[cast.Tom]\nrate = 1e999",
    "a NUL": 'series = "a\\u0000b"',
    "a folder": 'series = ".."',
    "a table for a text": "engine = {a = 1}",
    "wrong types": "cast = 3\nsay = 4\npauses = 5\nengine = []",
    "not UTF-8": b'engine = "silent"\nseries = "\xff"',
}

NOT_THERE = ("infinite", "a folder", "a table for a text", "digits", "a NUL")
"""Damage to what only a casting file has; other files get numbers without end."""


@pytest.fixture(scope="module")
def parsed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A workspace with a book that has a script and a cast."""
    folder = tmp_path_factory.mktemp("parsed")
    story = folder / "keys.txt"
    story.write_text(STORY, encoding="utf-8")
    arguments = ["parse", str(story), "--workspace", str(folder), "-q"]
    assert run(arguments) == 0
    assert run(["cast", "keys", "--workspace", str(folder), "--engine", "silent", "-q"]) == 0
    return folder


@pytest.fixture
def book(parsed: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of it, which may be damaged; here is where commands run."""
    shutil.copytree(parsed, tmp_path, dirs_exist_ok=True)
    monkeypatch.chdir(tmp_path)
    return tmp_path


Said = Callable[..., tuple[int, str]]


@pytest.fixture
def said(capsys: pytest.CaptureFixture[str]) -> Said:
    """Run a command: its exit code, and all that it said, which is never a defect of ours."""

    def command(*arguments: str) -> tuple[int, str]:
        code = run(list(arguments))
        heard = capsys.readouterr()
        told = heard.out + heard.err
        assert "unforeseen" not in told and "Traceback" not in told, told
        return code, told

    return command


def record(said: Said) -> tuple[int, str]:
    return said("record", "keys", "--format", "mp3", "-q", "--jobs", "1")


def is_refused(said: Said, path: str) -> None:
    """`check` calls it a problem, `record` refuses it, both with its name in a short line."""
    for code, told in (said("check", "keys"), record(said)):
        assert code == 3, told
        rows = [row for row in told.splitlines() if path in row]
        assert rows and all(len(row) < 500 for row in rows), told


@pytest.mark.parametrize("damage", BAD_JSON)
def test_a_damaged_record_is_refused(book: Path, said: Said, damage: str) -> None:
    (book / "script/keys/book.json").write_bytes(BAD_JSON[damage])
    is_refused(said, "book.json")


@pytest.mark.parametrize("damage", BAD_JSON)
def test_damaged_settings_are_refused(book: Path, said: Said, damage: str) -> None:
    (book / "script/keys/settings.json").write_bytes(BAD_JSON[damage])
    is_refused(said, "settings.json")


@pytest.mark.parametrize(
    "kept", ['{"formats": true}', '{"single_voice": "yes"}', '{"doubt": false}']
)
def test_settings_of_another_type_are_refused(book: Path, said: Said, kept: str) -> None:
    (book / "script/keys/settings.json").write_text(kept, encoding="utf-8")
    code, told = record(said)
    assert code == 3 and "settings.json" in told and "--forget" in told


@pytest.mark.parametrize("damage", BAD_TOML)
@pytest.mark.parametrize("file", ["keys.toml", "lexicon.toml", "sound.toml"])
def test_damaged_tables_are_refused(book: Path, said: Said, file: str, damage: str) -> None:
    bad = BAD_TOML[damage]
    text = bad if isinstance(bad, bytes) else bad.encode()
    if file != "keys.toml" and damage in NOT_THERE:
        text = f"[pauses]\nparagraph = {LONG}\n[say]\nTom = {LONG}".encode()
    elif file != "keys.toml" and damage == "many digits":
        text = b"[pauses]\nparagraph = 1e999\n[say]\nTom = 1"
    (book / "voices" / file).write_bytes(text)
    is_refused(said, file)


def test_what_is_not_utf_8_is_told_with_its_line(book: Path, said: Said) -> None:
    (book / "voices/lexicon.toml").write_bytes(b'[say]\nTom = "tom"\nAnna = "\xff"\n')
    assert "lexicon.toml line 3: is not UTF-8 text" in record(said)[1]
    (book / "voices/lexicon.toml").unlink()
    chapter = next((book / "script/keys").glob("*.txt"))
    chapter.write_bytes(chapter.read_bytes() + b"Narrator: \xff\n")
    line = chapter.read_bytes().count(b"\n")
    assert f"{chapter.name} line {line}: is not UTF-8 text" in record(said)[1]
    assert f"{chapter.name} line {line}: is not UTF-8 text" in said("check", "keys")[1]


def test_a_byte_order_mark_is_taken_everywhere(book: Path, said: Said) -> None:
    (book / "voices/lexicon.toml").write_text('[say]\nTom = "tom"\n', encoding="utf-8")
    (book / "voices/sound.toml").write_text("[pauses]\nparagraph = 1\n", encoding="utf-8")
    (book / "script/keys/settings.json").write_text('{"pauses": "1.1"}', encoding="utf-8")
    folders = (book / "voices", book / "script/keys")
    for path in (path for folder in folders for path in folder.iterdir() if path.is_file()):
        path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes())
    code, told = said("check", "keys")
    assert code == 0, told


@pytest.mark.parametrize(
    "row",
    [
        "[pause " + "9" * 400 + "]",
        "[pause " + LONG + "]",
        "[pause 1000000000]",
        "[pause 601]",
        '"\\ud800": Hello.',
        "[" * DEEP,
        "Tom [?" + LONG + "]: Hello.",
    ],
)
def test_a_row_of_a_script_that_asks_too_much_is_refused(book: Path, said: Said, row: str) -> None:
    chapter = next((book / "script/keys").glob("*.txt"))
    with chapter.open("a", encoding="utf-8") as file:
        file.write(f"\n{row}\n")
    is_refused(said, chapter.name)


@pytest.fixture
def alarm() -> Iterator[None]:
    """What waits for a pipe would wait for ever: it is ended, and fails."""
    signal.alarm(120)
    yield
    signal.alarm(0)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no pipes among files here")
@pytest.mark.usefixtures("alarm")
@pytest.mark.parametrize(
    "file",
    [
        "script/keys/book.json",
        "script/keys/settings.json",
        "script/keys/01-the-two-keys.txt",
        "voices/keys.toml",
        "voices/lexicon.toml",
        "voices/sound.toml",
    ],
)
@pytest.mark.parametrize("kind", ["pipe", "device"])
def test_a_pipe_in_place_of_a_file_is_refused(book: Path, said: Said, file: str, kind: str) -> None:
    path = book / file
    path.unlink(missing_ok=True)
    if kind == "pipe":
        os.mkfifo(path)
    else:
        path.symlink_to("/dev/zero")
    for code, told in (said("check", "keys"), record(said)):
        assert code == 3 and path.name in told and "is no file" in told, told


def test_what_narrator_keeps_for_itself_is_made_anew(book: Path, said: Said) -> None:
    assert record(said)[0] == 0
    published = book / "audio_out/keys"
    for name in (".published.json", ".loudness.json"):
        for content in BAD_JSON.values():
            (published / name).write_bytes(content)
            assert record(said)[0] == 0
            json.loads((published / name).read_text(encoding="utf-8"))
