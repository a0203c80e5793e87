"""Programs that speak, real ones where they are installed."""

import shutil
import sys
from array import array
from pathlib import Path

import pytest

from narrator.acoustics import measured
from narrator.engines.command import Command
from narrator.engines.home import VARIABLE
from narrator.errors import BadScript, MissingTool, NarratorError
from narrator.model import Manner

TEXT = "The kettle was on, and nobody had slept."
PLAIN = Manner()

REAL = {
    "flite": """
        [voice.slt]
        run = ["flite", "-voice", "slt", "--setf", "duration_stretch={stretch}",
               "-f", "{textfile}", "-o", "{out}"]
        language = "en-US"
        gender = "female"
        [voice.kal]
        run = ["flite", "-voice", "kal", "--setf", "duration_stretch={stretch}",
               "-f", "{textfile}", "-o", "{out}"]
        gender = "male"
    """,
    "espeak-ng": """
        [voice.scot]
        run = ["espeak-ng", "-v", "en-gb-scotland", "-s", "{wpm}",
               "-f", "{textfile}", "-w", "{out}"]
        [voice.piped]
        run = ["espeak-ng", "-v", "en-us+f3", "-s", "{wpm}", "--stdin", "-w", "{out}"]
    """,
    "pico2wave": """
        [voice.pico]
        run = ["pico2wave", "-l", "en-GB", "-w", "{out}", "{text}"]
    """,
    "text2wave": """
        [voice.festival]
        run = ["text2wave", "-o", "{out}", "{textfile}"]
    """,
}


@pytest.fixture(autouse=True)
def file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv(VARIABLE, str(tmp_path))
    return tmp_path / "engines.toml"


@pytest.mark.parametrize("program", REAL)
def test_a_real_program_speaks(file: Path, program: str) -> None:
    if shutil.which(program) is None:
        pytest.skip(f"{program} is not installed (apt install flite espeak-ng)")
    file.write_text(REAL[program], encoding="utf-8")
    engine = Command()
    sums = set()
    for voice in engine.voices():
        sound = engine.speak(TEXT, voice.id, PLAIN)
        assert 1 < sound.seconds < 6
        assert max(map(abs, array("h", sound.pcm))) > 1000
        sums.add(sound.pcm)
        if "{out}" in file.read_text() and program in ("flite", "espeak-ng"):
            fast = engine.speak(TEXT, voice.id, Manner(rate=1.5))
            assert fast.seconds < 0.8 * sound.seconds
            high = engine.speak(TEXT, voice.id, Manner(pitch=3.0))
            ratio = measured([high], 40).pitch_hz / measured([sound], 40).pitch_hz
            assert ratio == pytest.approx(2 ** (3 / 12), rel=0.1)
    assert len(sums) == len(engine.voices())


def program(file: Path, code: str, *arguments: str) -> Command:
    """An engine whose one voice runs Python code."""
    path = file.with_name("program.py")
    path.write_text(code, encoding="utf-8")
    run = [sys.executable, str(path), *arguments]
    file.write_text(f"[voice.v]\nrun = {run!r}\n", encoding="utf-8")
    return Command()


ECHO = """
import pathlib, sys, wave
pathlib.Path(sys.argv[1]).write_text(repr(sys.argv[3:]) + repr(sys.stdin.read()))
with wave.open(sys.argv[2], "wb") as out:
    out.setparams((1, 2, 8000, 0, "NONE", ""))
    out.writeframes(bytes(range(200)) * 40)
"""


@pytest.mark.parametrize(
    "text",
    [
        "; rm -rf ~ $(id) `id` | cat > /x & \"q\" 'q'",
        "--help me, she said",
        "{out} {text} {rate}",
        "two\nlines",
        "-o /etc/passwd x",
    ],
)
def test_a_text_is_one_argument_and_never_a_command(file: Path, text: str) -> None:
    seen = file.with_name("seen")
    engine = program(file, ECHO, str(seen), "{out}", "--", "{text}")
    assert engine.speak(text, "v", PLAIN).frames == 4000
    wanted = f" {text}" if text.startswith("-") else text
    assert seen.read_text() == repr(["--", wanted]) + repr("")


def test_without_a_place_for_the_text_it_comes_on_standard_input(file: Path) -> None:
    seen = file.with_name("seen")
    program(file, ECHO, str(seen), "{out}").speak("Good “evening”.", "v", PLAIN)
    assert seen.read_text() == "[]" + repr("Good “evening”.\n")


@pytest.mark.parametrize(
    ("code", "told"),
    [
        ("import sys; sys.exit('out of breath')", "exit code 1: out of breath"),
        ("import os; os.kill(os.getpid(), 9)", r"was killed by signal 9 \(SIGKILL\)"),
        ("pass", "no file"),
        ("import sys; open(sys.argv[1], 'w').write('no sound')", "no WAV or AIFF"),
    ],
)
def test_a_program_that_fails_is_one_line(file: Path, code: str, told: str) -> None:
    engine = program(file, code, "{out}", "{text}")
    with pytest.raises(NarratorError, match=told):
        engine.speak("Hello.", "v", PLAIN)


def test_a_program_that_is_not_there_is_named(file: Path) -> None:
    file.write_text('[voice.v]\nrun = ["no-such-program", "{text}"]', encoding="utf-8")
    with pytest.raises(MissingTool, match="no-such-program"):
        Command().speak("Hello.", "v", PLAIN)


@pytest.mark.parametrize(
    ("content", "told"),
    [
        ("voice = 3", "not a list of voices"),
        ("[voice.v]", "no command"),
        ('[voice.v]\nrun = "flite {text}"', "no command"),
        ('[voice.v]\nrun = ["x", "{txt}"]', "'txt'"),
        ('[voice.v]\nrun = ["x"]\ncolour = "red"', "'colour'"),
        ('[voice.v]\nrun = ["x"]\ngender = "tall"', "tall"),
        ("[voice.v", "not TOML"),
        ("other = 1", "not a list of voices"),
    ],
)
def test_mistakes_in_the_file_are_told(file: Path, content: str, told: str) -> None:
    file.write_text(content, encoding="utf-8")
    with pytest.raises(BadScript, match=told):
        Command()


def test_without_a_file_it_says_what_to_write(file: Path) -> None:
    with pytest.raises(MissingTool, match=r"engines.toml.*flite"):
        Command()


def test_a_changed_command_changes_the_version(file: Path) -> None:
    before = Command.version()
    file.write_text('[voice.v]\nrun = ["x"]', encoding="utf-8")
    assert Command.version() != before
