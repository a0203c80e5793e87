"""How other programs end, in words: the same for ffmpeg, an engine's process and a `command`."""

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress


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


@contextmanager
def interrupted_later() -> Iterator[None]:
    """Ctrl-C in this context counts at its end.

    A library in C that is interrupted while it is loaded says that it cannot be loaded.
    """
    usual = signal.getsignal(signal.SIGINT) is signal.default_int_handler
    if not usual or threading.current_thread() is not threading.main_thread():
        yield
        return
    came: list[int] = []
    signal.signal(signal.SIGINT, lambda number, _: came.append(number))
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, signal.default_int_handler)
        if came:
            raise KeyboardInterrupt
