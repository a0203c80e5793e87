"""A book's files in its folder: what is missing or has changed is made, the rest is left alone."""

import threading
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait
from contextlib import suppress
from pathlib import Path

from narrator.errors import NarratorError
from narrator.mixing import find

from .cover import read_cover
from .interface import BookAudio, Progress, Published
from .manifest import Entry, Manifest, remove_stale, unwritable
from .output import PART, Output, outputs, write
from .registry import find_format

_TICK = 0.2
"""Seconds between two reports of progress."""


def publish(
    audio: BookAudio,
    folder: Path,
    formats: Sequence[str],
    *,
    jobs: int = 1,
    progress: Callable[[Progress], None] | None = None,
) -> Iterator[Published]:
    """Write the book into `folder` in all `formats`, at most `jobs` files at a time.

    Files that are there and unchanged come first, the others as they are finished. `progress` is
    called in the thread that iterates. Stopping half-way leaves whole files only; the next run
    goes on from there. At the end, files of an earlier run in these formats that no longer
    belong to the book are removed.

    Raises:
        NarratorError: nothing to publish, an unknown format, a bad cover, a damaged clip, a full
            disk, a folder that cannot be written to. What is done is kept.
        MissingTool: there is no ffmpeg.
    """
    wanted = _plan(audio, formats)
    _prepare(folder, wanted)
    manifest = Manifest(folder)
    todo = []
    for output in wanted:
        if manifest.is_current(output.name, output.fingerprint):
            yield _published(output, folder, written=False)
        else:
            todo.append(output)
    if todo:
        find()
        yield from _write_all(todo, folder, manifest, jobs, progress or _ignore)
    names = {output.name for output in wanted}
    remove_stale(folder, manifest, names, {output.format.name for output in wanted})


def _ignore(progress: Progress) -> None:
    return


def _plan(audio: BookAudio, formats: Sequence[str]) -> tuple[Output, ...]:
    kinds = tuple(dict.fromkeys(find_format(name) for name in formats))
    if not audio.chapters or not kinds:
        raise NarratorError("there is nothing to publish", todo="give a chapter and a format")
    if len({chapter.audio.rate for chapter in audio.chapters}) > 1:
        raise ValueError("the chapters of a book have to be mixed at one rate")
    return outputs(audio, kinds, read_cover(audio.cover) if audio.cover else None)


def _prepare(folder: Path, wanted: Sequence[Output]) -> None:
    """Make the folder, and clear away what an earlier run was killed over."""
    endings = tuple({output.format.suffix + PART for output in wanted})
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for path in folder.iterdir():
            if path.name.endswith(endings):
                path.unlink()
    except OSError as error:
        raise unwritable(folder, error) from error


def _published(output: Output, folder: Path, *, written: bool) -> Published:
    return Published(folder / output.name, written, output.frames / output.rate)


class _Tally:
    """Frames encoded so far, counted by many threads."""

    def __init__(self, total: int) -> None:
        self._lock = threading.Lock()
        self._done = 0
        self._total = total

    def add(self, frames: int) -> None:
        with self._lock:
            self._done += frames

    def progress(self) -> Progress:
        with self._lock:
            return Progress(self._done, self._total)


def _write_all(
    todo: Sequence[Output],
    folder: Path,
    manifest: Manifest,
    jobs: int,
    progress: Callable[[Progress], None],
) -> Iterator[Published]:
    tally = _Tally(sum(output.frames for output in todo))
    stop = threading.Event()
    pool = ThreadPoolExecutor(max(jobs, 1))
    # The whole book takes longest, so it goes first; chapters follow as they will be heard.
    running = {
        pool.submit(write, output, folder, stop, tally.add): output
        for output in sorted(todo, key=lambda each: not each.format.whole_book)
    }
    try:
        while running:
            progress(tally.progress())
            finished, _ = wait(running, _TICK, FIRST_COMPLETED)
            for future in finished:
                _remember(manifest, running[future], future.result())
                yield _published(running.pop(future), folder, written=True)
        progress(tally.progress())
    finally:
        # However we leave, nobody is left encoding: not after an error, nor after Ctrl-C.
        stop.set()
        pool.shutdown(cancel_futures=True)
        _keep_whole(manifest, running)


def _remember(manifest: Manifest, output: Output, size: int) -> None:
    manifest.add(output.name, Entry(output.format.name, output.fingerprint, size))


def _keep_whole(manifest: Manifest, running: Mapping[Future[int], Output]) -> None:
    """Remember what was finished while another file failed; that failure is what gets told."""
    for future, output in running.items():
        if not future.cancelled() and not future.exception():
            with suppress(NarratorError):
                _remember(manifest, output, future.result())
