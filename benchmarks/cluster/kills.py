"""A book made on a cluster whose parts are killed and halted at random, against one left in peace.

usage: python -m benchmarks.cluster.kills [--kills N] [--seed N] [--characters N] [--engine NAME]

One of a scheduler, two workers and the client is killed, or halted for some seconds, again and
again; what has ended is begun anew, as a person or a system would. In the end script, cast, clips
and cues must be those of a book made with `--jobs 2` in peace, byte for byte, and no clip that was
in the store may have been made again.
"""

import argparse
import os
import random
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path

from benchmarks.making.text import novel

from .ports import free_port

SILENT = "5s"
"""After which the scheduler takes a worker for gone."""
PAUSE = 6.0
HALT = 8.0
"""Seconds for which something is halted: some are found out, some not."""
FORMATS = ("--format", "mp3", "--quiet")

Started = Callable[[], "subprocess.Popen[bytes]"]


@dataclass
class Part:
    """A process that is begun anew when it has ended."""

    name: str
    start: Started
    process: "subprocess.Popen[bytes]" = field(init=False)
    starts: int = 0

    def ensure(self) -> None:
        if not self.starts or self.process.poll() is not None:
            self.process = self.start()
            self.starts += 1

    def end(self) -> None:
        self.process.kill()
        self.process.wait()


@dataclass(frozen=True)
class Harm:
    """Something that is done to a part."""

    pause: float
    """Seconds before."""
    victim: str
    what: str
    """`killed` or `halted`."""
    clips: int = 0
    """How many must be in the store first, on top of those before the last harm."""


@dataclass
class Disturbed:
    """What came of it."""

    kills: dict[str, int]
    """By what was done to what."""
    again: set[str]
    """Clips that were in the store and made once more."""
    seconds: float


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--kills", type=int, default=30)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--characters", type=int, default=60_000)
    parser.add_argument("--engine", default="hibari")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        peace, war = Path(folder) / "peace", Path(folder) / "war"
        for here in (peace, war):
            here.mkdir()
            (here / "novel.txt").write_text(novel(options.characters), encoding="utf-8")
        make = ("make", "novel.txt", "--engine", options.engine, *FORMATS)
        subprocess.run(narrator(*make, "--jobs", "2"), cwd=peace, check=True)
        done = disturb(war, make, by_chance(options.kills, random.Random(options.seed)))  # noqa: S311
        print(f"{options.kills} in {done.seconds:.0f} s: {done.kills}")
        print(f"clips made again: {len(done.again)}")
        differing = differences(peace, war)
        print("differing:", ", ".join(differing) or "nothing")
        sys.exit(bool(differing or done.again))


def narrator(*arguments: str) -> list[str]:
    return [sys.executable, "-m", "narrator", *arguments]


def by_chance(kills: int, chance: random.Random) -> Iterator[Harm]:
    """So many, `PAUSE` seconds apart in the mean."""
    for _ in range(kills):
        pause = chance.uniform(0.3, 2 * PAUSE - 0.3)
        victim = chance.choice(("scheduler", "worker", "worker", "client"))
        yield Harm(pause, victim, chance.choice(("killed", "halted")))


def disturb(here: Path, make: tuple[str, ...], harms: Iterable[Harm]) -> Disturbed:
    """Run `make` in `here` on a cluster, and do `harms` to it."""
    port = free_port()
    address = f"tcp://127.0.0.1:{port}"
    usual = os.environ | {"DASK_DISTRIBUTED__SCHEDULER__WORKER_TTL": SILENT}

    def start(command: list[str]) -> Started:
        quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
        return lambda: subprocess.Popen(command, cwd=here, env=usual, **quiet)

    dask = [sys.executable, "-m", "dask"]
    serve = ("--host", "127.0.0.1", "--port", str(port), "--no-dashboard", "--no-show")
    work = (address, "--no-nanny", "--no-dashboard", "--nthreads", "1", "--death-timeout", "10")
    scheduler = Part("scheduler", start([*dask, "scheduler", *serve]))
    workers = [Part("worker", start([*dask, "worker", *work])) for _ in range(2)]
    client = Part("client", start(narrator(*make, "--cluster", address)))
    parts = [scheduler, *workers, client]
    counts: dict[str, int] = {}
    seen: dict[str, int] = {}
    again: set[str] = set()
    begun = time.monotonic()
    with ExitStack() as ends:
        for part in parts:
            part.ensure()
            ends.callback(part.end)
        for at, harm in enumerate(harms):
            wanted = len(seen) + harm.clips
            _wait(harm.pause, parts)
            while len(_clips(here)) < wanted:
                _wait(0.1, parts)
            again |= _made_again(here, seen)
            victims = [part for part in parts if part.name == harm.victim]
            _harm(victims[at % len(victims)], harm.what, parts)
            counts[f"{harm.victim} {harm.what}"] = counts.get(f"{harm.victim} {harm.what}", 0) + 1
        while client.process.poll() != 0:
            _wait(0.5, parts)
            again |= _made_again(here, seen)
    return Disturbed(counts, again, time.monotonic() - begun)


def _wait(seconds: float, parts: list[Part]) -> None:
    """Let time pass, and begin anew what ends; but not a client that is done."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        for part in parts:
            is_done = part.name == "client" and part.starts and part.process.poll() == 0
            if not is_done:
                part.ensure()
        time.sleep(0.2)


def _harm(victim: Part, what: str, parts: list[Part]) -> None:
    if what == "killed":
        victim.process.kill()
        victim.process.wait()
        return
    victim.process.send_signal(signal.SIGSTOP)
    _wait(HALT, [part for part in parts if part is not victim])
    victim.process.send_signal(signal.SIGCONT)


def _clips(here: Path) -> list[Path]:
    return list(here.glob("audio_out/.clips/??/*.wav"))


def _made_again(here: Path, seen: dict[str, int]) -> set[str]:
    """Clips that are another file than when they were first seen."""
    found = {path.stem: path.stat().st_ino for path in _clips(here)}
    again = {key for key, file in found.items() if seen.setdefault(key, file) != file}
    return again | (seen.keys() - found.keys())


def differences(one: Path, other: Path) -> list[str]:
    """The files of two workspaces that are not the same: scripts, casts, clips, cues, sound."""
    found = []
    kept = [*one.glob("script/*/*.txt"), *one.glob("voices/*.toml")]
    kept += [*one.glob("audio_out/.clips/??/*"), *one.glob("audio_out/*/*.mp3")]
    kept += one.glob("audio_out/*/player/*.js")
    for path in kept:
        twin = other / path.relative_to(one)
        if not twin.is_file() or path.read_bytes() != twin.read_bytes():
            found.append(str(path.relative_to(one)))
    return found


if __name__ == "__main__":
    main()
