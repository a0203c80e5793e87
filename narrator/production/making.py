"""From a story to an audiobook: the stages in their order."""

import gc
from dataclasses import dataclass, replace
from pathlib import Path

from narrator.model import Cast, Script
from narrator.publish import Published, remove_left_over
from narrator.studio import Crew, Processes, Store, Wording
from narrator.studio.cluster import Cluster, Machines
from narrator.workspace import Workspace, alone, read_retakes

from .arranging import Mix
from .casting import Casted
from .preparing import Prepared, prepare
from .progress import Listener, Warned
from .publishing import Publisher, Shelf
from .recording import Ready, Recording, brought_to, record_script
from .request import Request
from .scripting import Source, keep_or_write_script


@dataclass(frozen=True, slots=True)
class Made:
    """An audiobook, and what was done for it."""

    book: str
    script: Script
    casted: Casted
    recording: Recording
    files: tuple[Published, ...]
    """The sound files."""
    companions: tuple[Published, ...] = ()
    """What lies beside them, the player first of all."""
    shelved: tuple[Published, ...] = ()
    """The same book in a library."""
    left: tuple[Path, ...] = ()
    """Files of earlier runs in formats that are not asked for any more."""


def tidied(workspace: Workspace, made: Made) -> Made:
    """`made`, with the files of earlier runs that it leaves removed from the book's folder.

    Raises:
        NarratorError: the folder cannot be written to.
    """
    folder = workspace.published(made.book)
    left = set(made.left)
    for beside in (folder / mix for mix in Mix):
        own = {path for path in left if path.is_relative_to(beside)}
        remove_left_over(beside, own)
        left -= own
    remove_left_over(folder, left)
    return replace(made, left=())


def make_book(
    workspace: Workspace,
    source: Source,
    request: Request,
    *,
    force: bool = False,
    jobs: int,
    cluster: Cluster | None = None,
    listen: Listener,
) -> Made:
    """Turn a story into an audiobook. What is already done is not done again.

    With `force` the story is parsed anew, even over a script that a person edited. A `cluster`
    speaks in place of processes here; so many `jobs` are still encoded here.

    Raises:
        NarratorError: see the stages; whatever was done before is kept.
    """
    request.check()
    if keep_or_write_script(workspace, source, force=force, listen=listen):
        # What is recorded is read from the disk, for by then all is free that the parser took. What
        # Python keeps for use anew would hold on to half of it.
        gc.collect()
    return record_book(workspace, source.book, request, jobs=jobs, cluster=cluster, listen=listen)


def record_book(
    workspace: Workspace,
    book: str,
    request: Request,
    *,
    jobs: int,
    cluster: Cluster | None = None,
    listen: Listener,
) -> Made:
    """Record and publish a book from its script as it is now.

    Raises:
        NarratorError: see the stages; whatever was done before is kept.
    """
    request.check()
    for remark in request.publication.remarks:
        listen(Warned(remark))
    prepared = prepare(workspace, book, request, listen=listen)
    with alone(workspace.lock(book), book):
        recording, shelf = _recorded(
            workspace, prepared, request, jobs=jobs, cluster=cluster, listen=listen
        )
    return Made(
        book,
        prepared.arranged.script,
        prepared.casted,
        recording,
        (*shelf.sounds, *shelf.beside),
        shelf.companions,
        shelf.shelved,
        shelf.left,
    )


def _recorded(
    workspace: Workspace,
    prepared: Prepared,
    request: Request,
    *,
    jobs: int,
    cluster: Cluster | None,
    listen: Listener,
) -> tuple[Recording, Shelf]:
    """Every line spoken, and each chapter published as soon as its last line is."""
    book, arranged = prepared.scripted.book, prepared.arranged
    store = Store(workspace.clips)
    with Publisher(
        workspace,
        book,
        arranged,
        request.publication,
        edited=prepared.scripted.edited,
        jobs=jobs,
        listen=listen,
    ) as press:
        retakes = read_retakes(workspace.script(book))
        brought = brought_to(workspace, book, store)
        wording = Wording(workspace.wording(book), prepared.diction)

        def recorded(cast: Cast, ready: Ready) -> Recording:
            return record_script(
                arranged.script,
                cast,
                store,
                prepared.diction,
                _crew(store, jobs, cluster, listen),
                ready=ready,
                delivers=request.performance.delivers,
                retakes=retakes,
                brought=brought,
                wording=wording,
                listen=listen,
            )

        recording = recorded(arranged.cast, press.add)
        if arranged.beside:
            beside = recorded(arranged.beside.cast, press.add_beside)
            recording = replace(recording, spoken=recording.spoken + beside.spoken)
        return recording, press.finish()


def _crew(store: Store, jobs: int, cluster: Cluster | None, listen: Listener) -> Crew:
    """Those who speak: processes of this machine, or other machines."""
    if cluster is None:
        return Processes(store, jobs=jobs)
    return Machines(store, cluster, tell=lambda message: listen(Warned(message)))
