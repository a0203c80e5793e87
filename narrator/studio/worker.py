"""Inside a worker process: one engine, one job at a time, until the parent says no more."""

import contextlib
import multiprocessing
import os
import signal
import threading
from multiprocessing.connection import Connection

from narrator.engines import Engine, engine_class
from narrator.errors import MissingTool, NarratorError

from .jobs import Job


class Ready:
    """The engine has started."""


def serve(engine_name: str, pipe: Connection) -> None:
    """Start the engine and do the jobs that come through `pipe`; each gets one answer.

    The answer to a job is its result, or the NarratorError that stopped it.
    """
    _stand_alone()
    with contextlib.suppress(EOFError, OSError):  # the parent has gone: nobody is left to tell
        engine = _started(engine_name)
        pipe.send(Ready() if isinstance(engine, Engine) else engine)
        if isinstance(engine, Engine):
            with contextlib.closing(engine):
                while True:
                    pipe.send(_answer(pipe.recv(), engine))


def _stand_alone() -> None:
    """Leave Ctrl-C to the parent, end when it ends, and keep quiet.

    Engines and the libraries under them print, some of them from C.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with_parent, daemon=True).start()
    nowhere = os.open(os.devnull, os.O_RDWR)
    for stream in (1, 2):
        os.dup2(nowhere, stream)


def _end_with_parent() -> None:
    """A worker whose engine hangs would not notice that its parent was killed; this does."""
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)


def _started(name: str) -> Engine | NarratorError:
    """The engine, or why there is none."""
    try:
        return engine_class(name)()
    except NarratorError as error:
        return error
    except Exception as error:
        return MissingTool(f"the engine {name} cannot start: {_told(error)}")


def _answer(job: Job[object], engine: Engine) -> object:
    """The result of `job`; whatever stops it is told to the parent, for another engine's faults
    are of any kind."""
    try:
        return job.run(engine)
    except NarratorError as error:
        return error
    except Exception as error:
        return NarratorError(f"the engine {engine.name} failed: {_told(error)}")


def _told(error: Exception) -> str:
    return f"{type(error).__name__}: {error}" if str(error) else type(error).__name__
