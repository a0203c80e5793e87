"""From a story to an audiobook: the stages in their order."""

import gc
from dataclasses import dataclass, replace
from pathlib import Path

from narrator.errors import BadSource
from narrator.model import Cast, Pauses, Script
from narrator.publish import Published
from narrator.studio import Store
from narrator.text import is_speakable
from narrator.workspace import Workspace, alone, is_edited, load_script

from .arranging import (
    AS_CAST,
    RATE,
    Performance,
    chime,
    hedge,
    in_parts,
    pauses_of,
    performed_by,
    with_credits,
    with_titles,
    without_needless_tags,
)
from .casting import AS_USUAL, Casted, Wishes, cast_script, refuse_missing_voices
from .progress import Listener, Warned
from .publishing import Publication, Publisher
from .recording import Recording, diction_of, record_script
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
    publication: Publication,
    *,
    wishes: Wishes = AS_USUAL,
    jobs: int,
    force: bool = False,
    neutral: bool = False,
    performance: Performance = AS_CAST,
    listen: Listener,
) -> Made:
    """Turn a story into an audiobook. What is already done is not done again.

    With `neutral`, the most doubtful lines are spoken by nobody in particular (see `hedge`).

    Raises:
        NarratorError: see the stages; whatever was done before is kept.
    """
    publication.check()
    if keep_or_write_script(workspace, source, force=force, listen=listen):
        # What is recorded is read from the disk, for by then all is free that the parser took. What
        # Python keeps for use anew would hold on to half of it.
        gc.collect()
    return record_book(
        workspace,
        source.book,
        publication,
        wishes=wishes,
        jobs=jobs,
        neutral=neutral,
        performance=performance,
        listen=listen,
    )


def record_book(
    workspace: Workspace,
    book: str,
    publication: Publication,
    *,
    wishes: Wishes = AS_USUAL,
    jobs: int,
    neutral: bool = False,
    performance: Performance = AS_CAST,
    listen: Listener,
) -> Made:
    """Record and publish a book from its script as it is now; `neutral` is as in `make_book`.

    Raises:
        NarratorError: see the stages; whatever was done before is kept.
    """
    publication.check()
    folder = workspace.script(book)
    scripted = Scripted(book, load_script(folder), edited=is_edited(folder))
    for remark in publication.remarks:
        listen(Warned(remark))
    scripted = replace(
        scripted,
        script=with_details(workspace, scripted.book, scripted.script, publication.details),
    )
    if neutral:
        scripted = replace(scripted, script=hedge(scripted.script))
    _refuse_silence(scripted)
    casted = cast_script(workspace, scripted.book, scripted.script, wishes)
    for remark in casted.remarks:
        listen(Warned(remark))
    refuse_missing_voices(casted)
    cast = performed_by(casted.cast, performance)
    if performance.drops_tags:
        scripted = replace(scripted, script=without_needless_tags(scripted.script, cast))
    pauses = pauses_of(
        workspace,
        scripted.book,
        engine=cast.engine,
        factor=publication.pauses,
        profile=publication.profile,
    )
    scripted = replace(
        scripted, script=_framed(scripted.script, cast, performance, publication, pauses)
    )
    publication.check_script(scripted.script)
    diction = diction_of(
        workspace,
        scripted.book,
        language=scripted.script.info.language,
        engine=casted.cast.engine,
    )
    if publication.chime:
        # Refused now, not after hours of recording, if it holds no sound.
        chime(workspace, publication.chime, RATE)
    with (
        alone(workspace.lock(scripted.book), scripted.book),
        Publisher(
            workspace, scripted, cast, publication, pauses, jobs=jobs, listen=listen
        ) as press,
    ):
        recording = record_script(
            scripted.script,
            cast,
            Store(workspace.clips),
            diction,
            ready=press.add,
            delivers=performance.delivers,
            jobs=jobs,
            listen=listen,
        )
        shelf = press.finish()
    return Made(
        scripted.book,
        scripted.script,
        casted,
        recording,
        shelf.sounds,
        shelf.companions,
        shelf.shelved,
        shelf.left,
    )


def _refuse_silence(scripted: Scripted) -> None:
    """Refuse a book that would be nothing but pauses."""
    lines = (line for chapter in scripted.script.chapters for line in chapter.lines)
    if not any(is_speakable(line.text) for line in lines):
        raise BadSource(
            "there is nothing in it that can be spoken",
            where=scripted.book,
            todo="give a story with words; `narrator plan` shows what is read",
        )


def _framed(
    script: Script,
    cast: Cast,
    performance: Performance,
    publication: Publication,
    pauses: Pauses,
) -> Script:
    """`script` with what is said around it, in chapters no longer than the profile allows."""
    profile = publication.profile
    if performance.announces:
        script = with_titles(script)
    if profile.longest:
        slowest = min((role.manner.rate for role in cast.roles), default=1.0)
        script = in_parts(script, profile.longest, slowest / max(pauses.factor, 1.0))
    if performance.credits or profile.credits:
        script = with_credits(script, cast)
    return script
