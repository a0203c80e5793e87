"""A book's files in its folder: what is missing or has changed is made, the rest is left alone."""

import threading
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, CancelledError, Future, ThreadPoolExecutor, wait
from contextlib import contextmanager, nullcontext
from dataclasses import replace
from pathlib import Path
from types import TracebackType
from typing import Self

from narrator.errors import NarratorError
from narrator.mixing import ChapterLevels, Mixed, Stop, Stopped, find

from .aac import AAC
from .cores import Cores
from .cover import read_cover
from .interface import BookAudio, Format, Progress, Published
from .manifest import Entry, Manifest, remove_stale, unwritable
from .output import PART, PIECES, Output, plan, write
from .registry import find_format, refuse_too_many

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
    """Write the book into `folder` in all `formats`, at most `jobs` chapters at a time.

    Files that are there and unchanged come first, the others as they are finished. `progress` is
    called in the thread that iterates. Stopping half-way leaves whole files only; the next run
    goes on from there. At the end, files of an earlier run in these formats that no longer
    belong to the book are removed.

    Raises:
        NarratorError: nothing to publish, an unknown format, a bad cover, a damaged clip, a full
            disk, a folder that cannot be written to. What is done is kept.
        MissingTool: there is no ffmpeg.
    """
    with Press(audio, folder, formats, jobs=jobs) as press:
        for number, chapter in enumerate(audio.chapters, 1):
            press.add(number, chapter)
        yield from press.finish(progress or _ignore)


def _ignore(progress: Progress) -> None:
    return


def left_over(folder: Path, made: Iterable[Path]) -> tuple[Path, ...]:
    """The files of earlier runs in a book's folder that are not among those `made` by this one."""
    now = set(made)
    paths = (folder / name for name in Manifest(folder).names if not name.startswith(f"{PIECES}/"))
    return tuple(path for path in paths if path not in now and path.is_file())


def remove_left_over(folder: Path, paths: Iterable[Path]) -> None:
    """Remove files of earlier runs, as `left_over` lists them, and what they were joined of.

    Raises:
        NarratorError: the folder cannot be written to.
    """
    manifest = Manifest(folder)
    names = {path.relative_to(folder).as_posix() for path in paths}
    formats = {entry.format for name in names if (entry := manifest.entry(name))}
    # Of a format that is left nothing is wanted any more.
    remove_stale(folder, manifest, set(manifest.names) - names, formats)
    if names and not any(not name.startswith(f"{PIECES}/") for name in manifest.names):
        _remove_emptied(folder, manifest)


def _remove_emptied(folder: Path, manifest: Manifest) -> None:
    """Remove what is left of a folder that nothing lies in that anybody listens to."""
    formats = {entry.format for name in manifest.names if (entry := manifest.entry(name))}
    remove_stale(folder, manifest, set(), formats)
    try:
        manifest.path.unlink(missing_ok=True)
        for each in (folder / PIECES, folder):
            if each.is_dir() and not any(each.iterdir()):
                each.rmdir()
    except OSError as error:
        raise unwritable(folder, error) from error


