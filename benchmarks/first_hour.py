"""The first hour on a bare machine: what its commands take, in time and room.

    python -m benchmarks.first_hour [STORY]

A bare environment is made, Narrator is installed into it from this checkout, and the five commands
that a new user types are run in an empty folder; one speaker is corrected between two of them.
Prints for each the seconds of wall and CPU, and at the end the sizes.
"""

import os
import re
import resource
import subprocess
import sys
import tempfile
import time
import venv
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


def main(story: Path) -> None:
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        environment, work = folder / "environment", folder / "work"
        venv.create(environment, with_pip=True)
        work.mkdir()
        narrator = str(environment / "bin" / "narrator")
        pip = [str(environment / "bin" / "pip"), "install", "--quiet", str(ROOT)]
        timed("pip install .", pip, work)
        timed("narrator plan STORY", [narrator, "plan", str(story)], work)
        timed("narrator make STORY", [narrator, "make", str(story)], work)
        timed("narrator check BOOK", [narrator, "check", story.stem], work)
        print(f"{'(a speaker is corrected)':<28}  {corrected(work)}")
        timed("narrator make STORY again", [narrator, "make", str(story)], work)
        print(f"environment {size(environment)} MB, book {size(work / 'audio_out')} MB")


def timed(name: str, command: list[str], folder: Path) -> None:
    before, began = resource.getrusage(resource.RUSAGE_CHILDREN), time.monotonic()
    home = {**os.environ, "NARRATOR_HOME": str(folder / "home")}
    subprocess.run(command, cwd=folder, check=True, capture_output=True, env=home)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    print(f"{name:<28}  {time.monotonic() - began:6.1f} s, {cpu:6.1f} s of CPU", flush=True)


def corrected(work: Path) -> str:
    """Give the first line of a character to another; what was changed."""
    for path in sorted((work / "script").glob("*/*.txt")):
        text = path.read_text(encoding="utf-8")
        names = list(dict.fromkeys(re.findall(r"^(?!Narrator)([A-Z][\w. ]+): “", text, re.M)))
        if len(names) > 1:
            changed = text.replace(f"{names[0]}: “", f"{names[1]}: “", 1)
            path.write_text(changed, encoding="utf-8")
            return f"{names[0]} to {names[1]}"
    return "nobody speaks"


def size(folder: Path) -> int:
    return round(sum(f.stat().st_size for f in folder.rglob("*") if f.is_file()) / 1e6)


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "examples" / "the-night-ferry.txt")
