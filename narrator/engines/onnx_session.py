"""A neural model loaded for one worker: one session, one thread, the GPU if there is one."""

import contextlib
from importlib.metadata import PackageNotFoundError, version
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from narrator.errors import MissingTool

RUNTIME = "onnxruntime"
GPUS = ("CUDAExecutionProvider", "ROCMExecutionProvider", "DmlExecutionProvider")
"""Graphics cards, as onnxruntime calls what drives them; each needs an onnxruntime built for it."""
CPU = "CPUExecutionProvider"
_ERRORS_ONLY = 3


def install(package: str) -> str:
    """What to type to have a package."""
    return f"run: python -m pip install {package}"


def package_version(package: str) -> str:
    """The name and version of an installed package.

    Raises:
        MissingTool: it is not installed.
    """
    try:
        return f"{package} {version(package)}"
    except PackageNotFoundError as error:
        raise MissingTool(
            f"the package {package} is not installed", todo=install(package)
        ) from error


def need_runtime() -> None:
    """Make sure that models can be run; nothing is loaded.

    Raises:
        MissingTool: onnxruntime or numpy is not installed.
    """
    for package in (RUNTIME, "numpy"):
        if find_spec(package) is None:
            raise MissingTool(f"the package {package} is not installed", todo=install(package))


def session_for(model: Path) -> Any:
    """An onnxruntime session for the model in the file `model`.

    Two workers with a thread each are faster than one with two, and do not crowd each other out.

    Raises:
        MissingTool: onnxruntime is not installed, or the file is no model.
    """
    try:
        import onnxruntime
    except ImportError as error:
        raise MissingTool(f"{RUNTIME} cannot be loaded: {error}", todo=install(RUNTIME)) from error
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    options.log_severity_level = _ERRORS_ONLY
    there = onnxruntime.get_available_providers()
    for gpu in GPUS:
        if gpu in there:
            # A card that is there may still lack memory, a driver, or an operation of the model.
            with contextlib.suppress(Exception):
                return onnxruntime.InferenceSession(str(model), options, providers=[gpu, CPU])
    try:
        return onnxruntime.InferenceSession(str(model), options, providers=[CPU])
    except Exception as error:
        # The library's errors have no common class of their own.
        raise MissingTool(
            f"the model cannot be loaded: {error}",
            where=str(model),
            todo="download the voice again",
        ) from error
