"""Jobs run by two checkouts at once, each in one process of the Python that is its own."""

import json
import subprocess
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Self

from .materials import Job

CHILD = Path(__file__).with_name("child.py")


class Failed(Exception):
    """The two cannot be compared; says why."""


@dataclass(frozen=True, slots=True)
class Checkout:
    """A folder with Narrator's source and an environment made for it."""

    folder: Path
    python: Path

    @classmethod
    def at(cls, folder: Path) -> Self:
        """The checkout in `folder`.

        Raises:
            Failed: it has no environment, or is no checkout.
        """
        folder = folder.resolve()
        python = folder / ".venv" / "bin" / "python"
        if not (folder / "narrator").is_dir():
            raise Failed(f"{folder}: there is no folder narrator/ in it")
        if not python.exists():
            raise Failed(f"{folder}: it has no .venv; make .venv/ready-to-test there")
        return cls(folder, python)

    def command(self, *arguments: str | Path) -> list[str]:
        """What runs the child program with this checkout's Narrator, and no other."""
        return [str(self.python), "-P", str(CHILD), str(self.folder), *map(str, arguments)]


def run_both(checkouts: Sequence[Checkout], jobs: Sequence[Job], outs: Sequence[Path]) -> None:
    """Run all jobs with each checkout; what they print and write is in its folder of `outs`.

    Raises:
        Failed: a process ended before its jobs did.
    """
    listed = json.dumps([job._asdict() for job in jobs])
    running = []
    for checkout, out in zip(checkouts, outs, strict=True):
        if out.exists():
            raise Failed(f"{out}: there is something of an earlier run; name an empty folder")
        out.mkdir(parents=True)
        (out / ".jobs").write_text(listed, encoding="utf-8")
        child = checkout.command("run", out / ".jobs")
        running.append(subprocess.Popen(child, cwd=out, stdin=subprocess.DEVNULL))
    try:
        codes = [process.wait() for process in running]
    finally:
        for process in running:
            process.kill()
    for checkout, code in zip(checkouts, codes, strict=True):
        if code:
            raise Failed(f"{checkout.folder}: its process ended with {code}")
