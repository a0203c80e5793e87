"""Neural voices brought from a public place to this machine, each with its licence."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

from narrator.engines import kokoro_files
from narrator.engines.fetching import digest_of, fetch, read
from narrator.engines.hibari import originals
from narrator.engines.home import models
from narrator.engines.piper_engine import CARD, Piper, licence_in
from narrator.engines.voice_index import LIST, RemoteFile, RemoteVoice, find_voice, place

from ..progress import Listener, Progress

OFFICIAL = {module.NAME: module for module in (kokoro_files, originals)}
"""The engines whose files are known by their hashes, and what knows them."""


@dataclass(frozen=True, slots=True)
class Downloaded:
    """A voice that is there now."""

    name: str
    engine: str
    folder: Path
    size: int
    """Bytes."""
    licence: str
    was_there: bool


def download_voice(
    name: str, *, source: str | None = None, show_card: Callable[[str], None], listen: Listener
) -> Downloaded:
    """Bring the piper voice called `name` here, or all of an engine's; `show_card` gets its card
    before the model comes.

    May be stopped at any moment: the same call goes on. Files that are there are only checked.

    Raises:
        NarratorError: the place cannot be reached, or a file is not what its list says.
        MissingTool: there is no such voice.
    """
    if official := OFFICIAL.get(name):
        where, voice = source or official.place(), official.listed()
        show_card(official.CARD)
        return _brought(voice, name, where, licence_in(official.CARD), show_card, listen)
    where = (source or place()).rstrip("/")
    voice = find_voice(read(f"{where}/{LIST}"), name, f"{where}/{LIST}")
    return _brought(voice, Piper.name, where, "", show_card, listen)


def _brought(
    voice: RemoteVoice,
    engine: str,
    where: str,
    licence: str,
    show_card: Callable[[str], None],
    listen: Listener,
) -> Downloaded:
    """All files of `voice`, whose licence is in its card if it is not known."""
    folder = models(engine)
    done, was_there = 0, True
    for file in voice.files:
        path = folder / file.name
        if not _is_there(path, file):
            was_there = False
            _fetch(where.rstrip("/"), voice, file, path, done, listen)
        if file.name.endswith(CARD):
            card = path.read_text(encoding="utf-8", errors="replace")
            licence = licence_in(card)
            show_card(card)
        done += file.size
        listen(Progress("downloading", done, voice.size))
    return Downloaded(voice.name, engine, folder, voice.size, licence, was_there)


def _fetch(
    where: str, voice: RemoteVoice, file: RemoteFile, path: Path, done: int, listen: Listener
) -> None:
    fetch(
        f"{where}/{quote(file.path)}",
        path,
        size=file.size,
        digest=file.digest,
        told=lambda there: listen(Progress("downloading", done + there, voice.size)),
    )


def _is_there(path: Path, file: RemoteFile) -> bool:
    if not path.is_file() or path.stat().st_size != file.size:
        return False
    return digest_of(path, len(file.digest)) == file.digest.lower()
