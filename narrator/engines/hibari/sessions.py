"""A small model loaded for one worker: one thread, no more memory than it needs."""

from pathlib import Path
from typing import Any

from narrator.errors import MissingTool

_ERRORS_ONLY = 3


def session_for(path: Path) -> Any:
    """An onnxruntime session for the model in the file `path`.

    On the processor always: on a graphics card so small a model is slower, and sounds another way.

    Raises:
        MissingTool: onnxruntime cannot be loaded, or the file is no model.
    """
    try:
        import onnxruntime

        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = options.inter_op_num_threads = 1
        options.log_severity_level = _ERRORS_ONLY
        options.enable_cpu_mem_arena = options.enable_mem_pattern = False
        return onnxruntime.InferenceSession(str(path), options, providers=["CPUExecutionProvider"])
    except Exception as error:
        # The library's errors have no common class of their own.
        raise MissingTool(f"the model cannot be loaded: {error}", where=str(path)) from error
