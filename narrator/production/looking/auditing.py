"""Finished sound, decoded and measured as by a stranger: nothing of what was made is believed."""

from collections import Counter
from collections.abc import Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from narrator.errors import NarratorError
from narrator.mixing import Inspection, Profile, find, find_faults, inspect
from narrator.publish import SOUND_SUFFIXES
from narrator.workspace import Workspace

from ..arranging import Mix
from ..progress import Listener, Progress

_SUFFIXES = frozenset({*SOUND_SUFFIXES, ".m4a", ".mp4", ".ogg", ".aac"})


@dataclass(frozen=True, slots=True)
class Audited:
    """A file and what is wrong with it."""

    path: Path
    found: Inspection | None
    """None where it could not be measured."""
    faults: tuple[str, ...]


def audit(
    workspace: Workspace, names: Iterable[str], profile: Profile, *, jobs: int, listen: Listener
) -> tuple[Audited, ...]:
    """Measure finished files: each of `names` is a file, a folder of files, or a book.

    Raises:
        NarratorError: there is no such file or book, or nothing to measure.
        MissingTool: there is no ffmpeg.
    """
    find()
    paths = tuple(
        dict.fromkeys(path for name in names for path in _files(workspace, name, profile))
    )
    done: list[Audited] = []
    with ThreadPoolExecutor(max(jobs, 1)) as pool:
        for each in pool.map(lambda path: _audited(path, profile), paths):
            done.append(each)
            listen(Progress("measuring", len(done), len(paths)))
    return tuple(_alike(done))


def _files(workspace: Workspace, name: str, profile: Profile) -> list[Path]:
    path = Path(name)
    if path.is_file():
        return [path]
    if not path.is_dir() and path.suffix:
        raise NarratorError("there is no such file", where=name)
    folder = path if path.is_dir() else workspace.published(workspace.find(name))
    folders = (folder, *(folder / mix for mix in Mix))
    beside = (each for place in folders for each in place.glob("*"))
    found = sorted(each for each in beside if each.suffix.lower() in _SUFFIXES)
    if not found:
        todo = "record the book first, or name sound files"
        raise NarratorError("there is no sound here", where=str(folder), todo=todo)
    # A book in several formats is handed in as one of them.
    wanted = [each for each in found if profile.mp3_only and each.suffix.lower() == ".mp3"]
    return wanted or found


def _audited(path: Path, profile: Profile) -> Audited:
    try:
        found = inspect(path)
    except NarratorError as error:
        return Audited(path, None, (error.what,))
    return Audited(path, found, tuple(find_faults(found, profile)))


def _alike(files: list[Audited]) -> Iterator[Audited]:
    """The files of a set have to be all mono or all stereo."""
    counted = Counter(each.found.channels for each in files if each.found)
    usual = counted.most_common(1)[0][0] if counted else 0
    for each in files:
        if each.found and each.found.channels != usual:
            odd = f"{_named(each.found.channels)}, most others are {_named(usual)}"
            yield Audited(each.path, each.found, (*each.faults, odd))
        else:
            yield each


def _named(channels: int) -> str:
    return {1: "mono", 2: "stereo"}.get(channels, f"of {channels} channels")