class Press:
    """Encodes a book's chapters, each as soon as it is there, and then what holds them all.

    Used as a context: however it is left, no ffmpeg is left running, and whatever was finished is
    remembered.
    """

    def __init__(
        self, outline: BookAudio, folder: Path, formats: Sequence[str], *, jobs: int = 1
    ) -> None:
        """Get ready. Of the chapters of `outline` only the titles matter.

        Raises:
            NarratorError: nothing to publish, an unknown format, a bad cover, a folder that cannot
                be written to.
        """
        self._book = outline
        self._folder = folder
        kinds = tuple(dict.fromkeys(find_format(name) for name in formats))
        if not outline.chapters or not kinds:
            raise NarratorError("there is nothing to publish", todo="give a chapter and a format")
        refuse_too_many(kinds, len(outline.chapters))
        cover = read_cover(outline.cover) if outline.cover else None
        self._stop = Stop()
        self._plan = plan(outline, kinds, cover, self._stop)
        _prepare(folder, kinds)
        self._manifest = Manifest(folder)
        self._wanted: dict[str, Output] = {}
        """All files of the book so far, by name."""
        self._made: dict[str, Future[None]] = {}
        """Those that are being made, or were; some are made in one go."""
        self._tally = _Tally()
        self._encoders = ThreadPoolExecutor(max(jobs, 1))
        self._cores = Cores(max(jobs, 1))
        self._joiners = ThreadPoolExecutor()
        """They mostly wait for chapters, so they have no share in `jobs`."""

    @property
    def book(self) -> BookAudio:
        """The book with the chapters that have been added so far."""
        return self._book

    @property
    def levels(self) -> ChapterLevels:
        """What was measured to level the chapters."""
        return self._plan.levels

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, _: TracebackType | None
    ) -> None:
        self._stop.set()
        self._encoders.shutdown(cancel_futures=True)
        self._joiners.shutdown(cancel_futures=True)

    def add(self, number: int, chapter: Mixed) -> None:
        """Let chapter `number`, counted from 1, be encoded, unless it is so already.

        Raises:
            NarratorError: a chapter before it could not be encoded.
            MissingTool: there is no ffmpeg.
        """
        self._refuse_failures()
        chapters = list(self._book.chapters)
        chapters[number - 1] = chapter
        self._book = replace(self._book, chapters=tuple(chapters))
        outputs = self._plan.of_chapter(self._book, number)
        new = [each for each in outputs if each.name not in self._wanted]
        # What is packed from a piece is packed by whoever made the piece: nobody waits for it.
        self._submit(self._encoders, [each for each in new if each.pieces or each.format is AAC])
        for each in new:
            if not each.pieces and each.format is not AAC:
                self._submit(self._encoders, [each])

    def finish(self, progress: Callable[[Progress], None] = _ignore) -> Iterator[Published]:
        """The files of the book, as they are finished; all chapters have been added.

        Raises:
            NarratorError: a file could not be made; what is done is kept.
            MissingTool: there is no ffmpeg.
        """
        if len({chapter.audio.rate for chapter in self._book.chapters}) > 1:
            raise ValueError("the chapters of a book have to be mixed at one rate")
        for output in self._plan.of_book(self._book):
            self._submit(self._joiners if output.pieces else self._encoders, [output])
        yield from (
            _published(output, self._folder, written=False)
            for output in self._wanted.values()
            if output.name not in self._made and output.format is not AAC
        )
        yield from self._finished(progress)
        kinds = {kind.name for kind in self._plan.kinds}
        kinds |= {AAC.name} if any(kind.joined for kind in self._plan.kinds) else set()
        remove_stale(self._folder, self._manifest, set(self._wanted), kinds)

    def _submit(self, pool: ThreadPoolExecutor, outputs: Sequence[Output]) -> None:
        """Let those of `outputs` that are not as they should be be made, one after the other."""
        self._wanted |= {output.name: output for output in outputs}
        todo = [
            output
            for output in outputs
            if not self._manifest.is_current(output.name, output.fingerprint)
        ]
        if todo:
            find()
            self._tally.more(sum(output.frames for output in todo))
            future = pool.submit(self._make, todo)
            self._made |= dict.fromkeys((output.name for output in todo), future)

    def _make(self, outputs: Sequence[Output]) -> None:
        names = {output.name for output in outputs}

        def ready(piece: Output) -> None:
            if piece.name in self._made and piece.name not in names:
                with _stopping():
                    self._made[piece.name].result()

        for output in outputs:
            with self._cores.one() if not output.pieces else nullcontext() as core:
                size = write(output, self._folder, self._stop, self._tally.add, ready, core)
            # At once: whatever may happen to the rest, this is not made again.
            self._manifest.add(output.name, Entry(output.format.name, output.fingerprint, size))

    def _refuse_failures(self) -> None:
        """Raise what stopped a file."""
        for future in set(self._made.values()):
            if future.done():
                future.result()

    def _finished(self, progress: Callable[[Progress], None]) -> Iterator[Published]:
        told: set[str] = set()
        running = set(self._made.values())
        while True:
            done = {name for name, future in self._made.items() if future.done()}
            self._refuse_failures()
            for name in self._made:
                if name in done - told and self._wanted[name].format is not AAC:
                    yield _published(self._wanted[name], self._folder, written=True)
            told |= done
            progress(self._tally.progress())
            if not running:
                return
            _, running = wait(running, _TICK, FIRST_COMPLETED)


@contextmanager
def _stopping() -> Iterator[None]:
    """Whoever waits for what is no longer wanted is no longer wanted either."""
    try:
        yield
    except CancelledError as error:
        raise Stopped from error


def _prepare(folder: Path, kinds: Sequence[Format]) -> None:
    """Make the folder, and clear away what an earlier run was killed over."""
    endings = tuple({kind.suffix + PART for kind in (*kinds, AAC)})
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for path in (*folder.iterdir(), *(folder / PIECES).glob("*")):
            if path.name.endswith(endings):
                path.unlink()
    except OSError as error:
        raise unwritable(folder, error) from error


def _published(output: Output, folder: Path, *, written: bool) -> Published:
    return Published(folder / output.name, written, output.seconds)


class _Tally:
    """Frames encoded so far, counted by many threads."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._done = 0
        self._total = 0

    def more(self, frames: int) -> None:
        """So many more are to be encoded."""
        with self._lock:
            self._total += frames

    def add(self, frames: int) -> None:
        """So many more are encoded."""
        with self._lock:
            self._done += frames

    def progress(self) -> Progress:
        with self._lock:
            return Progress(self._done, self._total)
