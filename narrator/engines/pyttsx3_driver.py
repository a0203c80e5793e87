"""pyttsx3, imported so that it works with pip packages alone."""

import contextlib
import ctypes
import os
import platform
import sys
from collections.abc import Iterator
from importlib import import_module
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any

from narrator.errors import MissingTool

from .espeak_wheel import WHEEL, short_data_path, wheel_paths, wheel_version

PACKAGE = "pyttsx3"
INSTALL = f"run: python -m pip install {PACKAGE}"

_PLATFORM_DRIVERS = {"darwin": "nsss", "win32": "sapi5"}


def driver_name() -> str:
    """pyttsx3's own choice for this platform."""
    return _PLATFORM_DRIVERS.get(sys.platform, "espeak")


def driver_version() -> str:
    """The version of pyttsx3 and of what speaks under it.

    Raises:
        MissingTool: it is not installed.
    """
    try:
        package = f"{PACKAGE} {version(PACKAGE)}"
    except PackageNotFoundError as error:
        raise MissingTool(f"the package {PACKAGE} is not installed", todo=INSTALL) from error
    if driver_name() == "espeak":
        return f"{package}, {WHEEL} {wheel_version()}"
    return f"{package}, {driver_name()} of {platform.system()} {platform.release()}"


def load_pyttsx3() -> tuple[Any, Any | None]:
    """pyttsx3 itself, and the low level of its espeak driver where that one is used.

    Raises:
        MissingTool: it, or what it needs, is not there.
    """
    try:
        low = _load_espeak() if driver_name() == "espeak" else None
        return import_module(PACKAGE), low
    except (ImportError, OSError, RuntimeError) as error:
        raise MissingTool(f"{PACKAGE} cannot be loaded: {error}", todo=INSTALL) from error


def _load_espeak() -> Any:
    """The driver's low level, bound to the library and data of the wheel.

    Left to itself it takes any espeak the system has, so that the same book would sound otherwise
    on another machine, and fails where there is none. The wheel's own helper sets
    LD_LIBRARY_PATH, too late for the running process.
    """
    library, data = wheel_paths()
    os.environ["ESPEAK_DATA_PATH"] = str(short_data_path(data))
    with _espeak_found_at(library):
        return import_module(f"{PACKAGE}.drivers._espeak")


@contextlib.contextmanager
def _espeak_found_at(library: Path) -> Iterator[None]:
    """Whoever loads any espeak through ctypes gets `library`."""
    loader: Any = ctypes.LibraryLoader
    load = loader.LoadLibrary

    def found(self: object, name: str) -> object:
        return load(self, str(library) if "espeak" in str(name).lower() else name)

    loader.LoadLibrary = found
    try:
        yield
    finally:
        loader.LoadLibrary = load
