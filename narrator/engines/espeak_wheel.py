"""Where the pip wheel keeps espeak-ng."""

import atexit
import os
import shutil
import tempfile
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from narrator.errors import MissingTool

WHEEL = "espeakng-loader"
"""The package on PyPI that holds the library and its data."""
INSTALL = f"run: python -m pip install {WHEEL}"

LONGEST_DATA_PATH = 150
"""espeak-ng 1.52 fails to start when the path of its data is a few bytes longer than this."""


def wheel_version() -> str:
    """The version of the wheel, read from its metadata.

    Raises:
        MissingTool: it is not installed.
    """
    try:
        return version(WHEEL)
    except PackageNotFoundError as error:
        raise MissingTool(f"the package {WHEEL} is not installed", todo=INSTALL) from error


def wheel_paths() -> tuple[Path, Path]:
    """The library file and the data folder of the wheel.

    Raises:
        MissingTool: one of them is not there.
    """
    try:
        import espeakng_loader

        paths = Path(espeakng_loader.get_library_path()), Path(espeakng_loader.get_data_path())
    except (ImportError, RuntimeError) as error:
        raise MissingTool(f"espeak-ng cannot be found: {error}", todo=INSTALL) from error
    for path in (paths[0], paths[1] / "phontab"):
        if not path.exists():
            raise MissingTool("a file of espeak-ng is missing", where=str(path), todo=INSTALL)
    return paths


def short_data_path(data: Path) -> Path:
    """`data`, or a short link to it (a copy where links are forbidden) that lasts till exit."""
    if len(os.fsencode(data)) <= LONGEST_DATA_PATH:
        return data
    folder = Path(tempfile.mkdtemp(prefix="narrator-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    short = folder / data.name
    try:
        short.symlink_to(data, target_is_directory=True)
    except OSError:
        shutil.copytree(data, short)
    return short
