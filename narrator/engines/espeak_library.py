"""The espeak-ng library of the pip wheel, driven in process and synchronously through ctypes."""

import ctypes
import os
import re
import tempfile
from pathlib import Path

from narrator.errors import MissingTool, NarratorError
from narrator.files.temporary import temporary_room

from .espeak_phonemes import holds_phonemes, named
from .espeak_setting import Setting
from .espeak_wheel import INSTALL, short_data_path, wheel_paths

_NO_CHARACTERS = re.compile(r"[\x00-\x09\x0b-\x1f\x7f\ud800-\udfff]")
"""Control characters but the line end, and halves of surrogate pairs."""

_SYNCHRONOUS, _DONT_EXIT = 2, 0x8000
_UTF8, _PHONEMES = 1, 0x100
_RATE, _VOLUME, _PITCH, _RANGE = 1, 2, 3, 4
TIE = "\u0361"
"""What binds the two signs of one sound in IPA."""
_IPA, _TIED = 2, ord(TIE) << 8 | 0x80
_SWITCHED = re.compile(rf"\([a-z{TIE}-]+\)")
"""How the library says that it takes a word for one of another language."""
_FRAME = ctypes.sizeof(ctypes.c_short)
_Callback = ctypes.CFUNCTYPE(
    ctypes.c_int, ctypes.POINTER(ctypes.c_short), ctypes.c_int, ctypes.c_void_p
)


class EspeakLibrary:
    """The library, ready to speak. Its state is global: one a process, used by one thread."""

    def __init__(self) -> None:
        """Load and start the library.

        Raises:
            MissingTool: it is not installed, or will not start.
        """
        library, self.data = wheel_paths()
        self.languages = {path.name.lower(): path for path in files_below(self.data / "lang")}
        """The files of its languages, by their names."""
        self.accents = frozenset(self.languages)
        """The names of its languages."""
        try:
            self._lib = ctypes.CDLL(str(library))
        except OSError as error:
            raise MissingTool(f"espeak-ng cannot be loaded: {error}", todo=INSTALL) from error
        self._declare()
        path = os.fsencode(short_data_path(self.data))
        self.rate: int = self._lib.espeak_Initialize(_SYNCHRONOUS, 0, path, _DONT_EXIT)
        """Frames a second of all sound, Hertz."""
        if self.rate <= 0:
            raise MissingTool("espeak-ng did not start", where=str(self.data), todo=INSTALL)
        self._pcm = bytearray()
        # The library keeps only a pointer: the callback must live as long as it does.
        self._callback = _Callback(self._collect)
        self._lib.espeak_SetSynthCallback(self._callback)

    def _declare(self) -> None:
        lib, number, size = self._lib, ctypes.c_int, ctypes.c_uint
        lib.espeak_Initialize.argtypes = [number, number, ctypes.c_char_p, number]
        lib.espeak_SetSynthCallback.argtypes = [_Callback]
        lib.espeak_SetSynthCallback.restype = None
        lib.espeak_SetVoiceByName.argtypes = [ctypes.c_char_p]
        lib.espeak_ng_SetVoiceByFile.argtypes = [ctypes.c_char_p]
        lib.espeak_SetParameter.argtypes = [number, number, number]
        lib.espeak_Synth.argtypes = [
            ctypes.c_char_p, ctypes.c_size_t, size, number, size, size,
            ctypes.c_void_p, ctypes.c_void_p,
        ]  # fmt: skip

        lib.espeak_TextToPhonemes.argtypes = [ctypes.POINTER(ctypes.c_void_p), number, number]
        lib.espeak_TextToPhonemes.restype = ctypes.c_char_p

    def _collect(self, pcm: "ctypes._Pointer[ctypes.c_short]", frames: int, _events: object) -> int:
        if pcm and frames > 0:
            self._pcm += ctypes.string_at(pcm, frames * _FRAME)
        return 0

    def sounds(self, words: str, voice: str, *, tied: bool = False) -> str:
        """`words` in the IPA of `voice`; empty where the library has none.

        Affricates and diphthongs are `tied`, if that is wanted.
        """
        if self._lib.espeak_SetVoiceByName(voice.encode()) != 0:
            return ""
        raw = ctypes.create_string_buffer(plain(words).encode("utf-8"))
        rest = ctypes.c_void_p(ctypes.addressof(raw))
        mode = _IPA | _TIED if tied else _IPA
        found = []
        while rest.value:  # a clause at a time
            sounds = self._lib.espeak_TextToPhonemes(ctypes.byref(rest), _UTF8, mode)
            found.append(sounds.decode("utf-8", "ignore") if sounds else "")
        return _SWITCHED.sub("", " ".join(found)).strip()

    def _choose(self, voice: str) -> bool:
        return bool(self._lib.espeak_SetVoiceByName(voice.encode()) == 0)

    def _take(self, described: str) -> bool:
        """Speak from now on with the voice in the text `described`."""
        with temporary_room(), tempfile.TemporaryDirectory(prefix="narrator-") as folder:
            file = Path(folder, "voice")
            file.write_text(described, encoding="utf-8")
            return bool(self._lib.espeak_ng_SetVoiceByFile(os.fsencode(file)) == 0)

    def speak(self, text: str, voice: str, setting: Setting, described: str = "") -> bytes:
        """The PCM of `text`; no pause is added at its end.

        `voice` must be a name the data has: the library says nothing about a wrong variant. Or it
        is `described` by the text of a voice file.

        Raises:
            NarratorError: the library refuses.
        """
        # Set anew before every clip: the clip before may have changed more than it said.
        if not (self._take(described) if described else self._choose(voice)):
            raise NarratorError(f"espeak-ng refuses the voice {voice!r}")
        values = zip((_RATE, _PITCH, _RANGE, _VOLUME), setting, strict=True)
        for parameter, value in values:
            self._lib.espeak_SetParameter(parameter, value, 0)
        self._pcm.clear()
        flags = _UTF8
        if holds_phonemes(text):
            text, flags = named(text), _UTF8 | _PHONEMES
        raw = plain(text).encode("utf-8")
        status = self._lib.espeak_Synth(raw, len(raw) + 1, 0, 1, 0, flags, None, None)
        if status != 0:
            raise NarratorError(f"espeak-ng could not speak (status {status})")
        return bytes(self._pcm)


def files_below(folder: Path) -> list[Path]:
    """All files in `folder` and the folders in it."""
    return [path for path in folder.rglob("*") if path.is_file()]


def plain(text: str) -> str:
    """`text` without what is no character: espeak takes some control characters for commands.

    >>> plain("a\x01+50Pb")
    'a +50Pb'
    """
    return _NO_CHARACTERS.sub(" ", text)
