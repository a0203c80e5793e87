"""How loud each chapter has become, measured once and remembered."""

import json
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from narrator.mixing import Loudness, measure

from ..manifest import unwritable
from .edition import Edition

NAME = ".loudness.json"


def chapter_levels(
    edition: Edition, *, jobs: int = 1, progress: Callable[[int, int], None] | None = None
) -> tuple[Loudness, ...]:
    """The loudness of each chapter's sound file; `progress` is told of chapters done, and of all.

    Raises:
        NarratorError: a file cannot be read, or what was found cannot be kept.
    """
    known = _read(edition.folder / NAME)
    found: dict[str, Loudness] = {}
    chapters = list(zip(edition.audio.chapters, edition.sounds, strict=True))
    keys = [f"{chapter.fingerprint}/{edition.sound.name}" for chapter, _ in chapters]

    def level(number: int) -> Loudness:
        return known.get(keys[number]) or measure(edition.folder / chapters[number][1])

    with ThreadPoolExecutor(max(jobs, 1)) as pool:
        for number, loudness in enumerate(pool.map(level, range(len(chapters)))):
            found[keys[number]] = loudness
            if progress:
                progress(number + 1, len(chapters))
    if found != known:
        _write(edition.folder, found)
    return tuple(found[key] for key in keys)


def _read(path: Path) -> dict[str, Loudness]:
    """What is remembered; a file that is missing or damaged only means measuring again."""
    try:
        kept = json.loads(path.read_text(encoding="utf-8"))
        return {str(key): Loudness(float(lufs), float(peak)) for key, (lufs, peak) in kept.items()}
    except (OSError, ValueError, TypeError, AttributeError):
        return {}


def _write(folder: Path, found: dict[str, Loudness]) -> None:
    kept = {key: [each.lufs, each.true_peak] for key, each in sorted(found.items())}
    part = folder / f"{NAME}.part"
    try:
        part.write_text(json.dumps(kept, indent=1) + "\n", encoding="utf-8")
        part.replace(folder / NAME)
    except OSError as error:
        raise unwritable(folder, error) from error
