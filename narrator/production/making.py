"""From a story to an audiobook: the stages in their order."""

import gc
from dataclasses import dataclass
from pathlib import Path

from narrator.errors import BadSource
from narrator.model import Script
from narrator.publish import Published
from narrator.studio import Crew, Processes, Store
from narrator.studio.cluster import Cluster, Machines
from narrator.text import is_speakable
from narrator.workspace import Workspace, alone, is_edited, load_script

from .arranging import RATE, Arrangement, arrange, chime, hedge
from .casting import Casted, cast_script, refuse_missing_voices
from .progress import Listener, Warned
from .publishing import Publisher, Shelf
from .recording import Recording, diction_of, has_spoken, record_script
from .request import Request
from .scripting import Scripted, Source, keep_or_write_script, with_details


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
    scripted = _scripted(workspace, book, request)
    casted = _casted(workspace, scripted, request, listen)
    arranged = _arranged(workspace, scripted, casted, request)
    with alone(workspace.lock(book), book):
        recording, shelf = _recorded(
            workspace, scripted, arranged, request, jobs=jobs, cluster=cluster, listen=listen
        )
    return Made(
        book,
        arranged.script,
        casted,
        recording,
        shelf.sounds,
        shelf.companions,
        shelf.shelved,
        shelf.left,
    )


def _scripted(workspace: Workspace, book: str, request: Request) -> Scripted:
    """The script on disk, with what is said about the book, and unsure lines hedged if asked."""
    folder = workspace.script(book)
    script = with_details(workspace, book, load_script(folder), request.details)
    if request.performance.hedges:
        script = hedge(script)
    _refuse_silence(book, script)
    return Scripted(book, script, edited=is_edited(folder))


def _refuse_silence(book: str, script: Script) -> None:
    """Refuse a book that would be nothing but pauses."""
    lines = (line for chapter in script.chapters for line in chapter.lines)
    if not any(is_speakable(line.text) for line in lines):
        raise BadSource(
            "there is nothing in it that can be spoken",
            where=book,
            todo="give a story with words; `narrator plan` shows what is read",
        )


def _casted(workspace: Workspace, scripted: Scripted, request: Request, listen: Listener) -> Casted:
    """Everyone with a voice that is there."""
    casted = cast_script(workspace, scripted.book, scripted.script, request.wishes)
    for remark in casted.remarks:
        listen(Warned(remark))
    store = Store(workspace.clips)
    refuse_missing_voices(
        casted, has_spoken=lambda role: has_spoken(store, casted.cast.engine, role)
    )
    return casted


def _arranged(
    workspace: Workspace, scripted: Scripted, casted: Casted, request: Request
) -> Arrangement:
    """The script as it will be heard; what cannot be published is refused now, not hours later."""
    publication = request.publication
    arranged = arrange(
        workspace,
        scripted.book,
        scripted.script,
        casted.cast,
        request.performance,
        factor=publication.pauses,
        profile=publication.profile,
    )
    publication.check_script(arranged.script)
    if publication.chime:
        chime(workspace, publication.chime, RATE)
    return arranged


def _recorded(
    workspace: Workspace,
    scripted: Scripted,
    arranged: Arrangement,
    request: Request,
    *,
    jobs: int,
    cluster: Cluster | None,
    listen: Listener,
) -> tuple[Recording, Shelf]:
    """Every line spoken, and each chapter published as soon as its last line is."""
    book, script, cast = scripted.book, arranged.script, arranged.cast
    diction = diction_of(workspace, book, language=script.info.language, engine=cast.engine)
    store = Store(workspace.clips)
    with Publisher(
        workspace,
        book,
        arranged,
        request.publication,
        edited=scripted.edited,
        jobs=jobs,
        listen=listen,
    ) as press:
        recording = record_script(
            script,
            cast,
            store,
            diction,
            _crew(store, jobs, cluster, listen),
            ready=press.add,
            delivers=request.performance.delivers,
            listen=listen,
        )
        return recording, press.finish()


def _crew(store: Store, jobs: int, cluster: Cluster | None, listen: Listener) -> Crew:
    """Those who speak: processes of this machine, or other machines."""
    if cluster is None:
        return Processes(store, jobs=jobs)
    return Machines(store, cluster, tell=lambda message: listen(Warned(message)))
