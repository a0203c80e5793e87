"""The official files of Kokoro: where they are, and what they must be.

The model with 8-bit weights, and a file of styles for each voice, of
https://huggingface.co/onnx-community/Kokoro-82M-v1.0-ONNX.
"""

import os
from importlib.resources import files
from pathlib import PurePosixPath

from .kokoro_voices import LICENCE
from .voice_index import RemoteFile, RemoteVoice

NAME = "kokoro"
VARIABLE = "NARRATOR_KOKORO_URL"
"""The environment variable that names another place with the same files."""
PUBLIC = "https://huggingface.co/onnx-community/Kokoro-82M-v1.0-ONNX/resolve/main"
CARD = f"""# Kokoro-82M v1.0, 8-bit weights, by hexgrad

* License: {LICENCE}
* {PUBLIC.rpartition("/resolve")[0]}
"""
LIST = "kokoro_files.txt"


def place() -> str:
    """Where the files are looked for."""
    return (os.environ.get(VARIABLE) or PUBLIC).rstrip("/")


def listed() -> RemoteVoice:
    """The files, the model last: it is there only when all is."""
    rows = files(__package__).joinpath(LIST).read_text(encoding="ascii").splitlines()
    found = [_file(*row.split()) for row in rows]
    return RemoteVoice(NAME, tuple(sorted(found, key=lambda file: file.name.endswith(".onnx"))))


def _file(digest: str, size: str, path: str) -> RemoteFile:
    name = PurePosixPath(path)
    return RemoteFile(path, int(size), digest, path if name.suffix == ".bin" else name.name)
