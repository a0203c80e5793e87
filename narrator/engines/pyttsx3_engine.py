"""The pyttsx3 engine: the platform's own voices, with pyttsx3's traps closed."""

import contextlib
import io
import itertools
import re
import tempfile
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any, ClassVar

from narrator.errors import MissingTool, NarratorError
from narrator.files.temporary import temporary_room
from narrator.model import Manner, Sound, Voice

from .espeak_library import plain
from .interface import Engine
from .names import no_such_voice
from .pyttsx3_controls import Controls, EspeakControls, PlatformControls
from .pyttsx3_driver import driver_name, driver_version, load_pyttsx3
from .pyttsx3_voices import described, variants, with_variants
from .sound_file import read_sound

NO_SOUND = Sound(b"", 22_050)

_PIECE = re.compile(
    r"""(?s) \S.{0,1500}(?<=[.!?…])(?=\s|$)  # as many sentences as fit,
           | \S.{0,1500}(?=\s|$)            # or words,
           | \S.{0,1500}                    # or letters
    """,
    re.VERBOSE,
)
"""What is spoken in one run: pyttsx3's espeak driver takes a time that grows with the square."""


class Pyttsx3(Engine):
    """SAPI 5 on Windows, NSSpeechSynthesizer on macOS, espeak-ng from its wheel elsewhere.

    Measured of pyttsx3 2.99, and dealt with here: saving returns before the file is written; of
    several files in one run only the last appears; a wrong voice is ignored, and the voice before
    speaks on; a change of rate is sometimes lost; errors are swallowed; it prints; used from a
    second thread it deadlocks.
    """

    name: ClassVar[str] = "pyttsx3"

    def __init__(self) -> None:
        package, low = load_pyttsx3()
        self._thread = threading.get_ident()
        self._errors: list[Exception] = []
        try:
            self._engine: Any = package.init(driver_name())
        except (ImportError, OSError, RuntimeError, AttributeError) as error:
            raise MissingTool(
                f"pyttsx3 cannot start its {driver_name()} driver: {error}",
                todo="run: narrator doctor, or use --engine espeak",
            ) from error
        self._engine.connect("error", self._note)
        self._voices = described(self.name, self._engine.getProperty("voices"))
        self._controls: Controls = PlatformControls(self._engine)
        if low is not None:
            self._controls = EspeakControls(low)
        self._listed = self._voices
        self._ids = frozenset(voice.id for voice in self._voices)
        if low is not None:
            self._voices = with_variants(self._listed)
            others = itertools.chain.from_iterable(map(variants, self._listed))
            self._ids |= {voice.id for voice in others}
        with temporary_room():
            self._folder = tempfile.TemporaryDirectory(prefix="narrator-")

    @classmethod
    def version(cls) -> str:
        """The version of pyttsx3, and of espeak-ng or the system whose voices it uses."""
        return driver_version()

    def voices(self) -> tuple[Voice, ...]:
        """The platform's voices, English first."""
        return self._voices

    def voices_for(self, language: str) -> tuple[Voice, ...]:
        """The platform's voices; espeak's also as other people, women among them."""
        if isinstance(self._controls, EspeakControls):
            return with_variants(self._listed, language)
        return self._voices

    def speak(self, text: str, voice: str, manner: Manner) -> Sound:
        """`text` spoken. Only espeak can change its pitch; others keep theirs."""
        if threading.get_ident() != self._thread:
            raise NarratorError("pyttsx3 must be used by the thread that made it")
        if voice not in self._ids:
            raise no_such_voice(self.name, voice, self._voices)
        pieces = [self._spoken(piece, voice, manner) for piece in _PIECE.findall(plain(text))]
        return Sound(b"".join(each.pcm for each in pieces), pieces[0].rate) if pieces else NO_SOUND

    def close(self) -> None:
        """Let go of the driver and the folder for its files."""
        self._engine = None
        self._folder.cleanup()

    def _spoken(self, words: str, voice: str, manner: Manner) -> Sound:
        """`words` through a file, the only way out of pyttsx3."""
        path = Path(self._folder.name, "clip.wav")
        self._errors.clear()
        try:
            with _printing_nothing():
                self._controls.choose(voice, manner)
                self._save(words, path)
            return read_sound(path)
        finally:
            path.unlink(missing_ok=True)

    def _save(self, words: str, path: Path) -> None:
        """Have `words` written to `path`, and wait until they are."""
        self._engine.save_to_file(words, str(path))
        self._engine.runAndWait()
        self._controls.settle()
        if self._errors:
            raise NarratorError(f"pyttsx3 failed: {self._errors[0]}")

    def _note(self, name: object, exception: Exception) -> None:  # pyttsx3 calls by these names
        self._errors.append(exception)


@contextlib.contextmanager
def _printing_nothing() -> Iterator[None]:
    with contextlib.redirect_stdout(io.StringIO()), contextlib.redirect_stderr(io.StringIO()):
        yield
