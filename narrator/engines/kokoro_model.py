"""The model of Kokoro and the styles of its voices, as they lie on disk."""

import zipfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from narrator.errors import MissingTool

from .home import models
from .onnx_graph import nodes, showing
from .onnx_session import session_for

RATE = 24_000
"""Hertz."""
ROWS, WIDTH = 510, 256
"""A style is a row of so many figures for each length of a text."""
FOLDER = "voices"
"""Where the styles are if each has a file: `voices/af_heart.bin`; else they are in one archive."""
_TYPES = {"tensor(float)": "float32", "tensor(int64)": "int64", "tensor(int32)": "int32"}
TODO = "run: narrator voices download kokoro"


class Model:
    """The model, loaded."""

    def __init__(self, path: Path) -> None:
        """Load it; where its graph is as expected, it says how long each letter takes.

        Raises:
            MissingTool: it cannot be loaded.
        """
        self._session, self._durations = _session(path)
        self._types = {
            each.name: _TYPES.get(each.type, "float32") for each in self._session.get_inputs()
        }

    def speak(
        self, numbers: Sequence[int], style: Any, speed: float
    ) -> tuple[Any, Sequence[float] | None]:
        """The samples for letters of such numbers, and where in them each letter begins.

        The places are None where the model does not tell them.
        """
        import numpy

        given = {
            "tokens": [[0, *numbers, 0]],
            "input_ids": [[0, *numbers, 0]],
            "style": style[min(len(numbers), len(style)) - 1].reshape(1, -1),
            "speed": [max(round(speed), 1) if "int" in self._types["speed"] else speed],
        }
        inputs = {
            name: numpy.asarray(given[name], dtype=kind) for name, kind in self._types.items()
        }
        wanted = [self._session.get_outputs()[0].name, *filter(None, [self._durations])]
        samples, *rest = (numpy.ravel(each) for each in self._session.run(wanted, inputs))
        if not rest or len(rest[0]) != len(numbers) + 2:
            return samples, None
        ends = numpy.cumsum(rest[0]) * (len(samples) / rest[0].sum())
        return samples, [float(end) for end in ends[:-1]]


def files() -> tuple[Path, Path]:
    """The model, and the archive or the folder of styles.

    Raises:
        MissingTool: one of them is not there.
    """
    folder = models("kokoro")
    model = sorted(path for path in folder.glob("*.onnx") if path.stat().st_size)
    if not model:
        raise MissingTool("the model of kokoro is not there", where=str(folder), todo=TODO)
    archives = sorted(path for path in folder.glob("voices*.bin"))
    styles = folder / FOLDER if (folder / FOLDER).is_dir() else next(iter(archives[-1:]), None)
    if styles is None:
        raise MissingTool("the voices of kokoro are not there", where=str(folder), todo=TODO)
    return model[-1], styles


def ids_in(styles: Path) -> tuple[str, ...]:
    """The voices that are there, by name.

    Raises:
        MissingTool: they cannot be read.
    """
    if styles.is_dir():
        return tuple(sorted(path.stem for path in styles.glob("*.bin")))
    try:
        with zipfile.ZipFile(styles) as archive:
            return tuple(sorted(name.removesuffix(".npy") for name in archive.namelist()))
    except (OSError, zipfile.BadZipFile) as error:
        raise _unreadable(styles, error) from error


def style_file(styles: Path, id: str) -> Path:
    """The file in which the style of the voice `id` is."""
    return styles / f"{id}.bin" if styles.is_dir() else styles


def style_of(styles: Path, id: str) -> Any:
    """The style of the voice `id`: an array of rows.

    Raises:
        MissingTool: it cannot be read.
    """
    import numpy

    path = style_file(styles, id)
    try:
        if styles.is_dir():
            return numpy.fromfile(path, dtype="<f4").reshape(-1, WIDTH)
        with numpy.load(path) as archive:
            return archive[id].reshape(-1, WIDTH)
    except (OSError, ValueError, KeyError) as error:
        raise _unreadable(path, error) from error


def _unreadable(path: Path, error: Exception) -> MissingTool:
    return MissingTool(f"the voices of kokoro cannot be read: {error}", where=str(path), todo=TODO)


def _session(path: Path) -> tuple[Any, str]:
    """A session, and what its durations are called; empty where it has none."""
    name = _name_of_durations(path)
    if name:
        try:
            with showing(path, name) as copy:
                return session_for(copy), name
        except OSError:
            pass  # no room for the copy: sentences are then spoken one by one
    return session_for(path), ""


def _name_of_durations(path: Path) -> str:
    """What the graph calls the frames of each letter: the one figure that is rounded, then held at
    1 at least."""
    try:
        steps = list(nodes(path))
    except (OSError, ValueError):
        return ""
    rounded = [step.outputs[0] for step in steps if step.kind == "Round"]
    if len(rounded) != 1:
        return ""
    held = [step.outputs[0] for step in steps if step.inputs[:1] == (rounded[0],)]
    return held[0] if len(held) == 1 else rounded[0]
