"""What `make` and `record` say when they are done."""

from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from narrator.commands.console import Console, count, duration
from narrator.production import Made, doubtful_lines, tidied
from narrator.publish import Published
from narrator.workspace import Workspace


def tell(console: Console, workspace: Workspace, made: Made, *, tidy: bool) -> None:
    """Say what was done, and where to listen; if asked to `tidy`, remove what earlier runs left."""
    if tidy and made.left:
        console.say(f"Removed what earlier runs made: {_kinds(made.left)}.")
        made = tidied(workspace, made)
    if made.casted.added:
        path = str(made.casted.path)
        console.say(f"Cast {count(len(made.casted.added), 'voice')}: {path}")
    lines, clips = count(made.recording.lines, "line"), count(made.recording.spoken, "clip")
    console.say(f"Recorded {lines}: {clips} spoken now.")
    written = sum(file.written for file in made.files)
    console.say(f"Published {count(len(made.files), 'file')}: {written:,} made now.")
    doubtful = len(doubtful_lines(made.script))
    if doubtful:
        console.say(
            f"{count(doubtful, 'line')} may be in the wrong voice: narrator check {made.book}"
        )
    if made.left:
        console.say(
            f"Left as earlier runs made them, and no longer asked for: {_kinds(made.left)}"
            " (--tidy removes them)."
        )
    console.say("Listen to:")
    console.result("\n".join(_listing(made)), _document(made))


def _kinds(paths: Iterable[Path]) -> str:
    """How many files of each kind there are: `3 MP3 files, 1 M4B file`."""
    kinds = Counter(path.suffix.lstrip(".").upper() for path in paths)
    return ", ".join(count(number, f"{kind} file") for kind, number in sorted(kinds.items()))


def _shelved(made: Made) -> list[str]:
    """The book's folder in the library, if it was put into one."""
    return [str(made.shelved[0].path.parent)] if made.shelved else []


def _listing(made: Made) -> list[str]:
    heard = [*(file for file in made.companions if file.seconds), *made.files]
    return [f"{file.path!s}  ({duration(file.seconds)})" for file in heard] + _shelved(made)


def _document(made: Made) -> dict[str, Any]:
    return {
        "book": made.book,
        "spoken": made.recording.spoken,
        "lines": made.recording.lines,
        "doubtful": len(doubtful_lines(made.script)),
        "remarks": list(made.casted.remarks),
        "files": [_file(file) for file in made.files],
        "companions": [_file(file) for file in made.companions],
        "library": [_file(file) for file in made.shelved],
        "left": [str(path) for path in made.left],
    }


def _file(file: Published) -> dict[str, Any]:
    return {
        "path": str(file.path),
        "seconds": round(file.seconds, 3),
        "written": file.written,
    }
