"""How other programs end, in words: the same for ffmpeg, an engine's process and a `command`."""

import signal
from contextlib import suppress


def ending(code: int) -> str:
    """What an exit code means: `ended with exit code 3`, `was killed by signal 9 (SIGKILL)`.

    Negative codes are signals, as `subprocess` and `multiprocessing` have them.
    """
    if code >= 0:
        return f"ended with exit code {code}"
    name = ""
    with suppress(ValueError):
        name = f" ({signal.Signals(-code).name})"
    return f"was killed by signal {-code}{name}"
