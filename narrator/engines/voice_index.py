"""The public list of piper voices: which files make a voice, and what they must be.

The list is `voices.json` of https://github.com/OHF-Voice/piper1-gpl; other places may hold one too.
"""

import os
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import PurePosixPath
from typing import Any

from narrator.errors import MissingTool, NarratorError
from narrator.files import Damaged, json_of

VARIABLE = "NARRATOR_VOICES_URL"
"""The environment variable that names another place."""
PUBLIC = "https://huggingface.co/rhasspy/piper-voices/resolve/main"
LIST = "voices.json"
_CARD = "MODEL_CARD"
LARGEST = 4 << 30
"""Bytes of a file of a voice; models have a hundredth of it."""


@dataclass(frozen=True, slots=True)
class RemoteFile:
    """A file of a voice."""

    path: str
    """Below the place of the list."""
    size: int
    """Bytes."""
    digest: str
    """MD5 or SHA-256, in hexadecimal."""
    name: str
    """What it is called here."""


@dataclass(frozen=True, slots=True)
class RemoteVoice:
    """A voice that can be downloaded."""

    name: str
    files: tuple[RemoteFile, ...]
    """The card first, the model last: a voice is there only when all of it is."""

    @property
    def size(self) -> int:
        """Bytes."""
        return sum(file.size for file in self.files)


def place() -> str:
    """Where voices are looked for."""
    return (os.environ.get(VARIABLE) or PUBLIC).rstrip("/")


def find_voice(listed: bytes, name: str, where: str) -> RemoteVoice:
    """The voice called `name` in the list `listed`.

    Raises:
        NarratorError: it is no list of voices.
        MissingTool: there is no such voice.
    """
    try:
        entries = json_of(listed, dict[str, dict[str, Any]], where=where)
        names = {name: name for name in entries}
        for key, entry in entries.items():
            names.update(dict.fromkeys(entry.get("aliases", ()), key))
        if name not in names:
            near = get_close_matches(name, names, n=3, cutoff=0.4)
            todo = f"did you mean {' or '.join(near)}?" if near else "see the list there"
            raise MissingTool(f"there is no voice {name!r}", where=where, todo=todo)
        key = names[name]
        files = [_file(key, path, told) for path, told in entries[key]["files"].items()]
        if len({file.name.casefold() for file in files}) < len(files):
            raise ValueError("two files of one name")
    except (Damaged, ValueError, KeyError, TypeError, AttributeError) as error:
        raise NarratorError("not a list of voices", where=where) from error
    return RemoteVoice(key, tuple(sorted(files, key=_order)))


def _file(key: str, path: str, told: dict[str, object]) -> RemoteFile:
    own = PurePosixPath(path).name
    name = f"{key}.{_CARD}" if own == _CARD else own
    if not name.startswith(f"{key}.") or "/" in key or "\\" in name:
        raise ValueError(path)
    digest = told.get("sha256_digest") or told["md5_digest"]
    size = int(str(told["size_bytes"]))
    if not 0 < size <= LARGEST:
        raise ValueError(path)
    return RemoteFile(path, size, str(digest), name)


def _order(file: RemoteFile) -> tuple[bool, bool]:
    return file.name.endswith(".onnx"), not file.name.endswith(_CARD)
