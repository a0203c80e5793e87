"""The command engine: any program that speaks into a file, described by a few lines of TOML."""

import hashlib
import shutil
import subprocess
import tempfile
from pathlib import Path
from typing import ClassVar

from narrator.errors import MissingTool, NarratorError
from narrator.files.temporary import temporary_room
from narrator.model import SAMPLE_BYTES, Manner, Sound, Voice
from narrator.processes import ending

from .command_file import CommandVoice, commands_file, read_commands
from .espeak_library import plain
from .interface import Engine
from .names import no_such_voice
from .shifting import pace_for, shifted
from .sound_file import read_sound

SECONDS = 30.0
"""How long a program may take for a text of no length."""
PER_CHARACTER = 0.1
WORDS_A_MINUTE = 175
RATE, SILENCE = 22_050, 220
"""Hertz and frames of what is given for a text without words."""
EXAMPLE = 'put into it:  [voice.slt]  and  run = ["flite", "-voice", "slt", "{text}", "{out}"]'


class Command(Engine):
    """Programs such as flite, pico2wave, text2wave, RHVoice-test or say, one run for a clip.

    They are started without a shell; a text can never become an option or another command.
    """

    name: ClassVar[str] = "command"
    varies: ClassVar[bool] = True

    def __init__(self) -> None:
        self._voices = read_commands()
        if not self._voices:
            raise MissingTool(
                "no program that speaks is described", where=str(commands_file()), todo=EXAMPLE
            )

    @classmethod
    def version(cls) -> str:
        """A digest of the file that describes the programs."""
        try:
            content = commands_file().read_bytes()
        except OSError:
            content = b""
        return f"command {hashlib.sha256(content).hexdigest()[:12]}"

    def voices(self) -> tuple[Voice, ...]:
        """Those of the file, in its order."""
        return tuple(
            Voice(
                self.name,
                voice.id,
                voice.language,
                voice.gender,
                voice.age,
                voice.description or voice.run[0],
                licence=voice.licence,
            )
            for voice in self._voices.values()
        )

    def speak(self, text: str, voice: str, manner: Manner) -> Sound:
        """`text` spoken; a program that is given no pace keeps its own, and its pitch."""
        if voice not in self._voices:
            raise no_such_voice(self.name, voice, self.voices())
        described = self._voices[voice]
        shifts = described.takes_pace and not described.takes("pitch")
        pace = pace_for(manner) if shifts else manner.rate
        words = plain(text).strip()
        if not any(sign.isalnum() for sign in words):
            # Programs answer nothing to nothing, or with an error.
            return Sound(bytes(SILENCE * SAMPLE_BYTES), RATE)
        sound = self._spoken(described, words, pace, manner.pitch)
        return shifted(sound, manner) if shifts else sound

    def _spoken(self, voice: CommandVoice, words: str, pace: float, pitch: float) -> Sound:
        program = shutil.which(voice.run[0])
        if program is None:
            raise MissingTool(
                f"the program {voice.run[0]!r} of the voice {voice.id!r} is not there",
                where=str(commands_file()),
                todo="install it, or mend the file",
            )
        with temporary_room(), tempfile.TemporaryDirectory(prefix="narrator-") as folder:
            out, written = Path(folder, "clip.wav"), Path(folder, "text.txt")
            written.write_text(words + "\n", encoding="utf-8")
            values = {
                # A blank in front: a text that begins with a hyphen is no option.
                "text": f" {words}" if words.startswith("-") else words,
                "textfile": str(written),
                "out": str(out),
                "rate": f"{pace:.3f}",
                "stretch": f"{1 / pace:.3f}",
                "wpm": str(round(WORDS_A_MINUTE * pace)),
                "percent": str(round(100 * pace)),
                "pitch": f"{pitch:.2f}",
            }
            done = self._run(
                voice, [program, *(voice.filled(part, values) for part in voice.run[1:])], words
            )
            if not voice.takes("out"):
                out.write_bytes(done.stdout)
            return read_sound(out)

    def _run(
        self, voice: CommandVoice, arguments: list[str], words: str
    ) -> "subprocess.CompletedProcess[bytes]":
        by_pipe = not (voice.takes("text") or voice.takes("textfile"))
        seconds = SECONDS + PER_CHARACTER * len(words)
        try:
            done = subprocess.run(
                arguments,
                input=f"{words}\n".encode() if by_pipe else b"",
                capture_output=True,
                timeout=seconds,
                check=False,
            )
        except subprocess.TimeoutExpired as error:
            raise NarratorError(f"{voice.run[0]} did not end within {seconds:.0f} s") from error
        except OSError as error:
            raise MissingTool(f"{voice.run[0]} cannot be run: {error.strerror}") from error
        if done.returncode != 0:
            said = done.stderr.decode("utf-8", "replace").strip().splitlines()
            raise NarratorError(
                f"{voice.run[0]} {ending(done.returncode)}" + (f": {said[-1]}" if said else "")
            )
        return done
