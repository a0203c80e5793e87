"""The voices as they were trained: one comes with hibari-tts, four more can be downloaded."""

import os
from functools import cache
from importlib.util import find_spec
from pathlib import Path

import msgspec

from narrator.errors import MissingTool
from narrator.model import Age, Gender, Voice

from ..home import models
from ..onnx_session import install
from ..voice_index import RemoteFile, RemoteVoice
from .voices import LICENCE

NAME = "hibari"
PACKAGE = "hibari-tts"
VARIABLE = "NARRATOR_HIBARI_URL"
"""The environment variable that names another place with the same files."""
PUBLIC = "https://huggingface.co/maureesewilliams/hibari/resolve/main/voices"
CARD = f"""# The other voices of hibari-tts, distilled from Kokoro-82M, by Maureese Williams

* License: {LICENCE}
* {PUBLIC.rpartition("/resolve")[0]}
"""


class Original(msgspec.Struct, frozen=True):
    """A voice as the package lists it; what else it says of one is passed over."""

    language: str
    accent: str
    gender: Gender
    file: str
    bytes: int
    sha256: str
    british: bool
    bundled: bool = False

    @property
    def path(self) -> Path:
        """Where its model is, or will be."""
        return (assets() if self.bundled else models(NAME)) / self.file


@cache
def assets() -> Path:
    """The folder with the models and dictionaries of the package; nothing is imported.

    Raises:
        MissingTool: it is not installed.
    """
    found = find_spec(NAME)
    if found is None or not found.origin:
        raise MissingTool(f"the package {PACKAGE} is not installed", todo=install(PACKAGE))
    return Path(found.origin).parent / "assets"


def originals() -> dict[str, Original]:
    """All there are, by their ids; those that are not here, too."""
    return _listed(assets() / "voices.json")


@cache
def _listed(path: Path) -> dict[str, Original]:
    return msgspec.json.decode(path.read_bytes(), type=dict[str, Original])


def downloaded() -> dict[str, Original]:
    """Those that were downloaded, by their ids."""
    return {
        id: each for id, each in originals().items() if not each.bundled and each.path.is_file()
    }


def voice_of(id: str, original: Original) -> Voice:
    """`original` as a voice that can be chosen."""
    return Voice(
        engine=NAME,
        id=id,
        language=original.language,
        gender=original.gender,
        age=Age.ADULT,
        description=f"as trained, {original.accent}",
        licence=LICENCE,
    )


def place() -> str:
    """Where the files are looked for."""
    return (os.environ.get(VARIABLE) or PUBLIC).rstrip("/")


def listed() -> RemoteVoice:
    """The files that can be downloaded."""
    wanted = [each for each in originals().values() if not each.bundled]
    return RemoteVoice(
        NAME, tuple(RemoteFile(each.file, each.bytes, each.sha256, each.file) for each in wanted)
    )
