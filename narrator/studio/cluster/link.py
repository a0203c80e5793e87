"""The line to the scheduler: errands go out, what becomes of them comes back as news."""

import contextlib
import logging
import pickle
import queue
import signal
import threading
import time
import uuid
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from narrator.errors import MissingTool, NarratorError

from .parcels import Call, parcel
from .settings import Cluster, Tls

CONNECT = 10.0
"""Seconds in which a scheduler must answer."""
LOOK = 1.0
"""Seconds from one look at who is there to the next."""
WAIT = 600.0
"""Seconds for which a scheduler may be gone, or have no machine."""
SILENT = "30s"
"""After which a local worker that says nothing counts as gone."""
_OWN = {
    "distributed.scheduler.worker-ttl": SILENT,
    # Nobody looks at these, and together they took a twentieth of a core from those who speak.
    "distributed.worker.profile.enabled": False,
    "distributed.admin.system-monitor.interval": "5s",
    "distributed.admin.tick.interval": "500ms",
    # By these variables a process gives all memory back at once: engines ask for it again at once.
    "distributed.nanny.pre-spawn-environ": {},
}
"""Settings of Dask for a cluster of our own."""
URGENT = 10
"""Before all lines."""


class Gone(Exception):
    """The errand was lost with the scheduler, and not for any fault of its own."""


class Fallen(Exception):
    """Machine after machine ended over the errand."""


@dataclass(eq=False, slots=True)
class Errand:
    """Something given to a machine."""

    about: Any
    """Whatever the giver wants to know it by."""
    allowed: frozenset[str]
    """The addresses of the machines that may do it."""
    future: Any = field(default=None, repr=False)


@dataclass(frozen=True, slots=True)
class Done:
    """What became of an errand: a result, or an exception."""

    errand: Errand
    said: Any


@dataclass(frozen=True, slots=True)
class Present:
    """The machines there are: the lines that each speaks at a time, by address."""

    threads: Mapping[str, int]


News = Done | Present


class Link:
    """Connected from the start; what is lost on the way comes back as `Gone`."""

    def __init__(self, cluster: Cluster) -> None:
        """Connect.

        Raises:
            MissingTool: no scheduler answers.
        """
        self._cluster = cluster
        self._news: queue.SimpleQueue[News] = queue.SimpleQueue()
        self._out: set[Errand] = set()
        _quieten()
        self._own = _own_cluster(cluster.local) if cluster.local else None
        try:
            self._client = self._connected()
        except OSError as error:
            raise MissingTool(
                f"no scheduler answers at {cluster.address}: {_told(error)}",
                todo="start one there: dask scheduler",
            ) from error

    @property
    def is_up(self) -> bool:
        """Whether the scheduler can be reached now."""
        return bool(self._client.status == "running")

    def send(self, errand: Errand, call: Call, *arguments: object, urgent: bool = False) -> None:
        """Have `call` made on one of the machines allowed."""
        errand.future = self._client.submit(
            pickle.loads,
            parcel(call, *arguments),
            key=f"narrator-{uuid.uuid4().hex}",
            workers=list(errand.allowed),
            priority=URGENT if urgent else 0,
            pure=False,
        )
        self._out.add(errand)
        self._client.loop.add_callback(self._await, errand, errand.future)

    def drop(self, errand: Errand) -> None:
        """Forget an errand: nothing will be heard of it."""
        self._out.discard(errand)
        errand.future = None

    def news(self) -> Iterator[News]:
        """Wait for news, a moment at most; all there is.

        Raises:
            NarratorError: the scheduler does not come back.
        """
        with contextlib.suppress(queue.Empty):
            news = self._news.get(timeout=LOOK)
            while True:
                if isinstance(news, Present):
                    yield news
                elif news.errand in self._out:
                    self.drop(news.errand)
                    yield news
                news = self._news.get_nowait()
        if self._client.status == "closed":
            yield from self._connected_again()

    def close(self) -> None:
        """Let go of the machines; they drop what they were given."""
        self._out.clear()
        self._client.close(timeout=CONNECT)
        if self._own:
            self._own.close(timeout=CONNECT)

    def _connected(self) -> Any:
        from distributed import Client

        client: Any = Client(
            self._own or self._cluster.address,
            timeout=CONNECT,
            set_as_default=False,
            security=_security(self._cluster.tls),
            name="narrator",
        )
        client.loop.add_callback(self._watch, client)
        return client

    def _connected_again(self) -> Iterator[News]:
        """A scheduler begun anew knows of nothing: all that was out is lost."""
        lost = [Done(errand, Gone()) for errand in self._out]
        for done in lost:
            self.drop(done.errand)
        yield Present({})
        yield from lost
        end = time.monotonic() + WAIT
        while True:
            try:
                self._client = self._connected()
                return
            except OSError as error:
                if time.monotonic() > end:
                    raise NarratorError(
                        f"the scheduler at {self._cluster.address} is gone",
                        todo="what was recorded is kept; start it and run again",
                    ) from error
                time.sleep(LOOK)

    async def _await(self, errand: Errand, future: Any) -> None:
        from asyncio import CancelledError

        from distributed.client import FutureCancelledError
        from distributed.scheduler import KilledWorker

        try:
            said = await future
        except (FutureCancelledError, CancelledError, OSError):
            said = Gone()
        except KilledWorker:
            said = Fallen()
        except Exception as error:
            said = error
        self._news.put(Done(errand, said))

    async def _watch(self, client: Any) -> None:
        """Look who is there, until the client is closed."""
        from asyncio import sleep

        while client.status not in ("closing", "closed"):
            with contextlib.suppress(OSError, ValueError):
                if client.status == "running":
                    self._news.put(Present(dict(await client.nthreads())))
            await sleep(LOOK)


def _security(tls: Tls | None) -> Any:
    """The files of TLS, as Dask wants them."""
    from distributed import Security

    return tls and Security(
        tls_ca_file=str(tls.ca),
        tls_client_cert=str(tls.cert),
        tls_client_key=str(tls.key),
        require_encryption=True,
    )


def _own_cluster(workers: int) -> Any:
    """A scheduler in this process, and worker processes beside it."""
    import dask
    from distributed import LocalCluster

    with dask.config.set(_OWN), _interrupts_ignored():
        return LocalCluster(
            host="127.0.0.1",
            n_workers=workers,
            threads_per_worker=1,
            processes=True,
            dashboard_address="127.0.0.1:0",
            memory_limit=0,
            silence_logs=logging.CRITICAL,
        )


@contextlib.contextmanager
def _interrupts_ignored() -> Iterator[None]:
    """What is started meanwhile leaves Ctrl-C to us."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)


def _quieten() -> None:
    """A failure is told in our words, by us."""
    import distributed  # noqa: F401  (sets its loggers up)

    for name in ("distributed", "tornado", "asyncio"):
        logging.getLogger(name).setLevel(logging.CRITICAL + 1)
    for name in list(logging.root.manager.loggerDict):
        if name.startswith("distributed."):
            logging.getLogger(name).setLevel(logging.CRITICAL + 1)


def _told(error: Exception) -> str:
    return " ".join(str(error).split())[:200] or type(error).__name__
