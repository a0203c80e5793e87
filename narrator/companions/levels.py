"""How loud each chapter has become, remembered from when it was levelled."""

import json
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from narrator.files import Damaged, read_json
from narrator.mixing import ChapterLevels
from narrator.publish import unwritable

from .edition import Edition

NAME = ".loudness.json"


def chapter_loudness(
    edition: Edition,
    levels: ChapterLevels,
    *,
    jobs: int = 1,
    progress: Callable[[int, int], None] | None = None,
) -> tuple[float, ...]:
    """The loudness of each chapter in LUFS; `progress` is told of chapters done, and of all.

    It is what `levels` found when the chapter was encoded: measuring the finished files took as
    long as half their encoding, and `narrator check --audio` does it for whoever wants to know.

    Raises:
        NarratorError: a clip is damaged, or what was found cannot be kept.
    """
    known = _read(edition.folder / NAME)
    found: dict[str, float] = {}
    chapters, limit = edition.audio.chapters, edition.sound.limit
    keys = [f"{chapter.fingerprint}/{limit}/{levels.target}" for chapter in chapters]

    def level(number: int) -> float:
        kept = known.get(keys[number])
        return levels.level(chapters[number], limit).lufs if kept is None else kept

    with ThreadPoolExecutor(max(jobs, 1)) as pool:
        for number, lufs in enumerate(pool.map(level, range(len(chapters)))):
            found[keys[number]] = round(lufs, 2)
            if progress:
                progress(number + 1, len(chapters))
    if found != known:
        _write(edition.folder, found)
    return tuple(found[key] for key in keys)


def _read(path: Path) -> dict[str, float]:
    """What is remembered; a file that is missing or damaged only means measuring again."""
    try:
        return read_json(path, dict[str, float])
    except (OSError, Damaged):
        return {}


def _write(folder: Path, found: dict[str, float]) -> None:
    part = folder / f"{NAME}.part"
    try:
        part.write_text(json.dumps(found, indent=1, sort_keys=True) + "\n", encoding="utf-8")
        part.replace(folder / NAME)
    except OSError as error:
        raise unwritable(folder, error) from error
