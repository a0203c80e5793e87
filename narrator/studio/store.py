"""The clips already recorded, each under the key of what it says and how."""

import contextlib
import os
import secrets
import tempfile
from collections.abc import Sequence
from pathlib import Path

from narrator.errors import NarratorError
from narrator.model import Clip, Sound

from .catalogue import NAME, Catalogue
from .clip_file import measured, packed

STALE = 3600.0
"""Seconds after which an unfinished file belongs to no living run: writing takes milliseconds."""


class Unwritable(NarratorError):
    """The store cannot take a clip; no other line will fare better."""


class Store:
    """A folder of clips. Any number of processes may use one at the same time.

    A clip is written beside and renamed, so what has its final name is whole. It is not forced to
    the disk, which on many takes longer than speaking: should the power fail, a clip that did not
    arrive whole is not found, and spoken again.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._unfinished = folder / "unfinished"
        self._catalogue = Catalogue(folder)

    def __reduce__(self) -> tuple[type["Store"], tuple[Path]]:
        """Workers get the folder, not what is known of its clips."""
        return type(self), (self.folder,)

    def path(self, key: str) -> Path:
        """Where the clip called `key` is, or would be."""
        return self.folder.joinpath(key[:2], f"{key}.wav")

    def find(self, key: str) -> Clip | None:
        """The clip called `key`; None when it is absent, not one of ours, or changed by a bit.

        One that was read whole in an earlier run is not read again, unless its file is another.
        """
        path = self.path(key)
        try:
            state = path.stat()
            found = self._catalogue.known(key, state)
            if not found and (found := measured(path.read_bytes())):
                self._catalogue.note(key, state, found)
        except OSError:
            return None
        return Clip(key, path, *found) if found else None

    def note(self, clip: Clip) -> None:
        """Take note of a clip that has just been kept, so that no later run need read it."""
        with contextlib.suppress(OSError):
            self._catalogue.note(clip.key, clip.path.stat(), (clip.rate, clip.sentences))

    def close(self) -> None:
        """Write down what is known of the clips."""
        self._catalogue.keep()

    def save(self, key: str, sounds: Sequence[Sound]) -> Clip:
        """Keep `sounds`, the sentences of a clip, as the clip called `key`.

        Raises:
            Unwritable: the folder cannot be written to, or is full.
            NarratorError: there is nothing to keep, or the sentences differ in rate.
        """
        self._place(key, content_of(sounds))
        return Clip(key, self.path(key), sounds[0].rate, tuple(sound.frames for sound in sounds))

    def keep(self, key: str, content: bytes) -> Clip | None:
        """Keep the whole file of a clip that was made elsewhere; None if it is not whole.

        Raises:
            Unwritable: the folder cannot be written to, or is full.
        """
        found = measured(content)
        if not found:
            return None
        self._place(key, content)
        return Clip(key, self.path(key), *found)

    def tidy(self) -> None:
        """Remove what killed runs left unfinished; what a living run is writing stays."""
        with contextlib.suppress(OSError), tempfile.TemporaryFile(dir=self._unfinished) as probe:
            # The age is taken from the folder's own clock, which may be another machine's.
            now = os.fstat(probe.fileno()).st_mtime
            for path in self._strays():
                with contextlib.suppress(OSError):
                    if now - path.stat().st_mtime > STALE:
                        path.unlink()

    def _strays(self) -> list[Path]:
        """What killed runs may have left, of clips and of what is kept beside them."""
        patterns = ("unfinished/*.wav", "??/.*.part", f"{NAME}.*.part")
        return [path for pattern in patterns for path in sorted(self.folder.glob(pattern))]

    def _place(self, key: str, content: bytes) -> None:
        try:
            self._write(self.path(key), content)
        except OSError as error:
            # Another run may have just made the same clip, and hold it open.
            if self.find(key):
                return
            raise Unwritable(
                f"a clip cannot be kept: {error.strerror or error}",
                where=str(self.folder),
                todo="make room there, or make the folder writable",
            ) from error

    def _write(self, path: Path, content: bytes) -> None:
        path.parent.mkdir(parents=True, exist_ok=True)
        self._unfinished.mkdir(exist_ok=True)
        # Not by `tempfile`: nobody else may read its files, whatever the umask says.
        beside = self._unfinished / f"{path.stem[:8]}-{secrets.token_hex(8)}.wav"
        try:
            with beside.open("xb") as file:
                file.write(content)
            beside.replace(path)
        except BaseException:
            beside.unlink(missing_ok=True)
            raise


def content_of(sounds: Sequence[Sound]) -> bytes:
    """The whole file of a clip whose sentences are `sounds`.

    Raises:
        NarratorError: there is nothing to keep, or the sentences differ in rate.
    """
    if len({sound.rate for sound in sounds}) != 1:
        raise NarratorError("a clip needs sentences, all of one sample rate")
    return packed(sounds[0].rate, [sound.pcm for sound in sounds])
